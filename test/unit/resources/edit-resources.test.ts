import { expect, it, vi } from 'vitest';
import { duplicateResource, reorderResources, saveResource } from '../../../app/resources/edit-resources.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { resource } from '../../servers/items.ts';

const of = (connectionId: string) => resource({ id: 'r', authorization: { type: 'oauth', connectionId } });

function played(former?: Resource) {
  const save = vi.fn();
  const reorder = vi.fn();
  const changes = { resources: vi.fn(), connections: vi.fn() };
  const kept = resource({ id: 'r', name: 'As stored' });
  const resources = {
    find: () => former,
    get: () => kept,
    duplicate: () => ({ ...of('shop'), id: 'copy' }),
    save,
    reorder,
  };
  return { deps: { resources, changes }, changes, save, reorder, kept };
}

it('tells the connection that a resource had and the one that it has now', () => {
  const { deps, changes, save, kept } = played(of('shop'));
  const draft = { resource: of('mail'), secrets: { bearerToken: null }, bringBack: ['header:x-key'] };
  expect(saveResource(draft, deps)).toBe(kept);
  expect(save).toHaveBeenCalledWith(of('mail'), { bearerToken: null }, ['header:x-key']);
  expect(changes.resources.mock.calls).toEqual([[['r']]]);
  expect(changes.connections.mock.calls).toEqual([[['shop', 'mail']]]);
});

it('tells no connection of a resource without one', () => {
  const { deps, changes } = played();
  saveResource({ resource: resource({ id: 'r' }), secrets: {} }, deps);
  expect(changes.resources.mock.calls).toEqual([[['r']]]);
  expect(changes.connections).not.toHaveBeenCalled();
});

it('tells the connection of a copy', () => {
  const { deps, changes } = played();
  expect(duplicateResource('r', deps).id).toBe('copy');
  expect(changes.resources.mock.calls).toEqual([[['copy']]]);
  expect(changes.connections.mock.calls).toEqual([[['shop']]]);
});

it('tells once that the order changed', () => {
  const { deps, changes, reorder } = played();
  reorderResources(['b', 'a'], deps);
  expect(reorder).toHaveBeenCalledWith(['b', 'a']);
  expect(changes.resources.mock.calls).toEqual([[['b']]]);
});
