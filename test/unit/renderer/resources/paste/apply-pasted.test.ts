import { describe, expect, it } from 'vitest';
import { findCredentials } from '../../../../../app/shared/resource/credentials.ts';
import { newResource } from '../../../../../app/shared/resource/new-resource.ts';
import { applyPasted } from '../../../../../renderer/resources/paste/apply-pasted.ts';
import { emptyRequest } from '../../../../../renderer/resources/paste/pasted-request.ts';

const resource = newResource({ id: 'r', name: 'Sales' });
const withOAuth = newResource({ id: 'r', name: 'Sales', authorization: { type: 'oauth', connectionId: 'c' } });
const request = { ...emptyRequest(), method: 'GET', url: 'https://api.example.com/v1/sales' };
const token = 'ya29.a0AfH6SMBx-token-of-a-service';

describe('applyPasted', () => {
  it('takes URL and headers, without what the browser says about itself', () => {
    const headers: [string, string][] = [
      ['Host', 'api.example.com'],
      ['sec-ch-ua-platform', '"Windows"'],
      ['Accept', 'text/csv'],
      ['accept', 'application/json'],
      ['X-Team', 'sales'],
    ];
    expect(applyPasted(resource, { ...request, headers })).toEqual({
      change: {
        url: request.url,
        offParameters: [],
        method: 'GET',
        body: resource.body,
        headers: [
          { name: 'accept', value: 'application/json', secret: false },
          { name: 'X-Team', value: 'sales', secret: false },
        ],
        authorization: { type: 'none' },
        secretValues: [],
      },
      secrets: {},
      headerCount: 2,
      leftOut: { options: [] },
    });
  });

  it.each<[string, [string, string][], object, object]>([
    ['a bearer token', [['Authorization', `Bearer ${token}`]], { type: 'bearer' }, { bearerToken: token }],
    ['Basic', [['authorization', `Basic ${btoa('ann:pä:ss'.normalize()).replace(/=+$/, '')}`]], { type: 'none' }, {}],
    [
      'Basic',
      [['authorization', `Basic ${btoa('ann:pass')}`]],
      { type: 'basic', username: 'ann' },
      { basicPassword: 'pass' },
    ],
  ])('makes %s an authorization of its own', (_, headers, authorization, secrets) => {
    const applied = applyPasted(resource, { ...request, headers });
    expect(applied.change.authorization).toEqual(authorization);
    if (authorization !== undefined && 'type' in authorization && authorization.type !== 'none') {
      expect(applied.secrets).toEqual(secrets);
      expect(applied.change.headers).toEqual([]);
    }
  });

  it('puts every secret into the vault [56]', () => {
    const applied = applyPasted(resource, {
      ...request,
      url: `https://ann:word@api.example.com/v1?access_token=${token}&page=2`,
      headers: [
        ['Cookie', 'session=abcdefghijklmnop'],
        ['X-Api-Key', 'k-123456789'],
      ],
    });
    const next = { ...resource, ...applied.change };
    expect(findCredentials(next)).toEqual([]);
    expect(JSON.stringify(applied.change)).not.toMatch(/word|ya29|abcdefgh|k-123/);
    expect(applied.secrets).toEqual({
      basicPassword: 'word',
      'value:access_token': token,
      'header:cookie': 'session=abcdefghijklmnop',
      'header:x-api-key': 'k-123456789',
    });
  });

  it('keeps the OAuth connection, and says that the pasted authorization was left out', () => {
    const applied = applyPasted(withOAuth, { ...request, headers: [['Authorization', `Bearer ${token}`]] });
    expect(applied.change.authorization).toEqual(withOAuth.authorization);
    expect(applied.secrets).toEqual({});
    expect(applied.leftOut).toEqual({ authorization: true, options: [] });
  });

  it.each([
    ['application/json', '{"from":"2026"}', { type: 'json', text: '{"from":"2026"}', variables: '' }],
    [
      'application/x-www-form-urlencoded',
      'from=2026&q=a%20b',
      { type: 'form', text: 'from=2026\nq=a b', variables: '' },
    ],
    [
      'application/json',
      '{"query":"query A { viewer { name } }","variables":{"first":1},"operationName":"A"}',
      { type: 'graphql', text: 'query A { viewer { name } }', variables: '{\n  "first": 1\n}' },
    ],
    ['', '{"query":"sales"}', { type: 'json', text: '{"query":"sales"}', variables: '' }],
  ])('takes a POST with %s: %s', (type, text, body) => {
    const headers: [string, string][] = type === '' ? [] : [['Content-Type', type]];
    const applied = applyPasted(resource, { ...request, method: 'POST', body: text, headers });
    expect(applied.change).toMatchObject({ method: 'POST', body, headers: [] });
    expect(applied.leftOut).toEqual({ options: [] });
  });

  it('puts a secret of the body into the vault [56]', () => {
    const applied = applyPasted(resource, { ...request, method: 'POST', body: `{"api_key":"${token}","n":1}` });
    expect(applied.change.body.text).toBe('{"api_key":"{api_key}","n":1}');
    expect(applied.secrets).toEqual({ 'value:api_key': token });
  });

  it('says what was left out: another method, a body that is none of these, options', () => {
    expect(applyPasted(resource, { ...request, method: 'PUT', body: 'a=1', unknown: ['--form'] }).leftOut).toEqual({
      method: 'PUT',
      body: true,
      options: ['--form'],
    });
    expect(applyPasted(resource, { ...request, method: 'POST', body: '<xml/>' }).leftOut).toEqual({
      body: true,
      options: [],
    });
  });
});
