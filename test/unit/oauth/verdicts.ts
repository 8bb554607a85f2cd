import { expect } from 'vitest';
import type { HttpResponse } from '../../../app/http/request-text.ts';
import { AppError } from '../../../app/shared/errors.ts';
import type { RecordedResponse } from './recorded-responses.ts';

export type Verdict = 'accepted' | 'refused';
export interface Case {
  name: string;
  ours: Verdict;
  theirs: Verdict;
  /** Why they differ; to be there exactly where they do. */
  difference?: string;
}

export const ourResponse = ({ status, contentType, body }: RecordedResponse): HttpResponse => ({
  status,
  headers: { 'content-type': contentType },
  text: body,
});
export const theirResponse = ({ status, contentType, body }: RecordedResponse): Response =>
  new Response(body, { status, headers: { 'content-type': contentType } });
/** The response with other fields; `undefined` takes one away. */
export const changed = (
  response: RecordedResponse,
  fields: object,
  more: Partial<RecordedResponse> = {},
): RecordedResponse => ({
  ...response,
  ...more,
  body: JSON.stringify({ ...JSON.parse(response.body), ...fields }),
});

async function verdictOf(run: () => unknown): Promise<Verdict> {
  try {
    await run();
    return 'accepted';
  } catch (error) {
    // Refused in words of its own, ours or theirs; anything else is a fault of the test.
    if (error instanceof AppError || (error instanceof Error && 'code' in error)) return 'refused';
    throw error;
  }
}

export async function compare(each: Case, ours: () => unknown, theirs: () => unknown): Promise<void> {
  expect({ ours: await verdictOf(ours), theirs: await verdictOf(theirs) }).toEqual({
    ours: each.ours,
    theirs: each.theirs,
  });
  expect(each.difference !== undefined).toBe(each.ours !== each.theirs);
}

export const agreed = (name: string, verdict: Verdict): Case => ({ name, ours: verdict, theirs: verdict });
export const stricter = (name: string, difference: string): Case => ({
  name,
  ours: 'refused',
  theirs: 'accepted',
  difference,
});
export const kinder = (name: string, difference: string): Case => ({
  name,
  ours: 'accepted',
  theirs: 'refused',
  difference,
});
