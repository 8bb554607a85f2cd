import { app } from 'electron';
import type { DesktopCommand } from '../desktop-entry.ts';
import { type LoginStart, notWritten, xdgLoginStart } from '../login-start.ts';
import { hiddenFlag } from '../start-flags.ts';

/** Of the Electron app. Electron itself knows nothing of the desktops of Linux. */
export function electronLoginStart(environment: NodeJS.ProcessEnv): LoginStart {
  const appPath = app.isPackaged ? [] : [app.getAppPath()];
  if (process.platform === 'linux')
    return xdgLoginStart({
      environment,
      home: app.getPath('home'),
      // An AppImage is mounted elsewhere at each start (docs.appimage.org, "Environment variables").
      command: [environment.APPIMAGE || process.execPath, ...appPath] satisfies DesktopCommand,
      isHidden: true,
    });
  // Windows joins the arguments without quotation marks of its own. macOS passes none: `startedHidden`.
  const item = { path: process.execPath, args: [...appPath.map((path) => `"${path}"`), hiddenFlag] };
  const query = process.platform === 'win32' ? item : {};
  return {
    isOn: () => {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(query);
      // Windows: the user can switch it off in the Task Manager.
      return openAtLogin && (process.platform !== 'win32' || executableWillLaunchAtLogin);
    },
    set: (isOn) => {
      try {
        app.setLoginItemSettings({ ...query, openAtLogin: isOn });
      } catch (cause) {
        throw notWritten(cause);
      }
    },
  };
}

/** Whether this start shows no window. */
export const startedHidden = (args: readonly string[]): boolean =>
  args.includes(hiddenFlag) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
