// Finds the packages in a build, from the files that the two bundlers read, and their licence texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/** Loaded at run time from node_modules, so no bundler reads its files: the native module and its binary for this system. */
const unbundled = /^keyring(?:-|$)/;
/** The standard texts, for the few packages that name their licence but include no text. */
const standardTexts = join(root, 'build/licences');
const licenceName = /^(?:licen[cs]e|copying|notice|copyright)(?:[-_.].*)?$/i;

/** `node_modules/@scope/name/…` as `node_modules/@scope/name`, even if nested in another package. */
export function packageFolder(path) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/').replace(/^\0/, ''));
  return found?.[1];
}

/**
 * The packages that the files belong to, sorted by name: `{ name, version, licence, text }`. Paths are absolute or
 * relative to the project. Throws where a package has no licence text: it could not be passed on.
 */
export function licencesOf(files, base = root) {
  const native = join(base, 'node_modules/@napi-rs');
  const folders = new Set(
    existsSync(native)
      ? readdirSync(native)
          .filter((name) => unbundled.test(name))
          .map((name) => join(native, name))
      : [],
  );
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder !== undefined) folders.add(folder.startsWith(base) ? folder : join(base, folder));
  }
  const found = new Map();
  for (const folder of folders) {
    const licence = readLicence(folder);
    found.set(`${licence.name}@${licence.version}`, licence);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const readText = (file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();

function readLicence(folder) {
  const { name, version, license: licence, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((each) => licenceName.test(each));
  const text = files
    .sort()
    .map((each) => readText(join(folder, each)))
    .join('\n\n');
  if (text !== '') return { name, version, licence, text };
  const standard = join(standardTexts, `${licence}.txt`);
  if (!existsSync(standard))
    throw new Error(`${name} ${version} ships no licence text. Put the standard text of ${licence} into ${standard}.`);
  const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
  return { name, version, licence, text: `Copyright ${holder}\n\n${readText(standard)}` };
}

/** All of them as one text file, in the order given. */
export function licencesText(licences) {
  const line = '-'.repeat(80);
  const parts = licences.map(
    ({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}\n`,
  );
  return `Tokenboard contains these packages. Electron and Chromium have their own files beside the app:
LICENSE.electron.txt and LICENSES.chromium.html.

${parts.join('\n')}`;
}
