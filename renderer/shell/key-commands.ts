export type Command =
  | 'new-resource'
  | 'new-connection'
  | 'palette'
  | 'settings'
  | 'run'
  | 'focus-url'
  | 'toggle-sidebar'
  | 'toggle-console'
  | 'next-pane'
  | 'previous-pane'
  | 'undo'
  | 'redo';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  isTyping: boolean;
  /** On a row of the sidebar. */
  inList: boolean;
};

const withMainKey: Record<string, Command> = {
  k: 'palette',
  n: 'new-resource',
  l: 'focus-url',
  ',': 'settings',
  b: 'toggle-sidebar',
  j: 'toggle-console',
  enter: 'run',
};

/**
 * The command of a key, if it has one. A letter alone counts in lists only: anywhere else somebody may mean to type.
 * Undo and redo count outside fields: the browser's own would undo what was typed last in any field.
 */
export function commandOf(pressed: Key): Command | null {
  const key = pressed.key.toLowerCase();
  if (pressed.altKey) return null;
  if ((pressed.ctrlKey || pressed.metaKey) && ['z', 'y'].includes(key)) {
    if (pressed.isTyping) return null;
    return key === 'z' && !pressed.shiftKey ? 'undo' : 'redo';
  }
  if (pressed.ctrlKey || pressed.metaKey) return pressed.shiftKey ? null : (withMainKey[key] ?? null);
  if (key === 'f6') return pressed.shiftKey ? 'previous-pane' : 'next-pane';
  if (key === 'n' && !pressed.shiftKey && pressed.inList) return 'new-resource';
  return null;
}
