// Compiles the pages of the user guide (docs/guide/<language>/<page>.md) for the window, which so needs no Markdown
// parser. A page holds only what Markdown has: raw HTML, pictures from elsewhere and links to nowhere stop the build.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Marked } from 'marked';

/** With `?topic`: only what finds the page. */
const guideFile = /[\\/]docs[\\/]guide[\\/][a-z]{2}[\\/][\w-]+\.md(?:\?topic)?$/;
const frontMatter = /^---\nkeywords: (.+)\n---\n+/;
/** Marks the place of a picture's URL in the HTML. It cannot be in a page: it is not printable. */
const mark = '\u0000';

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Returns a page as `{ title, keywords, html, pictures, missing }`. The HTML starts below the title, its headings at
 * `h4`, because the dialog and the title come before. It is a list: between two parts stands the URL of the next of
 * `pictures`. A link to a page has `data-page`. `missing`: pictures that do not exist, which the HTML leaves out.
 * `sizeOfPicture` gives `{ width, height }` in pixels, `hasPage` says whether a page exists. Throws an error that names
 * the mistake.
 */
export function compilePage(source, { hasPage, sizeOfPicture }) {
  const text = source.replaceAll('\r\n', '\n');
  const head = frontMatter.exec(text);
  if (head === null) throw new Error('The page must start with its keywords: ---, keywords: a, b, ---.');
  const pictures = [];
  const missing = [];
  const marked = new Marked({ renderer: rendererOf({ hasPage, sizeOfPicture, pictures, missing }) });
  const [title, ...tokens] = marked.lexer(text.slice(head[0].length));
  if (title?.type !== 'heading' || title.depth !== 1) throw new Error('The page must have a title: # Title.');
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'html') throw new Error(`Write Markdown instead of HTML: ${token.raw.trim()}`);
    if (token.type === 'heading' && token.depth === 1) throw new Error(`A page has one title: ${token.raw.trim()}`);
  });
  const keywords = head[1].split(',').map((keyword) => keyword.trim());
  return { title: title.text, keywords, html: marked.parser(tokens).split(mark), pictures, missing };
}

const rendererOf = ({ hasPage, sizeOfPicture, pictures, missing }) => ({
  heading({ depth, tokens }) {
    return `<h${depth + 2}>${this.parser.parseInline(tokens)}</h${depth + 2}>\n`;
  },
  link({ href, tokens }) {
    const inside = this.parser.parseInline(tokens);
    const page = /^([\w-]+)\.md$/.exec(href)?.[1];
    if (page !== undefined && hasPage(page)) return `<a href="${page}.md" data-page="${page}">${inside}</a>`;
    if (!/^https:\/\//.test(href)) throw new Error(`A link leads to a page of the guide or to https: ${href}`);
    return `<a href="${escaped(href)}" title="${escaped(href)}">${inside}</a>`;
  },
  image({ href, text }) {
    if (!/^\.\.\/pictures\/[\w-]+\.png$/.test(href)) throw new Error(`A picture is ../pictures/<name>.png: ${href}`);
    if (text === '') throw new Error(`Say what the picture shows: ${href}`);
    const size = sizeOfPicture(href);
    if (size === undefined) {
      missing.push(href);
      return '';
    }
    pictures.push(href);
    return `<img src="${mark}" alt="${escaped(text)}" width="${size.width}" height="${size.height}">`;
  },
});

/** The size in the header of a PNG file (W3C PNG, 11.2.1). `undefined`: there is no such file. */
function sizeOfPng(file) {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The module of a page: its HTML, with the URLs that Vite gives to the pictures. */
function moduleOf({ html, pictures }) {
  const imports = pictures.map((path, index) => `import picture${index} from ${JSON.stringify(path)};\n`);
  const parts = html.map((part, index) => (index === 0 ? '' : `picture${index - 1} + `) + JSON.stringify(part));
  return `${imports.join('')}export default ${parts.join(' + ')};\n`;
}

/** For Vite. The default export of a page is its HTML, that of `page.md?topic` is `{ title, keywords }`. */
export const guideForVite = {
  name: 'guide',
  enforce: 'pre',
  load: {
    filter: { id: guideFile },
    handler(id) {
      const [file] = id.split('?');
      const folder = dirname(file);
      this.addWatchFile(file);
      try {
        const page = compilePage(readFileSync(file, 'utf8'), {
          hasPage: (name) => existsSync(join(folder, `${name}.md`)),
          sizeOfPicture: (path) => sizeOfPng(join(folder, path)),
        });
        const { title, keywords, missing } = page;
        // No error: the pictures are taken of a window that was built without them.
        for (const path of id === file ? missing : [])
          this.warn(`${file}: take the picture ${path} with npm run pictures.`);
        const code = id === file ? moduleOf(page) : `export default ${JSON.stringify({ title, keywords })};\n`;
        return { code, map: null, moduleType: 'js' };
      } catch (error) {
        return this.error(`${file}: ${error.message}`);
      }
    },
  },
};
