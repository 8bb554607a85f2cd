import fc from 'fast-check';
import { jsonpath } from 'json-p3';
import { expect, it } from 'vitest';
import { readPattern } from '../../../../../../app/resources/preview/json/path/iregexp.ts';
import { childPointer } from '../../../../../../app/shared/json-pointer.ts';
import { documentOf, selected, selectedByWalk } from './path-document.ts';

const names = ['a', 'b', 'c d', 'ä', "'"];
const name = fc.constantFrom(...names);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, 0, 1, 2.5, '', 'a', 'b'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));
const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
const index = fc.integer({ min: -3, max: 3 });
const filter = fc
  .tuple(name, fc.constantFrom('', ' == 1', ' != "a"', ' > 0', ' <= @[0]', ' == $[0]'))
  .map(([field, test]) => `?@[${quoted(field)}]${test}`);
const selector = fc.oneof(
  name.map(quoted),
  index.map(String),
  fc.constant('*'),
  fc.tuple(index, index, fc.integer({ min: -2, max: 2 })).map((parts) => parts.join(':')),
  filter,
);
const segment = fc
  .tuple(fc.boolean(), fc.array(selector, { minLength: 1, maxLength: 2 }))
  .map(([isDescendant, selectors]) => `${isDescendant ? '..' : ''}[${selectors.join(',')}]`);
const path = fc.array(segment, { maxLength: 3 }).map((segments) => `$${segments.join('')}`);

it('selects what the library selects in the parsed body, in its order', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(value, path, fc.constantFrom(undefined, 1), (body, query, indent) => {
      const document = documentOf(JSON.stringify(body, null, indent));
      const nodes = jsonpath.query(query, body as Parameters<typeof jsonpath.query>[1]).nodes;
      expect(selectedByWalk(document, query).map(({ source, pointer }) => [JSON.parse(source), pointer])).toEqual(
        nodes.map((node) => [node.value, node.location.reduce<string>(childPointer, '')]),
      );
    }),
    { numRuns: 1500 },
  );
});

it('finds the same rows on the fast way', { timeout: 120_000 }, () => {
  const simple = fc.array(fc.oneof(name.map(quoted), fc.nat(3).map(String)), { maxLength: 3 });
  fc.assert(
    fc.property(value, simple, (body, steps) => {
      const document = documentOf(JSON.stringify(body));
      const query = `$${steps.map((step) => `[${step}]`).join('')}[*]`;
      expect(selected(document, query)).toEqual(selectedByWalk(document, query));
    }),
    { numRuns: 500 },
  );
});

it('matches patterns as RegExp does', { timeout: 120_000 }, () => {
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\.', '\\p{Lu}', '[a-c\\-]', '[\\n-]'),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
      fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(${one}|${other})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,}', '{0,2}'))
        .map(([one, times]) => `(${one})${times}`),
    ),
  }));
  const text = fc
    .array(fc.constantFrom('a', 'b', 'C', '.', '-', '\n', '😀'), { maxLength: 6 })
    .map((each) => each.join(''));
  fc.assert(
    fc.property(pattern, text, fc.boolean(), (source, subject, whole) => {
      // The dot of RFC 9485 §5.3 is every character except line ends.
      const expression = source.replaceAll(/(?<!\\)\./g, '[^\\n\\r]');
      const expected = new RegExp(whole ? `^(?:${expression})$` : expression, 'u').test(subject);
      expect(readPattern(source)?.test(subject, whole, () => undefined)).toBe(expected);
    }),
    { numRuns: 1500 },
  );
});

it.each(['a{2', '(a', 'a)', '*a', '[a', '[b-a]', 'a{3,2}', '\\d', '\\p{Foo}', 'a{9999}', '[[]', '(?:a)', 'a**'])(
  'takes %s for no pattern',
  (source) => {
    expect(readPattern(source)).toBeUndefined();
  },
);
