import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { columnNames } from '../../../../../app/resources/preview/export/column-names.ts';

const anyNames = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('a b', 'A_b', 'a-b', '1', 'xmlData', '', 'é', ':'),
  ),
  { maxLength: 8 },
);

it('makes names of letters, digits and underscores, each different without regard to case', () => {
  expect(columnNames.safe(['Order No', 'order_no', 'Größe (€)', '2026', '日付', 'a.b'])).toEqual([
    'Order_No',
    'order_no_2',
    'Grosse',
    'column_2026',
    'column_5',
    'a_b',
  ]);
  fc.assert(
    fc.property(anyNames, (names) => {
      const safe = columnNames.safe(names);
      expect(safe).toHaveLength(names.length);
      expect(new Set(safe.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of safe) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
    }),
  );
});

it('makes names of XML elements', () => {
  expect(columnNames.xml(['Größe', 'a b', 'a_b', '1st', 'xml', 'a:b', '<'])).toEqual([
    'Größe',
    'a_b',
    'a_b_2',
    '_1st',
    '_xml',
    'a_b_3',
    'column_7',
  ]);
  fc.assert(
    fc.property(anyNames, (names) => {
      const elements = columnNames.xml(names);
      expect(new Set(elements).size).toBe(names.length);
      for (const name of elements) expect(XMLValidator.validate(`<${name}>x</${name}>`)).toBe(true);
    }),
  );
});

it('keeps shown names, each once', () => {
  expect(columnNames.unique(['a', 'a', 'a 2', 'b'])).toEqual(['a', 'a 2', 'a 2 2', 'b']);
});
