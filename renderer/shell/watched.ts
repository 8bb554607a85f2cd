import { call } from '../api/client.ts';
import { readWindow, watchWindow } from '../common/window-state.ts';

/**
 * Tells main what the user sees, when it changes: a hidden window is told nothing about runs, and main notifies the user
 * of what is not on the screen. Returns the function that stops this.
 */
export function tellWatched(): () => void {
  let told = '';
  const tell = (): void => {
    const { selection } = readWindow();
    const watched = {
      isVisible: document.visibilityState === 'visible',
      hasFocus: document.hasFocus(),
      shownId: selection?.kind === 'resource' ? selection.id : null,
    };
    const words = JSON.stringify(watched);
    if (words === told) return;
    told = words;
    // Main is closing, or the vault is not open yet: main then treats the window as one that sees everything.
    call('reload.watch', watched).catch(() => undefined);
  };
  const places: [EventTarget, string][] = [
    [document, 'visibilitychange'],
    [window, 'focus'],
    [window, 'blur'],
  ];
  for (const [target, event] of places) target.addEventListener(event, tell);
  const ends = watchWindow(tell);
  tell();
  return () => {
    ends();
    for (const [target, event] of places) target.removeEventListener(event, tell);
  };
}
