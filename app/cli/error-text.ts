import type { AppError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { forTerminal } from './streams.ts';

/** What a failed command writes to the standard error: sentences, or one line of JSON. */
export function errorText(
  { code, text, serviceMessage, details }: AppError,
  { isJson, textOf }: { isJson: boolean; textOf(message: Message): string },
): string {
  const said = textOf(text);
  if (isJson) return `${JSON.stringify({ error: { code, message: said, serviceMessage, details } })}\n`;
  const quote = serviceMessage === undefined ? '' : `  ${textOf(message('cli.serviceSays', { text: serviceMessage }))}`;
  return [`tokenboard: ${said}`, quote]
    .filter((line) => line !== '')
    .map((line) => `${forTerminal(line)}\n`)
    .join('');
}
