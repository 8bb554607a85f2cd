import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
}

export const authorizationWindowSize = { width: 560, height: 760 };
export const minimumSize = { width: 720, height: 480 };
const usualSize = { width: 1280, height: 800 };

/** Moves saved bounds onto an existing display: displays may have been removed or resized since. */
export function boundsOn(displays: readonly Rectangle[], saved: Rectangle | undefined): Rectangle {
  const home = displays.find((display) => saved !== undefined && overlap(display, saved) > 0) ?? displays[0];
  if (home === undefined) return { x: 0, y: 0, ...usualSize };
  const width = clamp(saved?.width ?? usualSize.width, Math.min(minimumSize.width, home.width), home.width);
  const height = clamp(saved?.height ?? usualSize.height, Math.min(minimumSize.height, home.height), home.height);
  const fits = saved !== undefined && overlap(home, saved) > 0;
  const x = fits ? saved.x : home.x + Math.round((home.width - width) / 2);
  const y = fits ? saved.y : home.y + Math.round((home.height - height) / 2);
  return {
    x: clamp(x, home.x, home.x + home.width - width),
    y: clamp(y, home.y, home.y + home.height - height),
    width,
    height,
  };
}

/** Centred on another window, within the display. */
export function centredOn(over: Rectangle, size: { width: number; height: number }, display: Rectangle): Rectangle {
  const width = Math.min(size.width, display.width);
  const height = Math.min(size.height, display.height);
  const x = Math.round(over.x + (over.width - width) / 2);
  const y = Math.round(over.y + (over.height - height) / 2);
  return {
    x: clamp(x, display.x, display.x + display.width - width),
    y: clamp(y, display.y, display.y + display.height - height),
    width,
    height,
  };
}

/** `undefined` if the file is missing or damaged: the window then opens at its default place. */
export function readWindowState(dataFolder: string): WindowState | undefined {
  try {
    const stored: unknown = JSON.parse(readFileSync(join(dataFolder, 'window.json'), 'utf8'));
    return isWindowState(stored) ? { bounds: stored.bounds, maximized: stored.maximized } : undefined;
  } catch {
    return undefined;
  }
}

export function writeWindowState(dataFolder: string, state: WindowState): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const path = join(dataFolder, 'window.json');
    writeFileSync(`${path}.new`, `${JSON.stringify({ version: 1, ...state })}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch {
    // A full or read-only disk: a window's place is not worth an error.
  }
}

/** Checked by hand: the window opens before anything as large as the schema library is loaded. */
function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('version' in value && value.version === 1 && 'maximized' in value && 'bounds' in value)) return false;
  const bounds: unknown = value.bounds;
  return typeof value.maximized === 'boolean' && typeof bounds === 'object' && bounds !== null && isRectangle(bounds);
}

const isRectangle = (value: object): boolean =>
  ['x', 'y', 'width', 'height'].every((side) => {
    const length: unknown = Reflect.get(value, side);
    return typeof length === 'number' && Math.abs(length) <= 100_000;
  });

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
