import { readFileSync } from 'node:fs';

/** The instance that uses the data folder. Stored in the folder, so that computers that share it see each other. */
export interface InstanceHolder {
  pid: number;
  /** The computer's name. */
  hostname: string;
  /** The socket or pipe that a second start talks to. Works only on the same computer. */
  address: string;
}

/** Checked by hand: this loads before the window opens, and a schema library would delay it. */
function isHolder(value: unknown): value is InstanceHolder {
  if (typeof value !== 'object' || value === null) return false;
  const has = (name: string, type: string) => typeof Reflect.get(value, name) === type;
  return has('pid', 'number') && has('hostname', 'string') && has('address', 'string');
}

/** `undefined`: no holder, or the file is damaged. */
export function readHolder(lock: string): InstanceHolder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
