import { expect, it } from 'vitest';
import { createRequestApart } from '../../../app/connections/request-apart.ts';
import type { TokenRequest } from '../../../app/connections/requests.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { connection } from '../../servers/items.ts';

const ours = connection({ id: 'c' });
const tokenSet = { accessToken: 'at', tokenType: 'Bearer', obtainedAt: 1 };

function setUp(outcome: () => Promise<typeof tokenSet>) {
  const asked: TokenRequest[] = [];
  const changed: string[] = [];
  const requestApart = createRequestApart({
    connections: { get: () => ours },
    vault: { read: (_owner, name) => (name === 'clientSecret' ? 'hush' : undefined) },
    requests: {
      request: (request) => {
        asked.push(request);
        return outcome();
      },
    },
    loginTimeoutMs: () => 1000,
    onChange: (id) => changed.push(id),
  });
  return { asked, changed, requestApart };
}

it('logs in as the connection is stored, with its secrets, and keeps the session that the connection keeps', async () => {
  const { asked, changed, requestApart } = setUp(async () => tokenSet);
  expect(await requestApart('c')).toBe(tokenSet);
  expect(asked).toEqual([
    { connection: ours, secrets: { clientSecret: 'hush' }, freshSession: false, timeoutMs: 1000, apart: true },
  ]);
  expect(changed).toEqual(['c']);
});

it('tells the end of a login that failed', async () => {
  const { changed, requestApart } = setUp(() =>
    Promise.reject(new PlatformError('window.cancelled', verbatim('Cancelled.'))),
  );
  await expect(requestApart('c')).rejects.toMatchObject({ code: 'window.cancelled' });
  expect(changed).toEqual(['c']);
});
