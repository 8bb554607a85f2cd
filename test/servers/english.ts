import { formatEnglish } from '../../app/shared/messages/format.ts';
import type { Message } from '../../app/shared/messages/message.ts';

/** Problems with their messages in English. */
export const inEnglish = <Problem extends { message: Message }>(problems: readonly Problem[]) =>
  problems.map((problem) => ({ ...problem, message: formatEnglish(problem.message) }));
