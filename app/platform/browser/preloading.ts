import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `NetworkPredictionOptions::kDisabled` of Chromium's chrome/browser/preloading/prefetch/prefetch_prefs.h. */
const never = 2;

/**
 * Sets "Preload pages" of the browser's own settings to off, for every window of this profile. Else a login page can have
 * the browser prefetch or prerender a URL (speculation rules), and those requests pass the interception of the callback:
 * the server at the callback address would see code and state (row 16). Chromium reads the file when it starts.
 */
export function turnPreloadingOff(profile: string): void {
  const folder = join(profile, 'Default');
  const path = join(folder, 'Preferences');
  const preferences = readPreferences(path);
  const net = isRecord(preferences.net) ? preferences.net : {};
  if (net.network_prediction_options === never) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const changed = { ...preferences, net: { ...net, network_prediction_options: never } };
  writeFileSync(path, JSON.stringify(changed), { mode: 0o600 });
}

/** A missing or damaged file is replaced by Chromium too. */
function readPreferences(path: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(read) ? read : {};
  } catch {
    return {};
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
