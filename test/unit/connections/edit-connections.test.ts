import { expect, it, vi } from 'vitest';
import { duplicateConnection, reorderConnections, saveConnection } from '../../../app/connections/edit-connections.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { connection } from '../../servers/items.ts';

function played() {
  const save = vi.fn();
  const reorder = vi.fn();
  const forgetFailure = vi.fn();
  const tell = vi.fn();
  const deps = {
    connections: { save, reorder, duplicate: () => connection({ id: 'copy' }) },
    tokens: { forgetFailure },
    changes: { connections: tell },
  };
  return { deps, save, reorder, forgetFailure, tell };
}

it('lets a renewal that failed be tried again with what was saved', () => {
  const { deps, save, forgetFailure, tell } = played();
  saveConnection(connection({ id: 'c' }), { clientSecret: 'hush' }, deps);
  expect(save).toHaveBeenCalledWith(connection({ id: 'c' }), { clientSecret: 'hush' });
  expect(forgetFailure).toHaveBeenCalledWith('c');
  expect(tell).toHaveBeenCalledWith(['c']);
});

it('tells of nothing that could not be saved', () => {
  const { deps, save, forgetFailure, tell } = played();
  save.mockImplementation(() => {
    throw new RequestError('input.invalid', verbatim('A connection has no such secret.'));
  });
  expect(() => saveConnection(connection(), { other: 'x' }, deps)).toThrow('no such secret');
  expect(forgetFailure).not.toHaveBeenCalled();
  expect(tell).not.toHaveBeenCalled();
});

it('tells of a copy by its own id', () => {
  const { deps, tell } = played();
  expect(duplicateConnection('c', deps).id).toBe('copy');
  expect(tell).toHaveBeenCalledWith(['copy']);
});

it('tells once that the order changed', () => {
  const { deps, reorder, tell } = played();
  reorderConnections(['b', 'a', 'c'], deps);
  expect(reorder).toHaveBeenCalledWith(['b', 'a', 'c']);
  expect(tell.mock.calls).toEqual([[['b']]]);
});
