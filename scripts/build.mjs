// Builds everything into dist/.
// A stamp over all inputs lets a second build of the same sources finish in milliseconds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeIndex } from '../app/presets/preset-files.ts';
import { messagesForEsbuild, withoutParser } from './lib/compile-messages.mjs';
import { licencesOf, licencesText } from './lib/licences.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist');

const inputs = [
  'app',
  'renderer',
  'docs/guide',
  'presets',
  'build/tray',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.mjs',
  'scripts/lib/compile-guide.mjs',
  'scripts/lib/compile-messages.mjs',
  'scripts/lib/licences.mjs',
  'scripts/lib/service-icons.mjs',
];

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
  // The Node of Electron 40 and later (`oldestElectron` in lib/electron.mjs).
  target: 'node24',
  sourcemap: true,
  logLevel: 'warning',
  metafile: true,
  outdir: join(out, 'app'),
  external: ['electron', '@napi-rs/keyring', 'playwright-core'],
  alias: withoutParser,
  plugins: [messagesForEsbuild],
  define: { 'process.env.NODE_ENV': '"production"', TOKENBOARD_VERSION: JSON.stringify(version) },
};
// The entries of the app share chunks, so that a window can open before the core is loaded. The processes and threads
// of its own are one file each.
const splitting = { splitting: true, chunkNames: 'chunks/[name]-[hash]' };
const appEntries = existing({
  main: 'app/main.ts',
  browser: 'app/browser.ts',
  'command-line': 'app/command-line.ts',
  serve: 'app/serve.ts',
});
// Prints a token: reading one file is faster than reading its parts.
const quickEntries = existing({ cli: 'app/cli.ts' });
const standaloneEntries = existing({
  practice: 'app/practice/service/main.ts',
  preview: 'app/resources/preview/main.ts',
});
const preload = {
  entryPoints: existing({ preload: 'app/preload.ts' }),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
};

// Some packages are CommonJS and call require() for Node's own modules, so the ES module must define it.
const banner = {
  js: "import { createRequire as tokenboardRequire } from 'node:module'; const require = tokenboardRequire(import.meta.url);",
};
const modules = { ...shared, format: 'esm', banner };
/** The rest of the command line is another entry. */
const commandLineOutside = {
  name: 'command-line-outside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/command-line\.ts$/ }, () => ({ path: './command-line.js', external: true })),
};
const bundles = await Promise.all([
  build({ ...modules, ...splitting, entryPoints: appEntries }),
  build({ ...shared, format: 'esm', plugins: [commandLineOutside], entryPoints: quickEntries }),
  build({ ...modules, entryPoints: standaloneEntries }),
  build({ ...shared, ...preload }),
]);

// An import of `node:fs` in an ES module reads every export, and so loads 20 more modules of Node.
const quickEntry = join(out, 'app/cli.js');
const quickCode = readFileSync(quickEntry, 'utf8').replaceAll(
  /^import \{([^}]*)\} from "(node:\w+)";$/gm,
  (_, names, name) => `const {${names.replaceAll(' as ', ': ')}} = process.getBuiltinModule("${name}");`,
);
if (/^import /m.test(quickCode)) throw new Error('The command line must not import at its start.');
writeFileSync(quickEntry, quickCode);

function existing(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
}

const windowModules = join(out, `window-modules-${process.pid}.json`);
const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Tests also build, and their NODE_ENV "test" would select React's slow development build.
    NODE_ENV: 'production',
    TOKENBOARD_WINDOW_MODULES: windowModules,
  },
});
if (vite.status !== 0) process.exit(vite.status ?? 1);

cpSync(join(root, 'presets'), join(out, 'presets'), { recursive: true });
writeIndex(join(out, 'presets'));
// For `platform/electron/tray.ts`. The pictures alone, not what they are drawn from.
for (const name of readdirSync(join(root, 'build/tray')).filter((file) => file.endsWith('.png')))
  cpSync(join(root, 'build/tray', name), join(out, 'tray', name));

// The manual page is printed by the command line itself, in English.
const manual = spawnSync(process.execPath, [join(out, 'app/cli.js'), 'man'], {
  encoding: 'utf8',
  env: { ...process.env, LC_ALL: 'C', NODE_DISABLE_COMPILE_CACHE: '1' },
});
if (manual.status !== 0) throw new Error(`The manual page failed: ${manual.stderr}`);
writeFileSync(join(out, 'tokenboard.1'), manual.stdout);

// The licences of the bundled packages ship with the app: in the About section and as a file.
const files = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
// The icons of services are read from simple-icons, but no bundler reads them.
const icons = 'node_modules/simple-icons/package.json';
const licences = licencesOf([...files, icons, ...JSON.parse(readFileSync(windowModules, 'utf8'))]);
rmSync(windowModules);
writeFileSync(join(out, 'licences.json'), JSON.stringify(licences));
writeFileSync(join(out, 'THIRD-PARTY-LICENCES.txt'), licencesText(licences));
writeFileSync(stampFile, stamp);
