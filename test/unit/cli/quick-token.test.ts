import { expect, it } from 'vitest';
import { quickToken, readTokenArguments, type TokenArguments } from '../../../app/cli/quick-token.ts';
import type { LocalClient } from '../../../app/local/client.ts';
import type { SessionResponse } from '../../../app/local/requests.ts';
import { AppError } from '../../../app/shared/errors.ts';
import { message } from '../../../app/shared/messages/message.ts';

const found: SessionResponse<'local.token'> = {
  id: 'c1',
  name: 'Sales service',
  accessToken: 'the-token',
  tokenType: 'Bearer',
  expiresAt: null,
  scopes: null,
  placement: { in: 'header', name: 'Authorization', value: 'Bearer the-token' },
  headers: {},
};
const plain: TokenArguments = {
  connection: 'c1',
  header: false,
  json: false,
  dataFolder: undefined,
  minimumMs: 0,
};

function clientOf(respond: () => SessionResponse<'local.token'>) {
  const calls: string[] = [];
  const call = async (name: string) => {
    calls.push(name);
    return respond();
  };
  return { calls, client: { call: call as LocalClient['call'] } }; // only `local.token` is called
}

it('prints the token, its header or everything', async () => {
  const { client } = clientOf(() => found);
  expect(await quickToken(plain, client)).toEqual({ text: 'the-token\n' });
  expect(await quickToken({ ...plain, header: true }, client)).toEqual({ text: 'Authorization: Bearer the-token\n' });
  const all = await quickToken({ ...plain, json: true }, client);
  expect(JSON.parse(all !== undefined && 'text' in all ? all.text : '')).toEqual(found);
});

it('returns the error of its only call', async () => {
  const { client, calls } = clientOf(() => {
    throw new AppError('connection.not_authorized', message('core.unexpected'));
  });
  expect(await quickToken(plain, client)).toMatchObject({ error: { code: 'connection.not_authorized' } });
  expect(calls).toEqual(['local.token']);
});

it('says that the service takes no header', async () => {
  const { client } = clientOf(() => ({
    ...found,
    placement: { in: 'query', name: 'access_token', value: 'the-token' },
  }));
  expect(await quickToken({ ...plain, header: true }, client)).toMatchObject({ error: { code: 'local.no_header' } });
});

it('leaves an app that has ended, and what is no error of the app, to the whole command line', async () => {
  const lost = clientOf(() => {
    throw new AppError('local.lost', message('local.lost'));
  });
  expect(await quickToken(plain, lost.client)).toBeUndefined();
  const broken = clientOf(() => {
    throw new TypeError('broken');
  });
  expect(await quickToken(plain, broken.client)).toBeUndefined();
});

it.each([
  [['token']],
  [['token', 'a', 'b']],
  [['list']],
  [['token', 'a', '--min-valid', 'soon']],
  [['token', 'a', '--help']],
])('leaves %j to the whole command line', (args) => {
  expect(readTokenArguments(args)).toBeUndefined();
});

it('reads options before and after the connection', () => {
  expect(readTokenArguments(['--data', '/d', 'token', '--min-valid', '2m', 'a', '--json'])).toEqual({
    connection: 'a',
    header: false,
    json: true,
    dataFolder: '/d',
    minimumMs: 120_000,
  });
});
