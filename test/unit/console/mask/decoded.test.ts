import { describe, expect, it } from 'vitest';
import { type View, viewsOf } from '../../../../app/console/mask/decoded.ts';

const placesOf = (view: View | undefined): number[] => Array.from(view?.from ?? []);
const once = (text: string) => viewsOf(text)[1];

describe('a text with its escapes undone', () => {
  it.each([
    ['a percent-encoded character', 'a%20b', 'a b', [0, 1, 4, 5]],
    ['two bytes', '%C3%A9!', 'é!', [0, 6, 7]],
    ['three bytes', '%E4%B8%AD!', '中!', [0, 9, 10]],
    ['four bytes', '%F0%9F%98%80!', '😀!', [0, 0, 12, 13]],
    ['the first of each size', '%C2%80%E0%A0%80%F0%90%80%80', '\u0080\u0800\u{10000}', [0, 6, 15, 15, 27]],
    ['a byte that begins nothing', '%80%41', '\u0080A', [0, 3, 6]],
    ['a byte that begins what never comes', '%C3%41', 'ÃA', [0, 3, 6]],
    ['a character of three bytes that was cut off', '%E4%B8', 'ä¸', [0, 3, 6]],
    ['a character of three bytes with one that is none of it', '%E4%B8%41', 'ä¸A', [0, 3, 6, 9]],
    ['an overlong form, which is none', '%C1%81', 'Á\u0081', [0, 3, 6]],
    ['a percent sign that begins nothing', '%41%4', 'A%4', [0, 3, 4, 5]],
    ['digits that are none behind a sign', '%41%x1%1x', 'A%x1%1x', [0, 3, 4, 5, 6, 7, 8, 9]],
    ['a four-digit escape', '\\u0041b', 'Ab', [0, 6, 7]],
    ['a two-digit escape', '\\x41b', 'Ab', [0, 4, 5]],
    ['a letter that stands for another', '\\n\\t\\r\\b\\f!', '\n\t\r\b\f!', [0, 2, 4, 6, 8, 10, 11]],
    ['a letter that stands for itself', '\\/b', '/b', [0, 2, 3]],
    ['a decimal reference', '&#65;b', 'Ab', [0, 5, 6]],
    ['a hexadecimal reference', '&#x41;b', 'Ab', [0, 6, 7]],
    ['the last character there is', '&#x10ffff;', '\u{10ffff}', [0, 0, 10]],
    ['a reference beyond it', '&#x110000;b', '\ufffdb', [0, 10, 11]],
    ['names of characters', '&amp;&LT;&gt;&quot;&apos;', '&<>"\'', [0, 5, 9, 13, 19, 25]],
  ])('undoes %s, and knows where each character came from', (_, text, decoded, from) => {
    const view = once(text);
    expect(view?.text).toBe(decoded);
    expect(placesOf(view)).toEqual(from);
  });

  it.each(['', 'plain', '100 % sure', 'a & b', '&nbsp;', 'tab\tand\nline', '%', '%4'])('is the same for %j', (text) => {
    const views = viewsOf(text);
    expect(views.map((view) => view.text)).toEqual([text]);
    expect(placesOf(views[0])).toEqual(Array.from({ length: text.length + 1 }, (_, at) => at));
  });

  it('loses what nobody sees first, as it may part an escape', () => {
    expect(viewsOf('%\u200b41').map(({ text }) => text)).toEqual(['%\u200b41', '%41', 'A']);
    expect(viewsOf('a\u0000\u200bb').at(-1)).toMatchObject({ text: 'ab' });
    expect(placesOf(once('a\u0000\u200bb'))).toEqual([0, 3, 4]);
  });

  it('is undone layer by layer, six deep, and each tells where it came from in the first', () => {
    let text = 'A!';
    for (let layer = 0; layer < 8; layer += 1) text = layer === 0 ? '%41!' : text.replaceAll('%', '%25');
    const views = viewsOf(text);
    expect(views).toHaveLength(7);
    const three = viewsOf('%252541!');
    expect(three.map((view) => view.text)).toEqual(['%252541!', '%2541!', '%41!', 'A!']);
    expect(placesOf(three.at(-1))).toEqual([0, 7, 8]);
  });
});
