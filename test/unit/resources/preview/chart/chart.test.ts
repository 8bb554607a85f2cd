import { describe, expect, it } from 'vitest';
import { Groups } from '../../../../../app/resources/preview/chart/groups.ts';
import { periodStart } from '../../../../../app/resources/preview/chart/periods.ts';
import { type Chart, chartSchema } from '../../../../../app/shared/chart/chart.ts';
import { type FilterStep, noShape, type Shape, type ValueType } from '../../../../../app/shared/shape/shape.ts';
import { parsed, previewId, receive } from '../read-body.ts';
import { patiently } from '../shape/patiently.ts';

const chartOf = (change: Partial<Chart>): Chart => chartSchema.parse({ kind: 'bar', x: '/x', y: ['/y'], ...change });
/** The points of rows with these groups and values. */
function points(type: ValueType, change: Partial<Chart>, rows: readonly [string | undefined, ...number[]][]) {
  const groups = new Groups(chartOf(change), type);
  for (const [x, ...ys] of rows) groups.add(x, ys);
  return groups.data();
}

describe('the groups of a chart', () => {
  it('are the texts, largest first, each with its aggregate', () => {
    const rows: [string | undefined, ...number[]][] = [
      ['a', 0.1],
      ['b', 5],
      ['a', 0.2],
      ['b', Number.NaN],
      [undefined, 9],
    ];
    const valuesAs = (aggregate: Chart['aggregate']) =>
      points('text', { aggregate }, rows).points.map(({ label, values }) => [label, values[0]]);
    expect(valuesAs('sum')).toEqual([
      ['b', 5],
      ['a', 0.3],
    ]);
    expect(valuesAs('average')).toEqual([
      ['b', 5],
      ['a', 0.15],
    ]);
    expect(valuesAs('count')).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(valuesAs('min')).toEqual([
      ['b', 5],
      ['a', 0.1],
    ]);
    expect(points('text', { y: [] }, rows).points).toEqual([
      { label: 'a', values: [2] },
      { label: 'b', values: [2] },
    ]);
  });

  it('beyond the hundred largest are one', () => {
    const rows = Array.from({ length: 150 }, (_none, index): [string, number] => [`t${index}`, 1000 - index]);
    const { points: shown, rest } = points('text', {}, rows);
    expect(shown).toHaveLength(100);
    expect(rest).toEqual({ groups: 50, values: [50 * 900 - (49 * 50) / 2] });
  });

  it('are the periods of dates, in their order; a longer period if there are too many', () => {
    const at = (days: number) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
    const few = points('date', {}, [
      [at(9), 1],
      [at(0), 2],
      [at(9), 3],
    ]);
    expect(few).toMatchObject({
      period: 'day',
      points: [
        { label: '2020-01-01', values: [2] },
        { label: '2020-01-10', values: [4] },
      ],
    });
    const many = Array.from({ length: 3000 }, (_none, day): [string, number] => [at(day), 1]);
    const months = points('date', {}, many);
    expect(months.period).toBe('month');
    expect(months.points[0]).toEqual({ label: '2020-01', values: [31] });
    expect(months.points.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)).toBe(3000);
    expect(points('datetime', { period: 'year' }, [['2026-11-30T12:00:00Z', 1]]).points[0]?.label).toBe('2026');
  });

  it('start weeks on Monday, and hours as they are written', () => {
    expect(periodStart('2026-11-29', 'week')).toBe('2026-11-23');
    expect(periodStart('2026-11-30T08:00:00', 'week')).toBe('2026-11-30');
    expect(periodStart('2026-11-30T08:15:00Z', 'hour')).toBe('2026-11-30T08');
  });

  it('are the numbers, in bins of equal width if there are too many', () => {
    expect(
      points('number', {}, [
        ['10', 1],
        ['9', 2],
      ]).points.map(({ label }) => label),
    ).toEqual(['9', '10']);
    const many = Array.from({ length: 5000 }, (_none, index): [string, number] => [String(index), 1]);
    const { points: bins } = points('number', {}, many);
    expect(bins).toHaveLength(100);
    expect(bins.every(({ values }) => values[0] === 50 || values[0] === 49 || values[0] === 51)).toBe(true);
  });
});

describe('the chart of a body', () => {
  const rows = Array.from({ length: 3000 }, (_none, id) => ({
    x: `g${id % 3}`,
    y: id % 2,
    z: id === 0 ? 'n/a' : null,
    day: `2026-01-0${(id % 2) + 1}`,
    ok: id % 4 === 0,
  }));
  const { body, summary } = receive(JSON.stringify(rows));
  const view = { previewId, dataPath: parsed(summary).dataPath ?? '' };
  const chart = (change: Partial<Chart>, shape: Shape = noShape) =>
    patiently(() => body.tables.chart({ ...view, shape, chart: chartOf(change) }));

  it('groups by texts, dates and yes or no, and has several lines', () => {
    const { type, points: texts } = chart({ y: ['/y', '/z'] });
    expect([type, texts]).toEqual([
      'text',
      [
        { label: 'g0', values: [500, null] },
        { label: 'g1', values: [500, null] },
        { label: 'g2', values: [500, null] },
      ],
    ]);
    expect(chart({ x: '/day', y: ['/y'] })).toMatchObject({
      type: 'date',
      period: 'day',
      points: [
        { label: '2026-01-01', values: [0] },
        { label: '2026-01-02', values: [1500] },
      ],
    });
    expect(chart({ x: '/ok', y: [] }).points).toEqual([
      { label: 'false', values: [2250] },
      { label: 'true', values: [750] },
    ]);
    expect(chart({ x: '/gone' }).points).toEqual([]);
  });

  it('has the rows that the steps leave', () => {
    const only: FilterStep = { kind: 'filter', id: 'f', column: '/x', test: 'is', value: 'g1', to: '', values: [] };
    expect(chart({ y: [] }, { ...noShape, steps: [only] }).points).toEqual([{ label: 'g1', values: [1000] }]);
  });
});
