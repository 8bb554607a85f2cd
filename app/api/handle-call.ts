import type { HandleCall } from '../platform/platform.ts';
import { type CallName, calls } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import type { Border } from './border.ts';
import type { Handler, Handlers } from './handlers/handlers.ts';

const isCall = (channel: string): channel is CallName => Object.hasOwn(calls, channel);

/** `unknown` in, data out: validates, calls one handler, turns every error into a report. What leaves passes the border. */
export function createCallHandler(handlers: Handlers, border: Border): HandleCall {
  return async (channel, request) => {
    try {
      if (!isCall(channel)) throw new RequestError('input.unknown_call', 'This request is unknown to Tokenboard.');
      const read = calls[channel].request.safeParse(request);
      if (!read.success) {
        // Only where, never what: the value may be a secret.
        const field = read.error.issues[0]?.path.join('.') ?? '';
        throw new RequestError('input.invalid', 'Tokenboard received a value that is not valid.', {
          details: { field },
        });
      }
      // The schema of this very channel made the request: TypeScript cannot follow that through the union.
      const handler = handlers[channel] as Handler<CallName>;
      return { ok: true, value: border.response(channel, await handler(read.data as never)) };
    } catch (error) {
      return { ok: false, error: border.report(error) };
    }
  };
}
