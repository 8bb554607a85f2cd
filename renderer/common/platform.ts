import { commands, type Shortcut, type ShortcutCommand } from '../../app/shared/commands.ts';
import { text } from '../messages/text.ts';

/** macOS says ⌘ where the others say Ctrl. */
const isMac = /mac/i.test(navigator.platform);

/** `Ctrl K` or `⌘K`, in German `Strg K`. */
export function shortcutText({ key, main = false, shift = false }: Shortcut): string {
  const name = key === 'Enter' ? text('common.key.enter') : key;
  if (isMac) return `${shift ? '⇧' : ''}${main ? '⌘' : ''}${name}`;
  return [...(main ? [text('common.key.ctrl')] : []), ...(shift ? [text('common.key.shift')] : []), name].join(' ');
}

/** The key of a command, as text. */
export const shortcut = (command: ShortcutCommand): string => shortcutText(commands[command].shortcuts[0]);

/** `Run (Ctrl Enter)`, for the tip over a button. */
export const withShortcut = (label: string, of: ShortcutCommand | Shortcut): string =>
  text('common.withShortcut', { label, shortcut: typeof of === 'string' ? shortcut(of) : shortcutText(of) });
