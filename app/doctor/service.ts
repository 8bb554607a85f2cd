import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { launchdService } from '../serve/service/launchd.ts';
import type { Service, ServiceFacts } from '../serve/service/service.ts';
import { systemdService } from '../serve/service/systemd.ts';
import { windowsService } from '../serve/service/windows.ts';
import type { Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('service');

/** A service that `install-service` may have set up, and the command that says whether it runs. */
interface Installed {
  path: string;
  /** Its exit code is 0 if the service runs, or is known to the manager. */
  question: readonly string[];
}

/** Whether `tokenboard serve` is set up to start by itself, with programs that are still there, and runs. */
export async function examineService({ platform, home, uid }: Patient): Promise<Finding[]> {
  const services = servicesOf(platform, {
    program: ['', ''],
    flags: [],
    dataFolder: undefined,
    keyFile: undefined,
    home,
    uid: uid ?? 0,
  });
  const installed = services.filter(({ path }) => existsSync(path));
  if (installed.length === 0) return [ok('none', message('doctor.service.none'))];
  return Promise.all(installed.map(findingOf));
}

async function findingOf({ path, question }: Installed): Promise<Finding> {
  const gone = missingProgram(path);
  if (gone !== undefined)
    return failure(
      'program',
      message('doctor.service.gone', { path, program: gone }),
      message('doctor.service.gone.advice'),
    );
  const isRunning = await succeeds(question);
  return isRunning
    ? ok('runs', message('doctor.service.runs', { path }))
    : warning(
        'stopped',
        message('doctor.service.stopped', { path }),
        message('doctor.service.stopped.advice', { command: question.join(' ') }),
      );
}

function servicesOf(platform: NodeJS.Platform, facts: ServiceFacts): Installed[] {
  const written = ({ install }: Service): string[] => install.flatMap((step) => (step.do === 'write' ? step.path : []));
  const each = (service: Service, ...question: string[]): Installed[] =>
    written(service).map((path) => ({ path, question }));
  if (platform === 'win32') return each(windowsService(facts), 'schtasks.exe', '/Query', '/TN', 'Tokenboard');
  if (platform === 'darwin')
    return each(launchdService(facts), 'launchctl', 'print', `gui/${facts.uid}/app.tokenboard.serve`);
  return [
    ...each(systemdService(facts, 'user'), 'systemctl', '--user', 'status', 'tokenboard'),
    ...each(systemdService(facts, 'system'), 'systemctl', 'status', 'tokenboard'),
  ];
}

/** Node or the script was moved, as an update of Node does. Only of systemd's units, whose paths are in quotes. */
function missingProgram(path: string): string | undefined {
  const [line = ''] = /^ExecStart=.*$/m.exec(readFileSync(path, 'latin1')) ?? [];
  const programs = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].slice(0, 2).map(([, quoted = '']) => quoted);
  return programs.find((program) => program.startsWith('/') && !/[\\%$]/.test(program) && !existsSync(program));
}

const succeeds = ([program = '', ...args]: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: 10_000 });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
