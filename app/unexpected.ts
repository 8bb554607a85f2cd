import { basename } from 'node:path';
import type { OnNotice } from './settings/settings.ts';
import { AppError } from './shared/errors.ts';
import { languageOf } from './shared/messages/languages.ts';
import { type Message, message } from './shared/messages/message.ts';

/**
 * The type and place of an error, such as `TypeError (guard-contents.js:82)`: enough for a bug report. Leaves out the
 * message, because it may quote a secret (row 37).
 */
export function whereItFailed(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A message may contain lines that look like stack frames, so skip the whole message.
  const stack = error.stack ?? '';
  // The stack of an error of ours has no message.
  const [, frames = ''] = error instanceof AppError ? ['', stack] : stack.split(`${error.message}\n`);
  const [, path, line] = /^\s+at .*?\(?((?:file:|node:|[a-z]:[\\/]|\/)[^():]*?):(\d+):\d+\)?$/im.exec(frames) ?? [];
  const place = path === undefined ? '' : ` (${basename(path.replaceAll('\\', '/'))}:${line})`;
  return `${/^\w+$/.test(error.name) ? error.name : 'Error'}${place}`;
}

/**
 * Handles errors that nothing caught: the app keeps running and tells the user, once per place. Without this handler,
 * Electron stops the app with a dialog that shows the message, and Node ends the process.
 */
export function tellUnexpected(onNotice: OnNotice): (error: unknown) => void {
  const told = new Set<string>();
  return (error) => {
    const where = whereItFailed(error);
    if (told.has(where)) return;
    told.add(where);
    console.error(`Unexpected: ${where}`);
    onNotice({
      level: 'warning',
      title: message('unexpected.title'),
      text: message('unexpected.text', { where }),
    });
  };
}

/** One sentence that says why the app did not start. */
export function whyNotStarted(error: unknown): Message {
  if (error instanceof AppError) return error.text;
  if (error instanceof Error && 'code' in error && 'path' in error)
    return message('start.unusable', { path: String(error.path), code: String(error.code) });
  return message('unexpected.atStart', { where: whereItFailed(error) });
}

/**
 * The texts of an app that does not start, in the language of the system: the preferences may be unreadable. Loaded only
 * then, because they would delay every start.
 */
export async function textsOf(systemLanguages: readonly string[]) {
  const [{ text, textOf }, { loadLanguage }] = await Promise.all([
    import('./shared/messages/text.ts'),
    import('./shared/messages/load.ts'),
  ]);
  await loadLanguage(languageOf('system', systemLanguages)).catch(() => undefined);
  return { text, textOf };
}
