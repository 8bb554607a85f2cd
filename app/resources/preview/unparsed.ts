import type { Fault } from './formats/format.ts';
import type { BodySummary } from './messages.ts';

/** The summary of a body that is not in its format. */
export function unparsed({ message, line, column }: Fault, lineCount: number): BodySummary {
  return {
    status: 'unparsed',
    message,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    lineCount,
  };
}
