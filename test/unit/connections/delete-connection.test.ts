import { expect, it } from 'vitest';
import { deleteConnection, restoreConnection } from '../../../app/connections/delete-connection.ts';
import type { RequestError } from '../../../app/shared/errors.ts';
import { connection, resource } from '../../servers/items.ts';

/** What happened, in order. */
function played({ users }: { users: number }) {
  const done: string[] = [];
  const note = (what: string) => (id: string) => void done.push(`${what} ${id}`);
  const resources = Array.from({ length: users }, (_none, index) =>
    resource({ id: `r${index}`, authorization: { type: 'oauth', connectionId: 'c' } }),
  );
  return {
    done,
    deps: {
      connections: { get: () => connection({ id: 'c', name: 'Shop' }), remove: note('remove') },
      resources: { list: () => resources },
      tokens: { stop: note('stop') },
      changes: { removedConnection: note('tell') },
    },
  };
}

it('deletes a connection that no resource uses, and then ends what is done with its token', () => {
  const { done, deps } = played({ users: 0 });
  deleteConnection('c', { evenIfUsed: false }, deps);
  expect(done).toEqual(['remove c', 'stop c', 'tell c']);
});

it.each([
  [1, '“Shop” authorizes a resource, which cannot be fetched without it.'],
  [3, '“Shop” authorizes 3 resources, which cannot be fetched without it.'],
])('keeps a connection that %i resources use, and says so', (users, message) => {
  const { done, deps } = played({ users });
  const refused: Partial<RequestError> = { code: 'connection.in_use', message, details: { count: users } };
  expect(() => deleteConnection('c', { evenIfUsed: false }, deps)).toThrow(expect.objectContaining(refused));
  expect(done).toEqual([]);
});

it('deletes a connection in use for a user who knows it', () => {
  const { done, deps } = played({ users: 2 });
  deleteConnection('c', { evenIfUsed: true }, deps);
  expect(done).toEqual(['remove c', 'stop c', 'tell c']);
});

it('forgets what was known of the token when a deleted connection comes back with it', () => {
  const done: string[] = [];
  restoreConnection('c', {
    connections: {
      restore: (id) => {
        done.push(`restore ${id}`);
        return connection({ id });
      },
    },
    tokens: { stop: (id) => void done.push(`stop ${id}`) },
    changes: { connections: (ids) => void done.push(`tell ${ids}`) },
  });
  expect(done).toEqual(['restore c', 'stop c', 'tell c']);
});
