import { useEffect } from 'react';
import { createResource } from '../actions/resource-actions.ts';
import { onEvent } from '../api/client.ts';
import { focusNextPane, focusUrl, runShown } from '../common/panes.ts';
import {
  closeOverlay,
  openPalette,
  openSettings,
  readWindow,
  toggleConsole,
  toggleSidebar,
} from '../common/window-state.ts';
import { connectNew } from '../connection/connection-actions.ts';
import { undoNewest } from '../notices/toast.tsx';
import { type Command, commandOf } from './key-commands.ts';

/** Carries out a command of the menu or a key. Behind a dialog only the palette's own key works. */
function carryOut(command: Command): void {
  const { overlay, confirmation } = readWindow();
  if (confirmation !== null) return;
  if (overlay !== null) {
    if (command === 'palette' && overlay.kind === 'palette') closeOverlay();
    return;
  }
  commands[command]();
}

const commands: Record<Command, () => void> = {
  'new-resource': () => void createResource(),
  'new-connection': () => connectNew(),
  palette: openPalette,
  settings: openSettings,
  run: runShown,
  'focus-url': focusUrl,
  'toggle-sidebar': toggleSidebar,
  'toggle-console': toggleConsole,
  'next-pane': () => focusNextPane(1),
  'previous-pane': () => focusNextPane(-1),
  undo: undoNewest,
  redo: () => undefined,
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const inList = (target: EventTarget | null): boolean => target instanceof Element && target.matches('[data-row]');

/** The keys of the window and the commands of the system's menu. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const command = commandOf({
        ...{ key, ctrlKey, metaKey, altKey, shiftKey },
        isTyping: isTyping(event.target),
        inList: inList(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      carryOut(command);
    };
    window.addEventListener('keydown', onKey);
    const end = onEvent('menu.command', ({ command }) => carryOut(command));
    return () => {
      window.removeEventListener('keydown', onKey);
      end();
    };
  }, []);
}
