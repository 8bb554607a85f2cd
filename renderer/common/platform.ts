import { commands, type Shortcut, type ShortcutCommand } from '../../app/shared/commands.ts';

/** macOS says ⌘ where the others say Ctrl. */
const isMac = /mac/i.test(navigator.platform);

/** `Ctrl K` or `⌘K` */
export function shortcutText({ key, main = false, shift = false }: Shortcut): string {
  if (isMac) return `${shift ? '⇧' : ''}${main ? '⌘' : ''}${key}`;
  return [...(main ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), key].join(' ');
}

/** The key of a command, as text. */
export const shortcut = (command: ShortcutCommand): string => shortcutText(commands[command].shortcuts[0]);

/** `Run (Ctrl Enter)`, for the tip over a button. */
export const withShortcut = (label: string, of: ShortcutCommand | Shortcut): string =>
  `${label} (${typeof of === 'string' ? shortcut(of) : shortcutText(of)})`;
