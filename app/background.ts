import type { TrayState } from './platform/tray.ts';

export interface BackgroundDeps {
  /** `undefined` removes the icon. */
  showTray(state: TrayState | undefined): void;
  /** Whether the app goes on without its window, by the user's choice. */
  keepsRunning(): boolean;
  hasWindow(): boolean;
  /** `undefined`: not known yet. */
  feeds(): TrayState | undefined;
}

/** What the user sees of the app while it has no window: an icon in the tray, where the platform has one. */
export interface Background {
  /** The app started without a window, and goes on until its first one is closed. */
  startedHidden(): void;
  /** Whether the app goes on when no window is open. */
  goesOn(): boolean;
  /** A window was opened or closed, or the preferences or the language changed. */
  update(): void;
  /** Each read of a feed is a change: the icon follows within a second. */
  feedsChanged(): void;
  close(): void;
}

const followsWithinMs = 1_000;

export function createBackground({ showTray, keepsRunning, hasWindow, feeds }: BackgroundDeps): Background {
  let isHiddenStart = false;
  let waiting: NodeJS.Timeout | undefined;
  let isClosed = false;
  const goesOn = () => keepsRunning() || isHiddenStart;
  const update = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (isClosed) return;
    if (hasWindow()) isHiddenStart = false;
    showTray(goesOn() ? (feeds() ?? { feeds: 'off', published: 0, origins: [] }) : undefined);
  };
  return {
    goesOn,
    update,
    startedHidden: () => {
      isHiddenStart = true;
      update();
    },
    feedsChanged: () => {
      if (!isClosed && goesOn()) waiting ??= setTimeout(update, followsWithinMs).unref();
    },
    close: () => {
      isClosed = true;
      clearTimeout(waiting);
    },
  };
}
