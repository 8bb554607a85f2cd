import { win32 } from 'node:path';
import { run, type Service, type ServiceFacts, tryToRun, xmlText } from './service.ts';

const taskName = 'Tokenboard';

/**
 * A task of the Task Scheduler, which starts when the user logs in: Node is no Windows service by itself, and a task of
 * the user reaches the user's Credential Manager. A task has no environment of its own, so all is in its flags.
 */
export function windowsService(facts: ServiceFacts): Service {
  const path = win32.join(facts.home, 'AppData', 'Local', 'Tokenboard', 'tokenboard-task.xml');
  return {
    install: [
      { do: 'write', path, content: task(facts), encoding: 'utf16le' },
      run('schtasks.exe', '/Create', '/TN', taskName, '/XML', path, '/F'),
      run('schtasks.exe', '/Run', '/TN', taskName),
    ],
    uninstall: [
      tryToRun('schtasks.exe', '/End', '/TN', taskName),
      tryToRun('schtasks.exe', '/Delete', '/TN', taskName, '/F'),
      { do: 'remove', path },
    ],
  };
}

/** Task Scheduler schema, version 1.2. `schtasks` reads UTF-16 with a byte order mark. */
function task({ program: [command, script], flags, dataFolder }: ServiceFacts): string {
  const data = dataFolder === undefined ? [] : ['--data', dataFolder];
  const args = [script, ...flags, ...data].map(quoted).join(' ');
  return `\uFEFF${[
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>',
    '  <Principals><Principal id="Author">',
    '    <LogonType>InteractiveToken</LogonType>',
    '    <RunLevel>LeastPrivilege</RunLevel>',
    '  </Principal></Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '    <Hidden>true</Hidden>',
    '    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>',
    '  </Settings>',
    '  <Actions Context="Author"><Exec>',
    `    <Command>${xmlText(command)}</Command>`,
    `    <Arguments>${xmlText(args)}</Arguments>`,
    '  </Exec></Actions>',
    '</Task>',
  ].join('\r\n')}\r\n`;
}

/** As CommandLineToArgvW reads it: backslashes count only before a quotation mark. */
const quoted = (text: string): string =>
  /^[\w.:/\\-]+$/.test(text) ? text : `"${text.replaceAll(/(\\*)(?="|$)/g, '$1$1').replaceAll('"', '\\"')}"`;
