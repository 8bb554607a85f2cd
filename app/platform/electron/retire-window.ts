import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** An idle page responds in milliseconds, later on a busy machine. */
const respondsWithinMs = 1_000;
/** Longer than a print dialog takes to open after its page has ended. */
const dialogOpensWithinMs = 3_000;

/** By the ID of their contents. */
const retired = new Set<number>();

/** Whether these contents belong to a window whose login has ended: their requests are refused. */
export const isRetired = (webContentsId: number | undefined): boolean =>
  webContentsId !== undefined && retired.has(webContentsId);

/**
 * Hides a login window at once, and destroys it when its pages respond. A page that prints does not respond: Electron
 * crashes if the window is gone before its print dialog opens (row 47; seen on 33.2, Linux). The processes of such a
 * page, or of one in a busy loop, are killed first. Never rejects.
 */
export async function retireWindow(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed() || retired.has(window.webContents.id)) return;
  const contents = window.webContents;
  const { id } = contents;
  retired.add(id);
  window.once('closed', () => retired.delete(id));
  window.hide();
  // A window without a page can neither print nor respond.
  const frames = contents.getURL() === '' ? [] : contents.mainFrame.framesInSubtree;
  const processes = new Set(frames.map(({ osProcessId }) => osProcessId));
  const idle = Promise.all(frames.map((frame) => frame.executeJavaScript('0').catch(() => {}))).then(() => true);
  if (!(await Promise.race([idle, wait(respondsWithinMs, false)]))) {
    processes.forEach(end);
    await wait(dialogOpensWithinMs);
  }
  if (!window.isDestroyed()) window.destroy();
}

function end(processId: number): void {
  try {
    // 0 would mean this process and all its children.
    if (processId > 0) process.kill(processId, 'SIGKILL');
  } catch {
    // The process has already ended.
  }
}
