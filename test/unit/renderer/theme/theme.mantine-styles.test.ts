import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const mantine = join(root, 'node_modules/@mantine');
const read = (file: string): string => readFileSync(file, 'utf8');

/** Named imports of a package in a source file. Types among them have no module, so they match nothing later. */
const importedNames = (text: string, from: string): string[] =>
  [...text.matchAll(new RegExp(`import \\{([^}]*)\\} from '${from}'`, 'g'))].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );

/** `Menu` → the file that the package's index takes it from. */
function exportedFrom(index: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, names = '', path = ''] of read(index).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g))
    for (const name of names.split(',')) found.set(name.replace(/.* as /, '').trim(), join(dirname(index), path));
  return found;
}

const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/from "(\.[^"]+)"/g)].map(([, path = '']) => join(dirname(file), path));

/** The stylesheets that a component and all that it is made of need: Mantine keeps one beside each `X.module.mjs`. */
function stylesheetsOf(files: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const needed = new Set<string>();
  const queue = [...files];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const name = /^(\w+)\.module\.mjs$/.exec(basename(file))?.[1];
    if (name !== undefined && existsSync(join(mantine, 'core/styles', `${name}.css`))) needed.add(name);
    queue.push(...importsOf(file));
  }
  return needed;
}

const imported = [...read(join(root, 'renderer/theme/mantine.css')).matchAll(/core\/styles\/([A-Z]\w*)\.css/g)].map(
  ([, name = '']) => name,
);
const exported = exportedFrom(join(mantine, 'core/esm/index.mjs'));
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).map((file) => read(join(root, file)));
const used = new Set(sources.flatMap((text) => importedNames(text, '@mantine/core')));
/** `CheckboxCard` comes along with `Checkbox` as `Checkbox.Card`, and is drawn only where somebody writes that. */
const isUnusedPart = (name: string): boolean =>
  [...used].some((owner) => {
    const part = name.slice(owner.length);
    return name.startsWith(owner) && part !== '' && !sources.some((text) => text.includes(`<${owner}.${part}`));
  });
const files = [...used].flatMap((name) => exported.get(name) ?? []);

describe('Mantine’s stylesheets', () => {
  it('are imported for every component that the window uses, and for what those are made of', () => {
    expect(files.length).toBeGreaterThan(15);
    expect([...stylesheetsOf(files)].filter((name) => !imported.includes(name) && !isUnusedPart(name))).toEqual([]);
  });

  it('are imported for nothing else', () => {
    const notifications = join(mantine, 'notifications');
    const others = globSync('esm/**/*.mjs', { cwd: notifications }).flatMap((file) =>
      [...read(join(notifications, file)).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(
        ([, names = '']) => names.split(',').flatMap((each) => exported.get(each.trim()) ?? []),
      ),
    );
    const needed = stylesheetsOf([...files, ...others]);
    expect(imported.filter((name) => !needed.has(name))).toEqual([]);
  });
});
