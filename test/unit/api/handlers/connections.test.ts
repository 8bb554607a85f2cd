import { expect, it, vi } from 'vitest';
import { type ConnectionHandlersDeps, connectionHandlers } from '../../../../app/api/handlers/connections.ts';
import { HttpError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { connection } from '../../../servers/items.ts';

function handlersOf(tokens: Partial<ConnectionHandlersDeps['tokens']>) {
  const deps = {
    connections: { get: (id: string) => connection({ id }), secretNames: () => [] },
    resources: { list: () => [] },
    tokens: { status: () => ({ status: 'unauthorized' }), ...tokens },
  };
  // What these two calls use of the slice: a call that reached for more would fail.
  return connectionHandlers(async () => deps as unknown as ConnectionHandlersDeps);
}
const view = { connection: connection({ id: 'c' }), status: { status: 'unauthorized' }, secrets: [], usedBy: [] };

it('returns the view after a token was requested', async () => {
  const request = vi.fn(async () => undefined);
  const draft = { connection: connection({ id: 'c' }), secrets: {}, freshSession: true };
  expect(await handlersOf({ request })['connections.requestToken'](draft)).toEqual(view);
  expect(request).toHaveBeenCalledWith(draft.connection, {}, true);
});

it('returns why a service did not revoke, beside the view: the token is forgotten all the same', async () => {
  const error = new HttpError('http.offline', verbatim('No network.'));
  const handlers = handlersOf({ removeAuthorization: async () => ({ revoked: 'failed', error }) });
  expect(await handlers['connections.removeAuthorization']({ id: 'c' })).toEqual({
    revoked: 'failed',
    error: { code: 'http.offline', message: verbatim('No network.') },
    view,
  });
});
