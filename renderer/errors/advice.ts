import type { ErrorCode } from '../../app/shared/error-codes.ts';
import type { ErrorDetails, ErrorReport } from '../../app/shared/errors.ts';
import { formatIfComplete } from '../../app/shared/messages/format.ts';
import type { MessageValue, MessageValues } from '../../app/shared/messages/message.ts';
import { type TextId, text, textOf } from '../messages/text.ts';
import { adviceActions } from './advice-actions.ts';
import type { ActionName, Advice } from './rule.ts';

/** The label of a button. */
export const actionLabel = (name: ActionName): string => text(`errorPanel.action.${name}`);

/** What happened, in a few words. */
export const adviceTitle = (code: ErrorCode): string => text(`advice.${code}.title`);

/** Turns an error into advice, from the texts of its code. No other file does. */
export function adviceFor({ code, details = {}, message }: ErrorReport): Advice {
  const title: TextId = `advice.${code}.title`;
  const meaning: TextId = `advice.${code}.meaning`;
  return {
    title: text(title),
    // If the error lacks a fact, its own sentence is better than a gap.
    meaning: formatIfComplete({ id: meaning, values: valuesOf(details) }) ?? textOf(message),
    actions: adviceActions[code],
  };
}

/** The facts that a text can name. */
const valuesOf = (details: ErrorDetails): MessageValues =>
  Object.fromEntries(
    Object.entries(details).filter((fact): fact is [string, MessageValue] => typeof fact[1] !== 'boolean'),
  );
