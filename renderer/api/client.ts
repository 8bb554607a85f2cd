import type {
  Bridge,
  CallName,
  CallRequest,
  CallResponse,
  EventName,
  EventPayload,
} from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { message, textOf } from '../messages/text.ts';

declare global {
  interface Window {
    /** Set by the preload (Electron) or the exposed binding (browser platform). */
    tokenboard: Bridge;
  }
}

/** The error of a call, as main reported it. */
class ApiError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(textOf(report.message));
    this.name = 'ApiError';
    this.report = report;
  }
}

/** Calls main. Resolves with the response, throws `ApiError`. */
export async function call<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  const result = await window.tokenboard.calls[name](request);
  if (result.ok) return result.value;
  throw new ApiError(result.error);
}

/** Subscribes to an event from main. Returns the function that unsubscribes. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.tokenboard.events[name](listener);
}

/** Any thrown value as a report. The text of an error that is not from main is not worth showing. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof ApiError) return error.report;
  return { code: 'app.unexpected', message: message('core.unexpected') };
}
