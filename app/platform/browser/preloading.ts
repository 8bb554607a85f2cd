import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `NetworkPredictionOptions::kDisabled` of Chromium's chrome/browser/preloading/prefetch/prefetch_prefs.h. */
const never = 2;

/**
 * Turns off "Preload pages" in the browser's settings, for every window of this profile. Otherwise a login page could
 * make the browser prefetch or prerender a URL (speculation rules). Those requests bypass the interception, so the
 * server at the callback URL would see code and state (row 16). Chromium reads the file at start.
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

/** Chromium also replaces a missing or damaged file. */
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
