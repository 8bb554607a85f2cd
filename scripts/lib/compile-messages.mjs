// Compiles the message catalogues for the build: texts with placeholders become the syntax tree that IntlMessageFormat
// formats, so that the app carries no parser and parses nothing.
import { readFile } from 'node:fs/promises';
import { parse } from '@formatjs/icu-messageformat-parser';
import { transform } from 'esbuild';

const catalogues = /[\\/]messages[\\/][a-z]{2}[\\/][\w-]+\.ts$/;
/** Only put the files of their folder together. */
const isIndex = (path) => /[\\/](?:index|first-frame|later)\.ts$/.test(path);
/** Reads no text, only trees. */
export const withoutParser = {
  '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
};

/** Returns the module with compiled texts, as JavaScript. */
async function compileCatalogue(source) {
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return Object.entries(module)
    .map(([name, texts]) => `export const ${name} = ${JSON.stringify(compileTexts(texts))};\n`)
    .join('');
}

const compileTexts = (texts) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, /[{<']/.test(text) ? parse(text) : text]));

/** For esbuild. */
export const messagesForEsbuild = {
  name: 'messages',
  setup(build) {
    build.onLoad({ filter: catalogues }, async ({ path }) =>
      isIndex(path) ? undefined : { contents: await compileCatalogue(await readFile(path, 'utf8')), loader: 'js' },
    );
  },
};

/** For Vite. */
export const messagesForVite = {
  name: 'messages',
  enforce: 'pre',
  apply: 'build',
  config: () => ({ resolve: { alias: withoutParser } }),
  transform: {
    filter: { id: catalogues },
    handler: async (source, id) =>
      isIndex(id) ? undefined : { code: await compileCatalogue(source), map: null, moduleType: 'js' },
  },
};
