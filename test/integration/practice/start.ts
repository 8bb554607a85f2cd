import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PracticeReady, practiceReadySchema } from '../../../app/practice/messages.ts';

export const entry = fileURLToPath(new URL('../../../app/practice/service/main.ts', import.meta.url));

export interface RunningPractice {
  ready: PracticeReady;
  origin: string;
  process: ChildProcess;
  /** What it wrote to its console. */
  console(): string;
  setTokenLifetime(seconds: number): void;
  /** Resolves with the exit code. */
  stop(): Promise<number>;
}

/** The real practice service, as a process of its own, from its TypeScript sources. */
export async function startPractice(args: string[] = []): Promise<RunningPractice> {
  const child = fork(entry, args, { silent: true, execArgv: [] });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const exited = once(child, 'exit').then(([code]) => Number(code));
  const message = await Promise.race([
    once(child, 'message').then(([first]): unknown => first),
    exited.then((code) => {
      throw new Error(`the practice service ended with ${code}: ${written}`);
    }),
  ]);
  const ready = practiceReadySchema.parse(message);
  return {
    ready,
    origin: ready.origin,
    process: child,
    console: () => written,
    setTokenLifetime: (tokenLifetimeSeconds) => void child.send({ type: 'settings', tokenLifetimeSeconds }),
    stop() {
      if (child.connected) child.disconnect();
      return exited;
    },
  };
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tokenboard-practice-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
