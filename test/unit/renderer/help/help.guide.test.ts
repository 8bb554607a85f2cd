import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../../../app/shared/messages/languages.ts';
import { guidePages } from '../../../../renderer/common/guide-pages.ts';
import { compilePage } from '../../../../scripts/lib/compile-guide.mjs';

const guide = new URL('../../../../docs/guide/', import.meta.url);
const known = new Set<string>(guidePages);
const size = { width: 1280, height: 800 };
const compile = (page: string, sizeOfPicture: () => typeof size | undefined = () => size) =>
  compilePage(page, { hasPage: (name: string) => known.has(name), sizeOfPicture });
const page = (body: string) => `---\nkeywords: git, callback URL\n---\n\n# Title\n\n${body}\n`;
const html = (body: string) => compile(page(body)).html.join('PICTURE').trim();

describe('a page of the guide', () => {
  it('has a title, keywords and HTML whose headings come below the title', () => {
    expect(compile(page('## Part\n\nSome _text_ & `a < b`.'))).toEqual({
      title: 'Title',
      keywords: ['git', 'callback URL'],
      html: ['<h4>Part</h4>\n<p>Some <em>text</em> &amp; <code>a &lt; b</code>.</p>\n'],
      pictures: [],
      missing: [],
    });
  });

  it('gives a picture the URL that the build gives to its file', () => {
    const compiled = compile(page('One ![The "dialog"](../pictures/dialog-en.png) two'));
    expect(compiled.pictures).toEqual(['../pictures/dialog-en.png']);
    expect(compiled.html).toEqual([
      '<p>One <img src="',
      '" alt="The &quot;dialog&quot;" width="1280" height="800"> two</p>\n',
    ]);
  });

  it('leaves a picture out that is not taken yet', () => {
    const { html, pictures, missing } = compile(page('![The dialog](../pictures/dialog-en.png)'), () => undefined);
    expect({ html, pictures, missing }).toEqual({
      html: ['<p></p>\n'],
      pictures: [],
      missing: ['../pictures/dialog-en.png'],
    });
  });

  it('marks a link to another page', () => {
    expect(html('[Secrets](secrets.md)')).toBe('<p><a href="secrets.md" data-page="secrets">Secrets</a></p>');
    expect(html('[Site](https://example.com/?a=1&b=2)')).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=2" title="https://example.com/?a=1&amp;b=2">Site</a></p>',
    );
  });

  it.each([
    ['<script>alert(1)</script>', 'Write Markdown instead of HTML: <script>alert(1)</script>'],
    ['- a list with <b onclick="x">bold</b>', 'Write Markdown instead of HTML: <b onclick="x">'],
    ['| a |\n| - |\n| <img src=x> |', 'Write Markdown instead of HTML: <img src=x>'],
    ['<!-- a comment -->', 'Write Markdown instead of HTML: <!-- a comment -->'],
    ['[go](javascript:alert(1))', 'A link leads to a page of the guide or to https: javascript:alert(1)'],
    ['[go](http://example.com)', 'A link leads to a page of the guide or to https: http://example.com'],
    ['[go](nowhere.md)', 'A link leads to a page of the guide or to https: nowhere.md'],
    ['![Far](https://example.com/a.png)', 'A picture is ../pictures/<name>.png: https://example.com/a.png'],
    ['![](../pictures/a.png)', 'Say what the picture shows: ../pictures/a.png'],
    ['# Another title', 'A page has one title: # Another title'],
  ])('is refused with a reason: %s', (body, reason) => {
    expect(() => compile(page(body))).toThrow(new Error(reason));
  });

  it('is refused without keywords or a title', () => {
    expect(() => compile('# Title\n\nText.')).toThrow('The page must start with its keywords');
    expect(() => compile('---\nkeywords: a\n---\n\nText.')).toThrow('The page must have a title: # Title.');
  });
});

describe.each(languageCodes)('the guide in %s', (language) => {
  const files = readdirSync(new URL(`${language}/`, guide));

  it('has every page', () => expect(files.toSorted()).toEqual(guidePages.map((each) => `${each}.md`).toSorted()));

  it.each(files)('%s can be built, and shows its pictures in the same language', (file) => {
    const { pictures } = compile(readFileSync(new URL(`${language}/${file}`, guide), 'utf8'));
    expect(pictures.filter((path: string) => !path.endsWith(`-${language}.png`))).toEqual([]);
  });
});
