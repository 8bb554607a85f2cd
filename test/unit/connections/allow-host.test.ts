import { expect, it, vi } from 'vitest';
import { allowHost, pinHost } from '../../../app/connections/allow-host.ts';
import type { ConnectionStore } from '../../../app/connections/store.ts';
import { connection } from '../../servers/items.ts';

function withHosts(...hosts: string[]) {
  const save = vi.fn<ConnectionStore['save']>();
  const tell = vi.fn();
  const deps = {
    connections: { get: () => connection({ id: 'c', hosts }), save },
    changes: { connections: tell },
  };
  return { deps, tell, save, saved: () => save.mock.calls.map(([{ hosts: saved }]) => saved) };
}

it('adds a host to those that the token may go to, each once', () => {
  const { deps, saved, tell } = withHosts('api.example.com');
  allowHost('c', 'files.example.com', deps);
  allowHost('c', 'api.example.com', deps);
  expect(saved()).toEqual([['api.example.com', 'files.example.com'], ['api.example.com']]);
  expect(tell.mock.calls).toEqual([[['c']], [['c']]]);
});

it.each(['', '*', '*.com', 'https://api.example.com'])('refuses “%s”, which is no host [42]', (host) => {
  const { deps, save } = withHosts();
  expect(() => allowHost('c', host, deps)).toThrow(
    expect.objectContaining({ code: 'input.invalid', details: { field: 'host' } }),
  );
  expect(save).not.toHaveBeenCalled();
});

it('keeps the token of a connection without a host for the first one that it goes to [42]', () => {
  const { deps, saved, tell } = withHosts();
  pinHost('c', 'api.example.com:8443', deps);
  expect(saved()).toEqual([['api.example.com:8443']]);
  expect(tell).toHaveBeenCalledWith(['c']);
});
