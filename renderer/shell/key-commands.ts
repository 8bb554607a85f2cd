import { type CommandName, commands, type Shortcut, shortcutCommands } from '../../app/shared/commands.ts';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  isTyping: boolean;
  /** On a row of the sidebar. */
  inList: boolean;
};

/** The command of a key, if it has one. */
export const commandOf = (pressed: Key): CommandName | null =>
  shortcutCommands.find((name) => commands[name].shortcuts.some((shortcut) => isPressed(shortcut, pressed))) ?? null;

/** Whether a sign needs Shift depends on the keyboard, and `key` already is the sign that results. */
const isSign = (key: string): boolean => /^[^\p{L}\p{N}]$/u.test(key);

function isPressed({ key, main = false, shift = false, only }: Shortcut, pressed: Key): boolean {
  if (pressed.altKey || (pressed.ctrlKey || pressed.metaKey) !== main) return false;
  if (!isSign(key) && pressed.shiftKey !== shift) return false;
  if ((only === 'lists' && !pressed.inList) || (only === 'outsideFields' && pressed.isTyping)) return false;
  return pressed.key.toLowerCase() === key.toLowerCase();
}
