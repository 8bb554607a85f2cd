import { commands, type Shortcut, type ShortcutCommand } from '../../app/shared/commands.ts';
import { type TextId, text } from '../messages/text.ts';

/** macOS says ⌘ where the others say Ctrl. */
const isMac = /mac/i.test(navigator.platform);

/** Keys that are pressed together. */
export interface KeyCombination {
  /** As in `Shortcut`; arrows by their signs. */
  key: string;
  main?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** Keys whose label depends on the language. */
const named: Readonly<Record<string, TextId>> = {
  Enter: 'common.key.enter',
  Escape: 'common.key.escape',
  Space: 'common.key.space',
  Home: 'common.key.home',
  End: 'common.key.end',
  PageUp: 'common.key.pageUp',
  PageDown: 'common.key.pageDown',
};

/** `Ctrl K` or `⌘K`, in German `Strg K`. */
export function shortcutText({ key, main = false, shift = false, alt = false }: KeyCombination): string {
  const id = named[key];
  const name = id === undefined ? key : text(id);
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${main ? '⌘' : ''}${name}`;
  const modifiers = [
    ...(main ? [text('common.key.ctrl')] : []),
    ...(alt ? [text('common.key.alt')] : []),
    ...(shift ? [text('common.key.shift')] : []),
  ];
  return [...modifiers, name].join(' ');
}

/** The key of a command, as text. */
export const shortcut = (command: ShortcutCommand): string => shortcutText(commands[command].shortcuts[0]);

/** `Run (Ctrl Enter)`, for the tip over a button. */
export const withShortcut = (label: string, of: ShortcutCommand | Shortcut): string =>
  text('common.withShortcut', { label, shortcut: typeof of === 'string' ? shortcut(of) : shortcutText(of) });
