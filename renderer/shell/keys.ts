import { useEffect } from 'react';
import type { CommandName } from '../../app/shared/commands.ts';
import { onEvent } from '../api/client.ts';
import { runCommand } from '../commands/run-command.ts';
import { closeOverlay, readWindow } from '../common/window-state.ts';
import { commandOf } from './key-commands.ts';

/** These lie above a dialog. The palette is no dialog: what it finds replaces it. */
const isHelp = (command: CommandName): boolean => command === 'help' || command === 'help-keys';

/** Runs a command of the menu or a key. Behind a dialog only help and the palette's own key work. */
function runUnlessCovered(command: CommandName): void {
  const { overlay, peakaAccount, help, confirmation } = readWindow();
  if (confirmation !== null || help !== null) return;
  if (overlay !== null && (overlay.kind === 'palette' || !isHelp(command))) {
    if (command === 'palette' && overlay.kind === 'palette') closeOverlay();
    return;
  }
  if (peakaAccount !== null && !isHelp(command)) return;
  runCommand(command);
}

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
      runUnlessCovered(command);
    };
    window.addEventListener('keydown', onKey);
    const end = onEvent('menu.command', ({ command }) => runUnlessCovered(command));
    return () => {
      window.removeEventListener('keydown', onKey);
      end();
    };
  }, []);
}
