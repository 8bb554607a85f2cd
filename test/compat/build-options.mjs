// How the bundle for the older Electron of the end-to-end tests (22: Chrome 108, Node 16) differs from the product's.
// For tests only: the product is never bent to it.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** What each entry needs first. The main process also gets ELECTRON_COMPAT, by `-r`; other processes cannot. */
const shims = {
  'app/main.ts': ['electron-shims.cjs'],
  'test/compat/host-main.ts': ['electron-shims.cjs'],
  'app/sandbox/main.ts': ['sandbox-shims.cjs'],
  'app/resources/preview/worker.ts': ['worker-shims.cjs'],
};

/**
 * @param {import('esbuild').BuildOptions} shared
 * @returns {import('esbuild').BuildOptions}
 */
export function compatOptions(shared) {
  return {
    format: 'cjs',
    target: 'node16',
    define: {
      ...shared.define,
      'import.meta.url': 'tokenboardModuleUrl',
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    banner: { js: "const tokenboardModuleUrl = require('url').pathToFileURL(__filename).href;" },
    plugins: [shimsFirst(shared.absWorkingDir)],
  };
}

/**
 * In parts that are loaded when they are needed, as the product is: esbuild splits ES modules alone, so each part is made
 * CommonJS afterwards.
 *
 * @param {import('esbuild').BuildOptions} options
 */
export async function buildInParts(options) {
  const { build, transform } = await import('esbuild');
  const { outputFiles = [] } = await build({ ...options, format: 'esm', sourcemap: false, write: false });
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node16',
        supported: { 'dynamic-import': false },
      });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, code);
    }),
  );
}

/** An import at the top of an entry runs before everything that the entry itself imports. */
/**
 * @param {string | undefined} root
 * @returns {import('esbuild').Plugin}
 */
function shimsFirst(root = '') {
  const filter = /(main|worker)\.ts$/;
  return {
    name: 'shims-first',
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => {
        const entry = Object.keys(shims).find((file) => join(root, file) === path);
        const files = entry === undefined ? [] : shims[entry].map((name) => join(here, name)).filter(existsSync);
        if (files.length === 0) return undefined;
        const { readFile } = await import('node:fs/promises');
        const imports = files.map((file) => `import ${JSON.stringify(file)};`).join(' ');
        return { contents: `${imports} ${await readFile(path, 'utf8')}`, loader: 'ts' };
      });
    },
  };
}
