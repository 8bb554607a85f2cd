import { expect, it } from 'vitest';
import { refusalOf } from '../../../app/resources/refusal.ts';
import { atBorder } from '../api/at-border.ts';

const refused = (changes: Partial<Parameters<typeof refusalOf>[0]>) =>
  refusalOf({
    status: 403,
    statusText: 'Forbidden',
    headers: {},
    text: '',
    authorization: 'oauth',
    renewedInVain: false,
    now: 0,
    ...changes,
  });

it('tells which scope is missing, from the challenge or the body', () => {
  const challenge = 'Bearer realm="OpenProject API", scope="scim_v2", error="insufficient_scope"';
  expect(refused({ headers: { 'www-authenticate': challenge } })).toMatchObject({
    code: 'resource.forbidden',
    serviceMessage: 'insufficient_scope',
    details: { status: 403, scope: 'scim_v2' },
  });
  const body = '{"error":"insufficient_scope","error_description":"Higher privileges.","scope":"read_api"}';
  expect(refused({ text: body }).details).toEqual({ status: 403, scope: 'read_api' });
});

it('takes no scope for missing that the service only lists', () => {
  const listed = 'Bearer realm="api", scope="read write"';
  expect(refused({ headers: { 'www-authenticate': listed } }).details).toEqual({ status: 403 });
  expect(refused({ text: '{"scope":"read write"}' }).details).toEqual({ status: 403 });
  expect(refused({ text: '{"error":"denied","scope":"read"}' }).details).toEqual({ status: 403 });
});

it('does not claim that the service knows somebody who sent nothing', () => {
  expect(refused({ authorization: 'none' })).toMatchObject({ code: 'resource.forbidden_anonymous' });
  expect(refused({ authorization: 'none', status: 401 })).toMatchObject({ code: 'resource.authorization_required' });
});

it('masks a token that the service repeats as the missing scope or as the name of its error [35] [51]', () => {
  const secret = 'Zr8kQ2-vT0xLm95n';
  const shown = (changes: Parameters<typeof refused>[0]) =>
    atBorder(secret).response('resources.run', { error: refused(changes) }).error;
  const challenge = `Bearer error="insufficient_scope", scope="read ${secret}"`;
  expect(shown({ headers: { 'www-authenticate': challenge } }).details).toMatchObject({ scope: 'read ••••' });
  const body = JSON.stringify({ error: 'insufficient_scope', scope: [...secret].join('\u200b') });
  expect(shown({ text: body }).details).toMatchObject({ scope: '••••' });
  expect(shown({ headers: { 'www-authenticate': `Bearer error="${secret}"` } }).serviceMessage).toBe('••••');
});
