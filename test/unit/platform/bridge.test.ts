import { expect, it, vi } from 'vitest';
import { createBridge } from '../../../app/platform/bridge.ts';
import { calls, events } from '../../../app/shared/contract/contract.ts';
import { callNames, eventNames } from '../../../app/shared/contract/names.ts';

it('has exactly the keys of the contract [12]', () => {
  const bridge = createBridge(
    { calls: callNames, events: eventNames },
    { call: async () => undefined, onEvent: () => {} },
  );
  expect(Object.keys(bridge)).toEqual(['calls', 'events']);
  expect(Object.keys(bridge.calls).sort()).toEqual(Object.keys(calls).sort());
  expect(Object.keys(bridge.events)).toEqual(Object.keys(events));
});

it('hears an event until the subscription ends, and only its payload [12]', () => {
  let tell: (name: string, payload: unknown) => void = () => {};
  const { events: on } = createBridge(
    { calls: [], events: ['app.changed', 'menu.command'] },
    {
      call: async () => undefined,
      onEvent: (listener) => {
        tell = listener;
      },
    },
  );
  const listener = vi.fn();
  const end = on['app.changed']?.(listener);
  tell('app.changed', { a: 1 });
  tell('menu.command', { command: 'run' });
  tell('unknown', {});
  end?.();
  tell('app.changed', { a: 2 });
  expect(listener.mock.calls).toEqual([[{ a: 1 }]]);
});
