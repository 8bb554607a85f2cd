import type { ServerResponse } from 'node:http';
import { sendJson } from '../responses.ts';

/** 100 is Peaka's own code for a taken name. The others are made up: its documents name none. */
const errorCodes = { 400: 104, 401: 101, 403: 102, 404: 103, 409: 100 } as const;

/** A refusal of the practice Peaka. */
export class PeakaProblem extends Error {
  readonly status: keyof typeof errorCodes;
  constructor(status: keyof typeof errorCodes, message: string) {
    super(message);
    this.status = status;
  }
}

/** `{"errorCode": 100, "message": "…"}`, the form of the errors that Peaka's documents show. */
export function sendProblem(response: ServerResponse, { status, message }: PeakaProblem): void {
  const headers: Record<string, string> = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
  sendJson(response, status, { errorCode: errorCodes[status], message }, headers);
}
