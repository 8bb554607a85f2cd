// Installs the programs that `npm test -- readers` reads feeds with: pinned versions, from their registries, into one folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, memory, say } from './project.mjs';
import { run } from './run.mjs';

/** Some hundred megabytes. */
const folder = process.env.TOKENBOARD_READERS ?? join(memory, 'readers');

const pinned = {
  npm: ['node-red@5.0.7', '@odata/client@2.21.10', 'o.js@2.0.0'],
  python: ['requests==2.34.2', 'pandas==3.1.1', 'shillelagh[genericjsonapi]==1.4.5'],
  // The last for Python 3.13.0; "rest" needs the other two.
  homeAssistant: ['homeassistant==2025.4.4', 'jsonpath==0.82.2', 'xmltodict==0.13.0'],
  olingo: 'org.apache.olingo:odata-client-core:5.0.0',
};

const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const firstOf = (programs, ...args) => programs.find((program) => works(program, ...args));
const pythons = (...versions) => [
  ...versions.map((version) => `python${version}`),
  ...versions.flatMap((version) => {
    const { stdout } = spawnSync('pyenv', ['prefix', `${version}`], { encoding: 'utf8' });
    return stdout ? [join(stdout.trim(), 'bin/python')] : [];
  }),
];

async function must(command, args, options) {
  const { status } = await run(command, args, { timeoutMs: 15 * 60_000, ...options });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}

async function virtualEnvironment(name, python, packages) {
  const place = join(folder, name);
  const own = join(place, 'bin/python');
  if (!existsSync(own)) await must(python, ['-m', 'venv', place]);
  await must(own, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
  return own;
}

/** Each returns the path of what it installed or found, or throws with the reason why there is none. */
const readers = {
  npm: async () => {
    const place = join(folder, 'npm');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), '{"private":true}');
    await must('npm', ['install', '--prefix', place, '--no-audit', '--no-fund', '--loglevel=error', ...pinned.npm]);
    return join(place, 'node_modules');
  },
  python: () => {
    const python = firstOf(pythons('3.13', '3.12', '3.11'), '-c', 'import venv, ensurepip');
    if (python === undefined) throw new Error('no Python 3.11 to 3.13 with venv');
    return virtualEnvironment('python', python, pinned.python);
  },
  homeAssistant: () => {
    const python = firstOf(pythons('3.13'), '-c', 'import venv, ensurepip');
    if (python === undefined) throw new Error('no Python 3.13 with venv');
    return virtualEnvironment('home-assistant', python, pinned.homeAssistant);
  },
  java: () => found('java', '--version'),
  olingo: async () => {
    const place = join(folder, 'olingo');
    const [group, artifact, version] = pinned.olingo.split(':');
    mkdirSync(place, { recursive: true });
    writeFileSync(
      join(place, 'pom.xml'),
      `<project><modelVersion>4.0.0</modelVersion><groupId>readers</groupId><artifactId>olingo</artifactId><version>1</version>
<dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies></project>`,
    );
    await must('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { cwd: place });
    return join(place, 'lib');
  },
  go: () => found('go', 'version'),
  libreOffice: async () => {
    const names = ['libreoffice', 'soffice', '/usr/lib/libreoffice/program/soffice'];
    if (firstOf(names, '--version') === undefined && isRoot && works('apt-get', '--version'))
      await must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc-nogui'], {
        quiet: true,
      });
    const office = firstOf(names, '--version');
    if (office === undefined) throw new Error('LibreOffice is not installed');
    return office;
  },
};

function found(program, ...args) {
  if (!works(program, ...args)) throw new Error(`${program} is not installed`);
  return program;
}

/** Writes installed.json, which tells the tests what there is. @returns the reason for each that is missing. */
export async function installReaders() {
  mkdirSync(folder, { recursive: true });
  const list = join(folder, 'installed.json');
  rmSync(list, { force: true });
  const installed = {};
  const missing = [];
  for (const [name, install] of Object.entries(readers)) {
    try {
      installed[name] = await install();
      say(`${name}: ${installed[name]}`);
    } catch (error) {
      missing.push(`${name}: ${error.message}`);
      say(`${name} is skipped: ${error.message}`);
    }
  }
  writeFileSync(list, JSON.stringify(installed, undefined, 2));
  process.env.TOKENBOARD_READERS = folder;
  return missing;
}
