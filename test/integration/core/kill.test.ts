import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openResources } from '../../../app/resources/resources-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokenboard-kill-'));
/** One file: it starts in a moment, a hundred times. */
const writer = join(folder, 'writer.mjs');
beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('./kill-writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@napi-rs/keyring'],
    logLevel: 'error',
    banner: { js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);" },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills the writer a random number of writes after it began; resolves with the last one that it said was done. */
async function writeUntilKilled(data: string, key: string, from: number): Promise<number> {
  const child = spawn(process.execPath, [writer, data, key, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let done = from;
  let text = '';
  const enough = from + 1 + Math.floor(Math.random() * 4);
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    done = Number(text.trimEnd().split('\n').at(-1));
    if (done >= enough) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  if (code !== null) throw new Error(`the writer ended by itself with ${code}`);
  return done;
}

it('loses nothing that was saved when it is killed 100 times while writing [39]', { timeout: 240_000 }, async () => {
  const data = join(folder, 'data');
  const key = randomBytes(32).toString('base64');
  const keyStore = { read: async () => key, write: async () => undefined };
  let last = 0;
  for (let kill = 0; kill < 100; kill += 1) {
    const done = await writeUntilKilled(data, key, last);
    const notices: unknown[] = [];
    const resources = openResources({
      folder: data,
      openStore: openConfStore,
      onNotice: (notice) => notices.push(notice),
      now: Date.now,
    });
    const vault = await openVault({
      folder: join(data, 'vault'),
      environment: {},
      keyStore,
      keychainTimeoutMs: 5000,
    });
    expect(notices).toEqual([]);
    expect(resources.read()).toHaveLength(201);
    // Said to be done: there. The next may be there as well: it was killed before it could say so.
    const saved = Number(resources.read()[0]?.name.slice(1));
    const token = Number(vault.read('owner', 'tokenSet')?.split(' ')[1]);
    for (const found of [saved, token]) expect([done, done + 1]).toContain(found);
    last = saved;
  }
  expect(readdirSync(data).sort()).toEqual(['resources.json', 'vault']);
  expect(readdirSync(join(data, 'vault'))).toHaveLength(1);
});
