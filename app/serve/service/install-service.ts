import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Message, message } from '../../shared/messages/message.ts';
import { parseServeFlags, serveOptions } from '../flags.ts';
import { StartProblem } from '../start-problem.ts';
import { launchdService } from './launchd.ts';
import type { Service, ServiceFacts, ServiceStep } from './service.ts';
import { systemdService } from './systemd.ts';
import { windowsService } from './windows.ts';

export interface InstallRequest {
  /** The arguments after `install-service`. */
  args: readonly string[];
  program: ServiceFacts['program'];
  platform: NodeJS.Platform;
  home: string;
  uid: number;
  /** Writes a line about what is done. */
  tell(text: Message): void;
  /** Writes the content of a file, for `--dry-run`. */
  show(content: string): void;
}

const ownOptions = {
  system: { type: 'boolean' },
  uninstall: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'key-file': { type: 'string' },
} as const;

/** Installs or removes the service. Throws StartProblem `usage`, `unexpected` if a step fails. */
export async function installService(request: InstallRequest): Promise<void> {
  const { service, isRemoval, isDryRun } = planService(request);
  for (const step of isRemoval ? service.uninstall : service.install) {
    request.tell(sentenceOf(step));
    if (!isDryRun) await take(step);
    else if (step.do === 'write') request.show(step.content.replace('\uFEFF', ''));
  }
  request.tell(message(isDryRun ? 'service.nothingDone' : isRemoval ? 'service.removed' : 'service.installed'));
}

interface Plan {
  service: Service;
  isRemoval: boolean;
  isDryRun: boolean;
}

function planService({ args, program, platform, home, uid }: InstallRequest): Plan {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (cause) {
    throw new StartProblem('usage', message('serve.flag.unknown', { flag: args.join(' ') }), { cause });
  }
  const { system, uninstall, 'dry-run': dryRun, 'key-file': keyFile, data, ...server } = parsed;
  const flags = Object.entries(server).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (each === true ? [`--${name}`] : [`--${name}`, String(each)])),
  );
  // A wrong value is found now, not in the log of a service.
  parseServeFlags(flags);
  const facts: ServiceFacts = { program, flags, dataFolder: data, keyFile, home, uid };
  const service =
    platform === 'win32'
      ? windowsService(facts)
      : platform === 'darwin'
        ? launchdService(facts)
        : systemdService(facts, system === true ? 'system' : 'user');
  return { service, isRemoval: uninstall === true, isDryRun: dryRun === true };
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: { ...serveOptions, ...ownOptions }, allowPositionals: false }).values;

function sentenceOf(step: ServiceStep): Message {
  switch (step.do) {
    case 'write':
      return message('service.write', { path: step.path });
    case 'create_key':
      return message('service.createKey', { path: step.path });
    case 'remove':
      return message('service.remove', { path: step.path });
    case 'run':
      return message('service.run', { command: step.command.join(' ') });
  }
}

async function take(step: ServiceStep): Promise<void> {
  try {
    switch (step.do) {
      case 'write':
        mkdirSync(dirname(step.path), { recursive: true });
        return writeFileSync(step.path, step.content, { encoding: step.encoding, mode: 0o644 });
      case 'create_key':
        if (existsSync(step.path)) return;
        mkdirSync(dirname(step.path), { recursive: true, mode: 0o700 });
        return writeFileSync(step.path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
      case 'remove':
        return rmSync(step.path, { force: true });
      case 'run':
        await runCommand(step.command, step.mayFail);
    }
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartProblem('unexpected', message('service.failed', { reason }), { cause });
  }
}

function runCommand([program = '', ...args]: readonly string[], mayFail: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      mayFail ? resolve() : reject(new StartProblem('unexpected', message('service.failed', { reason })));
    const child = spawn(program, args, { stdio: mayFail ? 'ignore' : 'inherit' });
    child.once('error', (error) => fail(error.message));
    child.once('close', (code) => (code === 0 ? resolve() : fail(`${program} (${code ?? ''})`)));
  });
}
