// Builds everything into dist/ (and, with --compat, a second bundle for the older Electron of the end-to-end tests).
// A stamp over all inputs makes a second build of the same sources a matter of milliseconds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compat = process.argv.includes('--compat');
const out = join(root, compat ? 'dist-compat' : 'dist');

const inputs = [
  'app',
  'renderer',
  'presets',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.mjs',
];
if (compat) inputs.push('test/compat');

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

function stampOfInputs() {
  const hash = createHash('sha256');
  for (const input of inputs)
    for (const file of filesBelow(join(root, input)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const stamp = stampOfInputs();
const stampFile = join(out, 'stamp');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);

const { build } = await import('esbuild');
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'app'), { recursive: true });

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  sourcemap: true,
  logLevel: 'warning',
  outdir: join(out, 'app'),
  external: ['electron', '@napi-rs/keyring', 'playwright-core'],
  define: { 'process.env.NODE_ENV': '"production"', TOKENBOARD_VERSION: JSON.stringify(version) },
};
// The entries of the app share chunks, so that a window can open before the core is loaded. The processes and threads
// of its own are one file each.
const splitting = { splitting: true, chunkNames: 'chunks/[name]-[hash]' };
const appEntries = existing({ main: 'app/main.ts', browser: 'app/browser.ts' });
const standaloneEntries = existing({
  sandbox: 'app/sandbox/main.ts',
  'preview-worker': 'app/resources/preview/worker.ts',
});
const preload = {
  entryPoints: existing({ preload: 'app/preload.ts' }),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
};

if (compat) {
  const { buildInParts, compatOptions } = await import('../test/compat/build-options.mjs');
  const older = { ...shared, ...compatOptions(shared) };
  // package.json below has no `type`: .js is CommonJS there.
  await Promise.all([
    buildInParts({ ...older, ...splitting, entryPoints: appEntries }),
    build({ ...older, entryPoints: standaloneEntries }),
    build({ ...shared, ...preload, target: 'node16' }),
  ]);
} else {
  // Some packages are CommonJS and call require() for Node's own modules: an ES module has to bring one.
  const banner = {
    js: "import { createRequire as tokenboardRequire } from 'node:module'; const require = tokenboardRequire(import.meta.url);",
  };
  const modern = { ...shared, format: 'esm', target: 'node24', banner };
  await Promise.all([
    build({ ...modern, ...splitting, entryPoints: appEntries }),
    build({ ...modern, entryPoints: standaloneEntries }),
    build({ ...shared, ...preload, target: 'node24' }),
  ]);
}

function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
}

const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Tests build, too, and their "test" would make it React's slow build for development.
    NODE_ENV: 'production',
    TOKENBOARD_RENDERER_OUT: join(out, 'renderer'),
    ...(compat ? { TOKENBOARD_RENDERER_TARGET: 'chrome108' } : {}),
  },
});
if (vite.status !== 0) process.exit(vite.status ?? 1);

cpSync(join(root, 'presets'), join(out, 'presets'), { recursive: true });
if (compat)
  writeFileSync(
    join(out, 'package.json'),
    JSON.stringify({
      name: 'tokenboard',
      productName: 'Tokenboard',
      version,
      main: 'app/main.js',
    }),
  );
writeFileSync(stampFile, stamp);
