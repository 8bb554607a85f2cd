import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setTexts } from '../../../../../app/shared/messages/format.ts';
import type { Column } from '../../../../../app/shared/preview/preview.ts';
import { type FilterStep, filterTests, type Step } from '../../../../../app/shared/shape/shape.ts';
import { setRegion } from '../../../../../renderer/common/region.ts';
import { de } from '../../../../../renderer/messages/de/index.ts';
import { en } from '../../../../../renderer/messages/en/index.ts';
import { kindOf, testsOf, testText } from '../../../../../renderer/preview/shape/filter-tests.ts';
import { stepWords } from '../../../../../renderer/preview/shape/step-words.ts';
import { typeWords } from '../../../../../renderer/preview/shape/type-words.ts';

const columns: Column[] = [
  { pointer: '/day', label: 'day', kind: 'string', type: 'date', pattern: 'dd.MM.yyyy' },
  { pointer: '/amount', label: 'amount', kind: 'number', type: 'number', name: 'Amount' },
  { pointer: '/region', label: 'region', kind: 'string', type: 'text' },
  { pointer: '/done', label: 'done', kind: 'boolean', type: 'boolean' },
];
const filter = (facts: Partial<FilterStep>): Step => ({
  kind: 'filter',
  id: 'f',
  column: '/amount',
  test: 'more',
  value: '',
  to: '',
  values: [],
  ...facts,
});
const german = () => {
  setTexts('de', de);
  setRegion({ dates: 'de-DE', numbers: 'de-DE' });
};
const english = () => {
  setTexts('en', en);
  setRegion({ dates: 'en-US', numbers: 'en-US' });
};
beforeAll(english);
afterEach(english);
const words = (step: Step) => stepWords(step, columns);

describe('a step in words', () => {
  it.each<[Step, string, string]>([
    [filter({ value: '1234.5' }), 'Filter: Amount more than 1234.5', 'Filter: Amount größer als 1234,5'],
    [filter({ test: 'between', value: '1', to: '2' }), 'Filter: Amount from 1 to 2', 'Filter: Amount von 1 bis 2'],
    [
      filter({ column: '/day', test: 'less', value: '2026-12-31' }),
      'Filter: day before Dec 31, 2026',
      'Filter: day vor 31.12.2026',
    ],
    [
      filter({ column: '/day', test: 'at_least', value: '{{today-7d}}' }),
      'Filter: day from {{today-7d}}',
      'Filter: day ab {{today-7d}}',
    ],
    [
      filter({ column: '/region', test: 'contains', value: 'Nor' }),
      'Filter: region contains “Nor”',
      'Filter: region enthält „Nor“',
    ],
    [filter({ column: '/done', test: 'is', value: 'true' }), 'Filter: done is yes', 'Filter: done ist ja'],
    [
      filter({ column: '/region', test: 'one_of', values: ['a', 'b', 'c', 'd', 'e'] }),
      'Filter: region is one of a, b, c and 2 more',
      'Filter: region ist einer von a, b, c und 2 weitere',
    ],
    [filter({ column: '/a~1b/c', test: 'empty' }), 'Filter: a/b.c is empty', 'Filter: a/b.c ist leer'],
    [
      {
        kind: 'sort',
        id: 's',
        keys: [
          { column: '/day', descending: true },
          { column: '/amount', descending: false },
        ],
      },
      'Sorted by day, newest first, then Amount, smallest first',
      'Sortiert nach day, neueste zuerst, dann Amount, kleinste zuerst',
    ],
    [
      { kind: 'distinct', id: 'd', columns: ['/region', '/day'] },
      'Distinct by region, day',
      'Eindeutig nach region, day',
    ],
    [{ kind: 'distinct', id: 'd', columns: [] }, 'Without duplicate rows', 'Ohne doppelte Zeilen'],
    [{ kind: 'limit', id: 'l', count: 1500, from: 'first' }, 'First 1,500 rows', 'Erste 1.500 Zeilen'],
    [{ kind: 'limit', id: 'l', count: 1, from: 'last' }, 'Last row', 'Letzte Zeile'],
  ])('%#', (step, inEnglish, inGerman) => {
    expect(words(step)).toBe(inEnglish);
    german();
    expect(words(step)).toBe(inGerman);
  });
});

describe('the tests of a filter', () => {
  it('are offered by type, each with its words', () => {
    expect(testsOf[kindOf('text')][0]).toBe('contains');
    expect(testsOf[kindOf('date')].map((test) => testText(test, 'time'))).toContain('before');
    expect(testsOf[kindOf('number')].map((test) => testText(test, 'number'))).toContain('less than');
    for (const test of filterTests) expect(testText(test, 'text')).not.toContain('shape.');
  });
});

describe('the type of a column', () => {
  const [day] = columns as [Column];
  it('is told with its pattern, how it was found, and what does not fit', () => {
    expect(typeWords(day, 1204)).toBe('Date, as 30.11.2026, guessed from 1,204 values');
    expect(typeWords({ ...day, unfitCount: 3 }, 1204)).toBe(
      'Date, as 30.11.2026, guessed from 1,204 values. 3 values do not fit.',
    );
    expect(typeWords({ ...day, isTypeChosen: true }, 1204)).toBe('Date, as 30.11.2026, as you chose');
    expect(typeWords({ ...day, isAmbiguous: true }, 1)).toContain('could also be read in another order');
    german();
    expect(typeWords({ ...day, unfitCount: 1 }, 1204)).toBe(
      'Datum, wie 30.11.2026, erkannt aus 1.204 Werten. 1 Wert passt nicht.',
    );
  });

  it('is not told while it is not known', () => {
    expect(typeWords({ pointer: '/a', label: 'a', kind: 'string' }, 5)).toBeUndefined();
  });
});
