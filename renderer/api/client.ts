import type {
  Bridge,
  CallName,
  CallRequest,
  CallResponse,
  EventName,
  EventPayload,
} from '../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';

declare global {
  interface Window {
    /** Put there by the preload (Electron) or the exposed binding (browser platform). */
    tokenboard: Bridge;
  }
}

/** A call's error on this side of the border: the report as it crossed, thrown. */
class ApiError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = 'ApiError';
    this.report = report;
  }
}

/** Asks main. Resolves with the response, throws `ApiError`. */
export async function call<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallResponse<Name>> {
  const result = await window.tokenboard.calls[name](request);
  if (result.ok) return result.value;
  throw new ApiError(result.error);
}

/** Hears what main tells unasked; returns the function that ends it. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.tokenboard.events[name](listener);
}

/** Any thrown value as a report: what did not come from main has no text of its own worth showing. */
export function reportOf(error: unknown): ErrorReport {
  if (error instanceof ApiError) return error.report;
  return { code: 'app.unexpected', message: 'An unexpected error occurred.' };
}
