import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pastedParameters,
  readParameters,
  shownParameter,
  withName,
  withValue,
  writeParameters,
} from '../../../../app/shared/resource/parameters.ts';

const table = (url: string) => readParameters({ url, offParameters: [] }).map(({ text }) => shownParameter(text));

/** Parts of a typed query, in any odd order. */
const pair = fc
  .array(
    fc.constantFrom(
      ...'ab=+%é"{}\'/:;,'.split(''),
      '%20',
      '%7B',
      '%7D',
      '%25',
      '%E4',
      '%2B',
      '{id}',
      '{{today+1d}}',
      '{{',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const query = fc.array(pair, { minLength: 1, maxLength: 5 }).map((pairs) => pairs.join('&'));
const url = fc
  .tuple(
    fc.constantFrom('https://a.example', 'https://a.example/{id}/x', 'a.example/x', ''),
    fc.option(query, { nil: undefined }),
    fc.constantFrom('', '#', '#top?a=1&b'),
  )
  .map(([path, typed, fragment]) => `${path}${typed === undefined ? '' : `?${typed}`}${fragment}`);

describe('the parameters of a URL', () => {
  it('are shown decoded, with names and dates as typed', () => {
    expect(table('https://a.example/?a=1&a=2&b&c=&=d&e=x+y%20z&f=%C3%A9%26&g={key}&h={{today+7d}}#x=1')).toEqual([
      { name: 'a', value: '1' },
      { name: 'a', value: '2' },
      { name: 'b', value: '' },
      { name: 'c', value: '' },
      { name: '', value: 'd' },
      { name: 'e', value: 'x y z' },
      { name: 'f', value: 'é&' },
      { name: 'g', value: '{key}' },
      { name: 'h', value: '{{today+7d}}' },
    ]);
    expect(table('https://a.example/')).toEqual([]);
  });

  it.each([
    ['%7B%22a%22%3A1%7D', '{"a":1}'],
    ['%7Bname%7D', '%7Bname%7D'],
    ['%257Bname%257D', '%257Bname%257D'],
    ['100%25+off', '100% off'],
    ['%2520', '%2520'],
    ['%E4', '%E4'],
    ['50%', '50%'],
  ])('%s is shown as %s, and written with the same meaning', (raw, shown) => {
    expect(shownParameter(`a=${raw}`).value).toBe(shown);
    expect(new URLSearchParams(withValue('a', shown)).get('a')).toBe(new URLSearchParams(`a=${raw}`).get('a'));
  });

  it.each([
    ['é & b=c#+', '%C3%A9%20%26%20b%3Dc%23%2B'],
    ['2026-01-01T10:00:00,x/y', '2026-01-01T10:00:00,x/y'],
    ['{"id":"{id}"}', '%7B%22id%22:%22{id}%22%7D'],
    ['since {{today - 7d}}', 'since%20{{today - 7d}}'],
    ['{{today', '{{today'],
    ['50%', '50%25'],
    ['\ud800', '%EF%BF%BD'],
  ])('%s in the table is written as %s', (typed, written) => {
    expect(withValue('n%20=old', typed)).toBe(`n%20=${written}`);
    expect(withName('old=v+w', typed)).toBe(`${written}=v+w`);
  });

  it('stay without = until they have a value', () => {
    expect([withValue('flag', ''), withValue('flag', '1'), withValue('flag=1', ''), withName('flag', 'g')]).toEqual([
      'flag',
      'flag=1',
      'flag=',
      'g',
    ]);
  });

  it('are written as they were read', () => {
    fc.assert(
      fc.property(url, (typed) => {
        expect(writeParameters(typed, readParameters({ url: typed, offParameters: [] }))).toEqual({
          url: typed,
          offParameters: [],
        });
      }),
    );
  });

  it('switched off and on again, give the same URL', () => {
    fc.assert(
      fc.property(url, fc.array(fc.nat(9), { maxLength: 6 }), (typed, places) => {
        let now = { url: typed, offParameters: [] as { at: number; text: string }[] };
        const before = readParameters(now);
        for (const place of [...places, ...places.toReversed()]) {
          const parameters = readParameters(now);
          expect(parameters.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
          now = writeParameters(
            now.url,
            parameters.map((each, at) => (at === place ? { ...each, isOn: !each.isOn } : each)),
          );
        }
        expect(now).toEqual({ url: typed, offParameters: [] });
      }),
    );
  });

  it('keep their bytes when another one is edited, and the edited one says what was typed', () => {
    fc.assert(
      fc.property(url, fc.nat(4), fc.string({ unit: 'binary' }), fc.boolean(), (typed, place, text, isName) => {
        const before = readParameters({ url: typed, offParameters: [] });
        const at = place % Math.max(1, before.length);
        fc.pre(before.length > 0 && !/[%{}]/.test(text));
        const after = before.map((each, index) =>
          index === at ? { ...each, text: (isName ? withName : withValue)(each.text, text) } : each,
        );
        const written = writeParameters(typed, after);
        const read = readParameters(written);
        expect(read.map((each) => each.text)).toEqual(after.map((each) => each.text));
        expect(written.url.split('#').slice(1)).toEqual(typed.split('#').slice(1));
        const [edited] = new URLSearchParams(read[at]?.text ?? '');
        expect(edited?.[isName ? 0 : 1] ?? '').toBe(text.toWellFormed());
      }),
    );
  });

  it('are shown as a text that is written with the same meaning', () => {
    const value = fc.string({ unit: 'binary' }).map((text) => encodeURIComponent(text.toWellFormed()));
    const meaning = (text: string) => new URLSearchParams(text).get('a') ?? '';
    fc.assert(
      fc.property(fc.oneof(value, pair), (raw) => {
        // The parser reads letters after a broken escape as no UTF-8.
        fc.pre(!meaning(`a=${raw}`).includes('\ufffd'));
        expect(meaning(withValue('a=', shownParameter(`a=${raw}`).value))).toBe(meaning(`a=${raw}`));
      }),
    );
  });

  it('keep their places when the URL is edited elsewhere', () => {
    const off = [
      { at: 1, text: 'b=2' },
      { at: 9, text: 'z' },
    ];
    expect(readParameters({ url: 'https://a.example/?a&c', offParameters: off }).map(({ text }) => text)).toEqual([
      'a',
      'b=2',
      'c',
      'z',
    ]);
  });
});

describe('pasted parameters', () => {
  it.each([
    ['a=1&b=x%20y', ['a=1', 'b=x%20y']],
    ['?a=1&b', ['a=1', 'b']],
    ['a=1\nb = x y', ['a=1', 'b=x%20y']],
    ['a: 1\r\nb: x&y\n', ['a=1', 'b=x%26y']],
    ['a\t1', ['a=1']],
    ['one word', undefined],
    ['word', undefined],
    ['a = b', undefined],
    ['a=1\nword', undefined],
  ])('%j are %j', (pasted, expected) => {
    expect(pastedParameters(pasted)).toEqual(expected);
  });
});
