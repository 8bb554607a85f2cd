import type {
  Bridge,
  CallName,
  CallRequest,
  CallResponse,
  EventName,
  EventPayload,
} from '../../../app/shared/contract/contract.ts';
import { calls, events } from '../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { handlers } from './fake-handlers.ts';
import type { FakeState } from './fake-state.ts';

/** An error that a fake handler rejects with. */
export class FakeError extends Error {
  readonly report: ErrorReport;
  constructor(report: ErrorReport) {
    super(formatEnglish(report.message));
    this.report = report;
  }
}

export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
export type Handlers = {
  [Name in CallName]: (request: CallRequest<Name>) => CallResponse<Name> | Promise<CallResponse<Name>>;
};

/** The bridge as the preload would put it there, with main played by objects in memory. Checks every request and response against the contract. */
export function fakeBridge(state: FakeState): Bridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const emit: Emit = (name, payload) => {
    // The map holds each listener under its own event's name.
    for (const listener of listeners.get(name) ?? []) listener(events[name].parse(payload) as never);
  };
  state.emit = emit;
  const played = handlers(state, emit);

  const callOf = (name: CallName) => async (request: unknown) => {
    try {
      const schema = calls[name];
      // One function for all names: the pairing of name, request and response is the contract's, checked by its schemas.
      const handler = played[name] as (request: unknown) => unknown;
      const value = await handler(schema.request.parse(structuredClone(request)));
      return { ok: true, value: schema.response.parse(structuredClone(value)) };
    } catch (error) {
      if (error instanceof FakeError) return { ok: false, error: error.report };
      console.error(`fake bridge, ${name}:`, error);
      return { ok: false, error: { code: 'app.unexpected', message: String(error) } };
    }
  };
  const eventOf = (name: EventName) => (listener: (payload: never) => void) => {
    const set = listeners.get(name) ?? new Set();
    listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  };
  const names = <Key extends string>(record: Record<Key, unknown>) => Object.keys(record) as Key[];
  // Built key by key from the contract, which TypeScript cannot follow.
  return {
    calls: Object.fromEntries(names(calls).map((name) => [name, callOf(name)])),
    events: Object.fromEntries(names(events).map((name) => [name, eventOf(name)])),
  } as unknown as Bridge;
}
