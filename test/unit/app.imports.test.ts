import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

/** The rules that files with these imports break. */
async function broken(folder: string, files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { output } = await cruise(
    ['app', 'renderer'],
    { ...config.options, parser: 'swc', ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: folder },
    config.options.enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`);
}

describe('the rules about imports', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const side of ['app/http', 'renderer/common']) mkdirSync(join(folder, side), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('let a file import what stands below it', async () => {
    const found = await broken(folder, {
      'app/main.ts': "import './api/handlers/app.ts';",
      'app/api/handlers/app.ts': "import '../../resources/fetch.ts';",
      'app/resources/fetch.ts': "import '../http/send.ts'; import '../shared/errors.ts';",
      'app/http/send.ts': "import 'node:net';",
      'app/shared/errors.ts': '',
      'renderer/app.tsx': "import '../app/shared/errors.ts';",
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['a value', "import { a } from '../connections/tokens.ts';"],
    ['a type', "import type { A } from '../connections/tokens.ts';"],
    ['a type among values', "import { type A } from '../connections/tokens.ts';"],
    ['everything, to export it', "export * from '../connections/tokens.ts';"],
    ['late', "export const a = () => import('../connections/tokens.ts');"],
  ])('refuse an import from above: %s', async (_, text) => {
    const found = await broken(folder, { 'app/oauth/refresh.ts': text, 'app/connections/tokens.ts': '' });
    expect(found).toEqual(['app/oauth/refresh.ts: app/oauth imports down']);
  });

  it('refuse an import from beside, from the other process and of Node', async () => {
    const found = await broken(folder, {
      'app/presets/presets.ts': "import '../oauth/pkce.ts';",
      'app/oauth/pkce.ts': '',
      'app/shared/errors.ts': "import 'node:fs';",
      'app/http/send.ts': "import '../../renderer/common/time.ts';",
      'app/practice/service/main.ts': "import '../../http/errors.ts';",
      'app/http/errors.ts': '',
      'renderer/common/time.ts': "import '../../app/oauth/pkce.ts'; import 'node:path';",
    });
    expect(found.sort()).toEqual([
      'app/http/send.ts: app imports no renderer',
      'app/practice/service/main.ts: practice service shares no code with what it tests, but texts',
      'app/presets/presets.ts: app/presets imports down',
      'app/shared/errors.ts: shared imports zod, what formats messages and the calendar',
      'renderer/common/time.ts: renderer imports no Node',
      'renderer/common/time.ts: renderer imports shared alone',
    ]);
  });

  it('refuse a handler that reaches for all of the core', async () => {
    const found = await broken(folder, {
      'app/api/handlers/app.ts': "import type { Core } from '../../core.ts';",
      'app/core.ts': "import './api/views.ts';",
      'app/api/views.ts': '',
    });
    expect(found).toEqual(['app/api/handlers/app.ts: app/handlers imports down']);
  });

  it('refuse what the preload must not carry and a folder without a line', async () => {
    const found = await broken(folder, {
      'app/preload.ts': "import './http/send.ts';",
      'app/http/send.ts': '',
      'app/new/file.ts': "import '../http/send.ts';",
    });
    expect(found.sort()).toEqual([
      'app/new/file.ts: every folder has a line',
      'app/preload.ts: preload imports the bridge and the contract',
    ]);
  });

  it('refuse a schema in the preload, also one that it reaches by way of the contract [12]', async () => {
    const found = await broken(folder, {
      'app/preload.ts': "import { callNames } from './shared/contract/names.ts';",
      'app/shared/contract/names.ts': "export { callNames } from './contract.ts';",
      'app/shared/contract/contract.ts': "import { z } from 'zod';",
      'node_modules/zod/index.js': '',
      'node_modules/zod/package.json': '{ "name": "zod", "main": "index.js" }',
    });
    expect(found).toEqual(['app/preload.ts: preload reaches no schema']);
  });

  it('refuse circles and a library outside its place', async () => {
    const found = await broken(folder, {
      'app/http/send.ts': "import './client.ts'; import 'electron';",
      'app/http/client.ts': "import type { A } from './send.ts';",
      'node_modules/electron/index.js': '',
      'node_modules/electron/package.json': '{ "name": "electron", "main": "index.js" }',
    });
    expect(found.sort()).toEqual([
      'app/http/client.ts: no circles',
      'app/http/send.ts: electron is known in one place',
    ]);
  });

  // The parser of the rules does not see `typeof import('…')` and `import('…').Type`.
  it('are not evaded by types that name a file of ours', () => {
    const files = ['app', 'renderer'].flatMap((side) =>
      readdirSync(side, { recursive: true, encoding: 'utf8' }).map((path) => join(side, path)),
    );
    const hidden = /typeof import\('\.|import\('\.[^']*'\)\.(?!then\b)/;
    expect(files.filter((path) => /\.tsx?$/.test(path) && hidden.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
