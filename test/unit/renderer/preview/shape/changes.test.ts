import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../../app/shared/preview/preview.ts';
import { noShape, type Shape } from '../../../../../app/shared/shape/shape.ts';
import { arrangeColumns, readingShape } from '../../../../../renderer/preview/shape/arrange.ts';
import {
  sortOf,
  withColumn,
  withColumnAt,
  withColumnBeside,
  withMovedStep,
  withoutColumnChoices,
  withoutSort,
  withoutStep,
  withSort,
  withStep,
} from '../../../../../renderer/preview/shape/changes.ts';

const column = (name: string, facts: Partial<Column> = {}): Column => ({
  pointer: `/${name}`,
  label: name,
  kind: 'string',
  ...facts,
});
const columns = [column('day'), column('region'), column('amount')];
const pointersOf = (shape: Shape) => arrangeColumns(columns, shape).map(({ pointer }) => pointer);
const keysOf = (shape: Shape) => shape.steps.flatMap((step) => (step.kind === 'sort' ? step.keys : []));

describe('sorting by a column', () => {
  it('replaces the keys that are there, or adds to them', () => {
    const byDay = withSort(noShape, '/day', true, false);
    expect(keysOf(byDay)).toEqual([{ column: '/day', descending: true }]);
    const both = withSort(byDay, '/amount', false, true);
    expect(keysOf(both)).toEqual([
      { column: '/day', descending: true },
      { column: '/amount', descending: false },
    ]);
    expect(keysOf(withSort(both, '/day', false, true))[0]).toEqual({ column: '/day', descending: false });
    expect(keysOf(withSort(both, '/region', false, false))).toEqual([{ column: '/region', descending: false }]);
    expect(both.steps).toHaveLength(1);
    expect(sortOf(both, '/amount')).toEqual({ descending: false, place: 2, of: 2 });
  });

  it('ends with its last key, and then the step is gone', () => {
    const both = withSort(withSort(noShape, '/day', true, false), '/amount', false, true);
    expect(keysOf(withoutSort(both, '/day'))).toEqual([{ column: '/amount', descending: false }]);
    expect(withoutSort(withoutSort(both, '/day'), '/amount').steps).toEqual([]);
  });
});

describe('the steps', () => {
  const limit = (id: string, count: number) => ({ kind: 'limit', id, count, from: 'first' }) as const;
  it('are added at the end, replaced in place, moved and removed', () => {
    const two = withStep(withStep(noShape, limit('a', 5)), limit('b', 6));
    expect(withStep(two, limit('a', 7)).steps).toEqual([limit('a', 7), limit('b', 6)]);
    expect(withMovedStep(two, 1, 0).steps).toEqual([limit('b', 6), limit('a', 5)]);
    expect(withoutStep(two, 'a').steps).toEqual([limit('b', 6)]);
  });
});

describe('the columns', () => {
  it('come in the order of the user, pinned ones first, with their names and widths at once', () => {
    let shape = withColumnAt(noShape, columns, '/amount', 0);
    expect(pointersOf(shape)).toEqual(['/amount', '/day', '/region']);
    shape = withColumn(shape, '/region', { pinned: true, name: 'Area', width: 90 });
    expect(arrangeColumns(columns, shape)[0]).toMatchObject({ pointer: '/region', name: 'Area', width: 90 });
    expect(pointersOf(withoutColumnChoices(shape))).toEqual(['/day', '/region', '/amount']);
  });

  it('that the order does not know are last', () => {
    expect(pointersOf({ ...noShape, order: ['/amount', '/gone'] })).toEqual(['/amount', '/day', '/region']);
  });

  it('move over a hidden neighbour, and not out of the pinned ones', () => {
    const hidden = withColumn(noShape, '/region', { hidden: true });
    const all = arrangeColumns(columns, hidden);
    expect(pointersOf(withColumnBeside(hidden, all, '/amount', -1))).toEqual(['/amount', '/day', '/region']);
    expect(withColumnBeside(hidden, all, '/day', -1)).toBe(hidden);
    const pinned = withColumn(noShape, '/day', { pinned: true });
    expect(withColumnBeside(pinned, arrangeColumns(columns, pinned), '/region', -1)).toBe(pinned);
  });

  it('without a choice of the user are not kept', () => {
    const named = withColumn(noShape, '/day', { name: 'Day' });
    expect(named.columns).toEqual({ '/day': { name: 'Day' } });
    expect(withColumn(named, '/day', { name: undefined }).columns).toEqual({});
  });

  it('are not read again for a width, a pin or a format', () => {
    const looks = withColumn(noShape, '/day', { width: 80, pinned: true, format: { dateStyle: 'iso' } });
    expect(readingShape(looks)).toEqual(noShape);
    expect(readingShape(withColumn(looks, '/day', { type: 'date' })).columns).toEqual({ '/day': { type: 'date' } });
  });
});
