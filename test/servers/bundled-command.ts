import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileOf } from './bundled-processes.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The command in files as the product has them: alone, it starts processes from its own folder. */
export async function bundleCommand(): Promise<{ entry: string; remove(): void }> {
  const { build } = await import('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-command-'));
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(at('presets'), join(folder, 'presets'));
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  await build({
    entryPoints: { cli: at('app/cli.ts') },
    outdir: join(folder, 'app'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['playwright-core', '@napi-rs/keyring', 'electron'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  copyFileSync(fileOf('preview'), join(folder, 'app/preview.js'));
  return { entry: join(folder, 'app/cli.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
