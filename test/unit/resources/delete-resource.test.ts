import { expect, it } from 'vitest';
import { deleteResource, restoreResource } from '../../../app/resources/delete-resource.ts';
import { resource } from '../../servers/items.ts';

const stored = resource({ id: 'r', authorization: { type: 'oauth', connectionId: 'c' } });

/** What happened, in order. */
function played() {
  const done: string[] = [];
  const note = (what: string) => (id: string) => void done.push(`${what} ${id}`);
  const tell = (what: string) => (ids: readonly string[]) => void done.push(`tell ${what} ${ids}`);
  return {
    done,
    deps: {
      resources: {
        get: () => stored,
        remove: note('remove'),
        restore: (id: string) => {
          note('restore')(id);
          return stored;
        },
      },
      runs: { cancel: note('cancel') },
      previews: { forget: note('forget preview') },
      lastRuns: { forget: note('forget run') },
      history: { forget: note('forget history') },
      changes: { resources: tell('resource'), connections: tell('connection') },
    },
  };
}

it('ends what runs and forgets the data of a deleted resource; its connection has one less', () => {
  const { done, deps } = played();
  deleteResource('r', deps);
  expect(done).toEqual([
    'cancel r',
    'remove r',
    'forget preview r',
    'forget run r',
    'forget history r',
    'tell resource r',
    'tell connection c',
  ]);
});

it('tells a connection that a resource of it is back', () => {
  const { done, deps } = played();
  expect(restoreResource('r', deps)).toBe(stored);
  expect(done).toEqual(['restore r', 'tell resource r', 'tell connection c']);
});
