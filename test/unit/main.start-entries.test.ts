import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { later } from '../../renderer/messages/en/later.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const staticImports = /^(?:import|export) (?!type )(?:[^'"]*? from )?['"]([^'"]+)['"];?$/gm;

/** What a file loads before its own first line, and whatever that loads: files of the app, and libraries by name. */
function loadedWith(entry: string): { files: Set<string>; libraries: Set<string> } {
  const files = new Set<string>();
  const libraries = new Set<string>();
  const visit = (path: string): void => {
    const name = relative(root, path);
    if (files.has(name)) return;
    files.add(name);
    for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(staticImports))
      if (from.startsWith('.')) visit(join(dirname(path), from));
      else if (!from.startsWith('node:')) libraries.add(from);
  };
  visit(join(root, entry));
  return { files, libraries };
}

it.each([
  ['app/main.ts', ['electron']],
  ['app/browser.ts', []],
  ['app/serve.ts', []],
])('%s starts before any library and any text is loaded', (entry, expected) => {
  const { files, libraries } = loadedWith(entry);
  expect([...libraries]).toEqual(expected);
  expect(files).toContain('app/platform/instance.ts');
  expect(files).not.toContain('app/app.ts');
  expect(files).not.toContain('app/shared/messages/en/index.ts');
});

it.each(['app/main.ts', 'app/browser.ts'])('%s loads what only a login needs with the login', (entry) => {
  const { files } = loadedWith(entry);
  for (const name of [
    'app/platform/error-page.ts',
    'app/platform/browser/popup-window.ts',
    'app/console/mask/redact.ts',
  ])
    expect(files).not.toContain(name);
});

it('the command line begins with what asks the running app for a token', () => {
  const { files, libraries } = loadedWith('app/cli.ts');
  expect([...libraries]).toEqual([]);
  expect(files).toContain('app/local/client.ts');
  expect(files.size).toBeLessThan(20);
  for (const name of ['app/command-line.ts', 'app/platform/instance.ts', 'app/shared/messages/text.ts'])
    expect(files).not.toContain(name);
  const builtins = [...files].flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/^import [^'"]* from '(node:[^']+)';$/gm),
  ]);
  // Slow to load.
  expect(builtins.map(([, name]) => name)).not.toContain('node:crypto');
});

it('the window’s first frame needs no text of those that load after it', () => {
  const { files } = loadedWith('renderer/main.tsx');
  expect(files).toContain('renderer/messages/en/first-frame.ts');
  expect(files).not.toContain('renderer/messages/en/later.ts');
  const ids = Object.keys(later);
  // An error panel waits for its advice.
  const early = [...files].filter((file) => file.startsWith('renderer/') && !file.startsWith('renderer/errors/'));
  const used = early.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return ids.filter((id) => source.includes(`'${id}'`)).map((id) => `${file}: ${id}`);
  });
  expect(used).toEqual([]);
});
