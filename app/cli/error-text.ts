import type { AppError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { forTerminal } from './streams.ts';

/** The command that leads on. */
function nextStep(code: ExitCode): Message | undefined {
  if (code === exitCodes.loginNeeded) return message('cli.next.authorize');
  if (code === exitCodes.tryLater) return message('cli.next.network');
  return code === exitCodes.vault || code === exitCodes.folder ? message('cli.next.doctor') : undefined;
}

/** What a failed command writes to the standard error: sentences, or one line of JSON. */
export function errorText(
  { code, text, serviceMessage, details }: AppError,
  { isJson, textOf }: { isJson: boolean; textOf(message: Message): string },
): string {
  const said = textOf(text);
  if (isJson) return `${JSON.stringify({ error: { code, message: said, serviceMessage, details } })}\n`;
  const quote = serviceMessage === undefined ? '' : `  ${textOf(message('cli.serviceSays', { text: serviceMessage }))}`;
  const next = nextStep(exitCodeOf(code));
  return [`tokenboard: ${said}`, quote, next === undefined ? '' : `  ${textOf(next)}`]
    .filter((line) => line !== '')
    .map((line) => `${forTerminal(line)}\n`)
    .join('');
}
