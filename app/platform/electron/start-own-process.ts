import { spawn } from 'node:child_process';
import { app } from 'electron';
import { childEnvironment, managedProcess } from '../browser/system.ts';
import type { ChildProcess, ProcessEntry } from '../platform.ts';
import { processFlag } from '../start-flags.ts';

/**
 * Starts a bundled entry by the app's own program. Utility processes exist only when Electron is ready, which needs a
 * display, and the program runs no other script: the fuse `runAsNode` is off (row 13).
 */
export function startOwnProcess(entry: ProcessEntry, args: string[], heapMebibytes?: number): ChildProcess {
  return managedProcess(
    spawn(
      process.execPath,
      [
        ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
        ...(heapMebibytes === undefined ? [] : [`--js-flags=--max-old-space-size=${heapMebibytes}`]),
        ...(app.isPackaged ? [] : [app.getAppPath()]),
        processFlag,
        entry,
        ...args,
      ],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        // Transfers bytes unchanged.
        serialization: 'advanced',
        env: childEnvironment(),
      },
    ),
  );
}
