import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { indented } from '../../../../app/shared/indent/indent.ts';
import { indentXml } from '../../../../app/shared/indent/indent-xml.ts';

const formatXml = (text: string): string => indented(indentXml, text);

describe('raw XML in lines', () => {
  it('has a line for each element, indented', () => {
    expect(formatXml('<?xml version="1.0"?><rows><row id="1"><a>1</a><b/></row><row></row></rows>')).toBe(
      [
        '<?xml version="1.0"?>',
        '<rows>',
        '  <row id="1">',
        '    <a>1</a>',
        '    <b/>',
        '  </row>',
        '  <row></row>',
        '</rows>',
      ].join('\n'),
    );
  });

  it('leaves an element that holds text as it was sent', () => {
    const mixed = '<p>One <b>bold</b> word,\n  <i> and <u>more</u> </i></p>';
    expect(formatXml(`<r>${mixed}<n/></r>`)).toBe(`<r>\n  ${mixed}\n  <n/>\n</r>`);
    expect(formatXml('<r><a><![CDATA[ <x> ]]></a></r>')).toBe('<r>\n  <a><![CDATA[ <x> ]]></a>\n</r>');
  });

  it('takes no “>” in an attribute, a comment or a declaration for the end of a tag', () => {
    const text = '<!DOCTYPE r [<!ELEMENT r ANY>]><r a="1>2" b=\'>\'><!-- <x> --><c/></r>';
    expect(formatXml(text).split('\n')).toEqual([
      '<!DOCTYPE r [<!ELEMENT r ANY>]>',
      '<r a="1>2" b=\'>\'>',
      '  <!-- <x> -->',
      '  <c/>',
      '</r>',
    ]);
  });

  it('says the same as the text that was sent, and stays so when done twice', () => {
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          fc.constantFrom('a', 'b', 'c'),
          fc.array(fc.oneof({ depthSize: 'small' }, fc.constantFrom('text ', 'x &amp; y', '<d/>'), tie('element'))),
        )
        .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
    }));
    const read = (text: string) =>
      new XMLParser({ preserveOrder: true, trimValues: false, ignoreAttributes: false }).parse(text);
    const withoutSpace = (value: unknown) =>
      JSON.stringify(value)
        .replace(/\{"#text":"(\\n| )*"\},?/g, '')
        .replaceAll(',]', ']');
    fc.assert(
      fc.property(element, (text) => {
        const formatted = formatXml(text);
        expect(withoutSpace(read(formatted))).toBe(withoutSpace(read(text)));
        expect(formatXml(formatted)).toBe(formatted);
      }),
    );
  });

  it('is not much longer however deep it nests', () => {
    const depth = 2000;
    expect(formatXml('<a>'.repeat(depth) + '</a>'.repeat(depth)).length).toBeLessThan(depth * 2 * 90);
  });
});
