import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** A page that does nothing responds in milliseconds; a busy machine takes longer. */
const respondsWithinMs = 1_000;
/** Longer than a print dialog takes to open, once its page has ended. */
const dialogOpensWithinMs = 3_000;

/** By the ID of their contents. */
const retired = new Set<number>();

/** Whether these contents are of a window whose login is over: nothing that they ask for counts. */
export const isRetired = (webContentsId: number | undefined): boolean =>
  webContentsId !== undefined && retired.has(webContentsId);

/**
 * Hides a login window at once, and destroys it when its pages respond. One that prints does not: Electron crashes when
 * the window has gone before its print dialog opens (row 47; seen on 33.2, Linux). The processes of such a page, or of
 * one in a busy loop, are ended first. Never rejects.
 */
export async function retireWindow(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed() || retired.has(window.webContents.id)) return;
  const contents = window.webContents;
  const { id } = contents;
  retired.add(id);
  window.once('closed', () => retired.delete(id));
  window.hide();
  // Without a page there is nothing that could print, and nothing that responds.
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
    // 0 would be this process and all of its children.
    if (processId > 0) process.kill(processId, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
