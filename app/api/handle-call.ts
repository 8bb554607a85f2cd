import type { HandleCall } from '../platform/platform.ts';
import { type CallName, calls } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Border } from './border.ts';
import type { Handler, Handlers } from './handlers/handlers.ts';

const isCall = (channel: string): channel is CallName => Object.hasOwn(calls, channel);

/** Validates a call, runs its handler, and turns every error into a report. Every response passes the border. */
export function createCallHandler(handlers: Handlers, border: Border): HandleCall {
  return async (channel, request) => {
    try {
      if (!isCall(channel)) throw new RequestError('input.unknown_call', message('calls.unknown'));
      const read = calls[channel].request.safeParse(request);
      if (!read.success) {
        // Name only the field, never the value, which may be a secret.
        const field = read.error.issues[0]?.path.join('.') ?? '';
        throw new RequestError('input.invalid', message('calls.invalid'), {
          details: { field },
        });
      }
      // This channel's schema validated the request. TypeScript cannot follow that through the union.
      const handler = handlers[channel] as Handler<CallName>;
      return { ok: true, value: border.response(channel, await handler(read.data as never)) };
    } catch (error) {
      return { ok: false, error: border.report(error) };
    }
  };
}
