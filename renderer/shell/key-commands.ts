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

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { isTyping: boolean };

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
 * The command of a key, if it has one. `N` alone counts outside fields only, and so do undo and redo: the browser's own
 * would take back what was typed last in any field, wherever the focus is.
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
  if (key === 'n' && !pressed.shiftKey && !pressed.isTyping) return 'new-resource';
  return null;
}
