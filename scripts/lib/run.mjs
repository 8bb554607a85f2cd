// Runs child processes: they share our output, we await their end, and Ctrl+C reaches them first.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

/**
 * Runs a program to its end. `capture`: stdout is returned instead of shown; `quiet`: nothing is shown, and both
 * streams are returned. A time limit that passes kills it and gives `timedOut`. A program that is not there gives 127.
 */
export function run(command, args, { capture, quiet, timeoutMs, env, cwd, input, shell } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const stdio = [input === undefined ? 'inherit' : 'pipe', capture || quiet ? 'pipe' : 'inherit', output];
  const child = spawn(command, args, {
    cwd: cwd ?? root,
    env: { ...process.env, ...env },
    stdio,
    shell: shell ?? false,
  });
  // The terminal sends Ctrl+C to the child as well. The child closes its windows, and we wait for it.
  const ignore = () => {};
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', ignore);
  process.on('SIGTERM', pass);
  process.on('SIGHUP', pass);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  if (input !== undefined) child.stdin.end(input);
  let timedOut = false;
  const timer = timeoutMs
    ? setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, timeoutMs)
    : undefined;
  return new Promise((resolve) => {
    const done = (status, error) => {
      clearTimeout(timer);
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      process.off('SIGHUP', pass);
      resolve({ status, text, timedOut, error });
    };
    child.once('error', (error) => done(127, error));
    child.once('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
