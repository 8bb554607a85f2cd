import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { writeFileDurably } from '../process/atomic-file.ts';
import { SettingsError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { autostartEntry, type DesktopCommand, isAutostarted } from './desktop-entry.ts';
import { hiddenFlag } from './start-flags.ts';

/** Whether the system starts the app when the user logs in. The system keeps this, and the user can change it there. */
export interface LoginStart {
  isOn(): boolean;
  /** Throws SettingsError `settings.unwritable`. */
  set(isOn: boolean): void;
}

export interface XdgLoginStartOptions {
  environment: NodeJS.ProcessEnv;
  home: string;
  /** The program, and what starts the app with it. */
  command: DesktopCommand;
  /** Whether the app can start without its window. */
  isHidden: boolean;
}

/** By a file in `autostart/`, as every desktop of Linux reads it. Relative paths in XDG_CONFIG_HOME are ignored. */
export function xdgLoginStart({ environment, home, command, isHidden }: XdgLoginStartOptions): LoginStart {
  const configured = environment.XDG_CONFIG_HOME ?? '';
  const folder = join(isAbsolute(configured) ? configured : join(home, '.config'), 'autostart');
  const path = join(folder, 'tokenboard.desktop');
  const [program] = command;
  const data = environment.TOKENBOARD_DATA;
  // A login has no variables of a terminal.
  const started: DesktopCommand = data ? ['env', `TOKENBOARD_DATA=${resolve(data)}`, ...command] : command;
  return {
    isOn: () => {
      try {
        return isAutostarted(readFileSync(path, 'utf8'));
      } catch {
        return false;
      }
    },
    set: (isOn) => {
      try {
        if (!isOn) return rmSync(path, { force: true });
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileDurably(path, autostartEntry(isHidden ? [...started, hiddenFlag] : started, program));
      } catch (cause) {
        throw notWritten(cause);
      }
    },
  };
}

export const notWritten = (cause: unknown): SettingsError =>
  new SettingsError('settings.unwritable', message('files.unwritable', { what: message('files.of.loginStart') }), {
    cause,
  });
