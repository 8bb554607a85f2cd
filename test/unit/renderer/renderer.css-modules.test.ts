import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../../renderer', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });

const declaredIn = (css: string): Set<string> =>
  new Set([...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name));

/** The CSS modules with the names that components take of them; `undefined`: a name that is computed. */
function modules(): { path: string; declared: Set<string>; used: Set<string | undefined> }[] {
  const found = new Map<string, Set<string | undefined>>();
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, local, target = ''] of code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      const path = join(dirname(file), target);
      const used = found.get(path) ?? new Set();
      found.set(path, used);
      for (const [, name] of code.matchAll(new RegExp(`(?<![/-])\\b${local}(?:\\.(\\w+)|\\[)`, 'g'))) used.add(name);
    }
  }
  return [...found].map(([path, used]) => ({
    path,
    used,
    declared: declaredIn(readFileSync(join(folder, path), 'utf8')),
  }));
}

// TypeScript takes any name for a class: one that was renamed on one side would only show as a style that is gone.
it('takes only classes from a CSS module that it declares', () => {
  const all = modules();
  expect(all.length).toBeGreaterThan(30);
  const missing = all.flatMap(({ path, declared, used }) =>
    [...used].filter((name) => name !== undefined && !declared.has(name)).map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

it('declares no class that nothing uses', () => {
  const unused = modules()
    .filter(({ used }) => !used.has(undefined))
    .flatMap(({ path, declared, used }) =>
      [...declared]
        .filter((name) => !used.has(name) && !/^(?:cm|mantine)-/.test(name))
        .map((name) => `${path}: ${name}`),
    );
  expect(unused).toEqual([]);
});
