import { homedir } from 'node:os';
import { join } from 'node:path';

/** Every TOKENBOARD_ variable, in one place. The vault reads TOKENBOARD_KEY itself. */
export interface TokenboardEnvironment {
  /** TOKENBOARD_DATA: another folder for settings and vault. */
  dataFolder: string;
  /** TOKENBOARD_BROWSER: the browser for the browser platform. */
  browser: string | undefined;
  /** TOKENBOARD_HEADLESS=1: no window on a display (browser platform). */
  headless: boolean;
  /** TOKENBOARD_CHROMIUM_NO_SANDBOX=1: for tests in containers (browser platform). */
  noSandbox: boolean;
}

export function readEnvironment(environment: NodeJS.ProcessEnv): TokenboardEnvironment {
  return {
    dataFolder: environment.TOKENBOARD_DATA || usualDataFolder(process.platform, environment, homedir()),
    browser: environment.TOKENBOARD_BROWSER || undefined,
    headless: environment.TOKENBOARD_HEADLESS === '1',
    noSandbox: environment.TOKENBOARD_CHROMIUM_NO_SANDBOX === '1',
  };
}

/** Electron's folder for `userData`, so that both platforms find the same connections. */
export function usualDataFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Tokenboard');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tokenboard');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'Tokenboard');
}

/** The environment for child processes, without the app's own variables, which include the vault's key. */
export function processEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && !name.startsWith('TOKENBOARD_')) kept[name] = value;
  return kept;
}
