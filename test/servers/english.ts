import { AppError } from '../../app/shared/errors.ts';
import { formatEnglish } from '../../app/shared/messages/format.ts';
import type { Message } from '../../app/shared/messages/message.ts';

/** Problems with their messages in English. */
export const inEnglish = <Problem extends { message: Message }>(problems: readonly Problem[]) =>
  problems.map((problem) => ({ ...problem, message: formatEnglish(problem.message) }));

/** A caught error whose facts are in English. */
export function errorInEnglish(error: unknown) {
  if (!(error instanceof AppError)) throw error;
  const { code, message, serviceMessage, details = {} } = error;
  const facts = Object.entries(details).map(([name, fact]) => [
    name,
    typeof fact === 'object' ? formatEnglish(fact) : fact,
  ]);
  return { code, message, serviceMessage, details: Object.fromEntries(facts) };
}

/** Matches a message whose English text contains `part`, where a test compares objects. */
export const says = (part: string): unknown => ({
  asymmetricMatch: (value: Message) => formatEnglish(value).includes(part),
  toString: () => `says “${part}”`,
});
