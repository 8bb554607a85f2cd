import { accessSync, constants, existsSync } from 'node:fs';
import { findBrowser } from '../platform/browser/find-browser.ts';
import { hasDisplay } from '../process/display.ts';
import { readEnvironment } from '../process/environment.ts';
import type { Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('windows');

/** What shows login windows: a display, and Electron or an installed browser. */
export function examineWindows({ environment, platform }: Patient): Finding[] {
  const display = hasDisplay(environment, platform)
    ? ok('display', message('doctor.windows.display'))
    : ok('noDisplay', message('doctor.windows.noDisplay'));
  if (process.versions.electron !== undefined)
    return [display, ok('electron', message('doctor.windows.electron', { version: process.versions.electron }))];
  const { browser: chosen } = readEnvironment(environment);
  const path = findBrowser({ platform, environment, exists: existsSync });
  if (path === undefined)
    return [
      display,
      chosen === undefined
        ? warning('browser', message('doctor.windows.noBrowser'), message('doctor.windows.noBrowser.advice'))
        : failure(
            'browser',
            message('doctor.windows.notThere', { path: chosen }),
            message('doctor.windows.chosen.advice'),
          ),
    ];
  try {
    accessSync(path, constants.X_OK);
    return [display, ok('browser', message('doctor.windows.browser', { path }))];
  } catch {
    return [
      display,
      failure('browser', message('doctor.windows.notExecutable', { path }), message('doctor.windows.chosen.advice')),
    ];
  }
}
