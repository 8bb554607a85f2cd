// Installs what is missing, on whatever Node the machine has. No dependencies: there may be none yet.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, projectNode, root, say } from './project.mjs';
import { run } from './run.mjs';

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

/** npm records what it installed in node_modules/.package-lock.json, which can be compared with the lock file. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer, link }]) =>
      path === '' ||
      link ||
      installed[path]?.version === version ||
      (!installed[path] && (optional || devOptional || peer)),
  );
}

function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) return { command: process.execPath, args: [script] };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** @returns true when something was installed. */
export async function setUp() {
  if (isInstalled()) return false;
  say('Installing the packages that Tokenboard is built from (once, about a minute) ...');
  const { command, args, shell } = npm();
  const started = Date.now();
  const { status, error } = await run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell,
  });
  if (error) throw new PlainError('npm was not found. It comes with Node.js: https://nodejs.org');
  if (status !== 0 || !existsSync(projectNode))
    throw new PlainError(
      [
        'The packages could not be installed; the lines above say why.',
        'Tokenboard needs the npm registry (or the mirror that `npm config get registry` names) for this step.',
        'Behind a company proxy: npm config set proxy http://proxy.example.com:8080, and NODE_EXTRA_CA_CERTS=path for its certificate.',
      ].join('\n'),
    );
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return true;
}

/** Goes on in another script under the project's Node 24. @returns its exit code. */
export async function continueOnProjectNode(script, args = []) {
  const { status } = await run(projectNode, [join(root, script), ...args]);
  return status;
}
