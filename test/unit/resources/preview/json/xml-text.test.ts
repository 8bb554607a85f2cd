import { expect, it } from 'vitest';
import { withoutMarks } from '../../../../../app/resources/preview/json/xml-text.ts';

it.each([
  ['[{"#text":"a"}, {"#text":-1.5}]', '["a", -1.5]'],
  ['{"@id":7,"#text":"x","b":{"@n":"y"}}', '{"id":7,"text":"x","b":{"n":"y"}}'],
  ['{"#text":"x","@id":7}', '{"text":"x","id":7}'],
  // What only looks like a mark, in texts.
  [JSON.stringify(['@a', { b: '{"#text":"c","@d":1}' }]), JSON.stringify(['@a', { b: '{"#text":"c","@d":1}' }])],
  ['{"#text":"cut of', '{"text":"cut of'],
])('shows %s as %s', (source, shown) => {
  expect(withoutMarks(source)).toBe(shown);
});
