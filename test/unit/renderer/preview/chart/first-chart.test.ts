import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../../app/shared/chart/chart.ts';
import type { ChartData } from '../../../../../app/shared/contract/chart.ts';
import type { Column } from '../../../../../app/shared/preview/preview.ts';
import type { ValueType } from '../../../../../app/shared/shape/shape.ts';
import { shownPoints } from '../../../../../renderer/preview/chart/chart-options.ts';
import { chartFor, firstChart } from '../../../../../renderer/preview/chart/first-chart.ts';

const column = (label: string, type: ValueType, kind: Column['kind'] = 'string'): Column => ({
  pointer: `/${label}`,
  label,
  kind,
  type,
});
const id = column('customer_id', 'number', 'number');
const amount = column('amount', 'number', 'number');
const day = column('day', 'date');
const region = column('region', 'text');
const paid = column('paid', 'boolean');

describe('the first choice', () => {
  it('is a line over time, bars of groups, a pie of yes and no', () => {
    expect(firstChart([id, region, amount, day])).toMatchObject({ kind: 'line', x: '/day', y: ['/amount'] });
    expect(firstChart([id, amount, region])).toMatchObject({ kind: 'bar', x: '/region', y: ['/amount'] });
    expect(firstChart([paid])).toMatchObject({ kind: 'pie', x: '/paid', y: [] });
  });

  it('adds up no identifiers, and groups by no text that is different in each row', () => {
    expect(firstChart([id, region])).toMatchObject({ y: [] });
    expect(firstChart([column('email', 'text'), region, amount])).toMatchObject({ x: '/region' });
    expect(firstChart([column('orderId', 'number'), column('zip', 'number'), region])).toMatchObject({ y: [] });
    expect(firstChart([column('paid', 'number'), region])).toMatchObject({ y: ['/paid'] });
  });

  it('draws what there is', () => {
    expect(firstChart([id, amount])).toMatchObject({ kind: 'line', x: '/customer_id', y: ['/amount'] });
    expect(firstChart([amount])).toMatchObject({ kind: 'bar', x: '/amount', y: [] });
    expect(firstChart([column('tags', 'text', 'array')])).toBeUndefined();
  });

  it('yields to what is stored, as far as its columns are there', () => {
    const stored: Chart = { kind: 'area', x: '/day', y: ['/amount', '/gone'], aggregate: 'max', period: 'month' };
    expect(chartFor([amount, day], stored)).toEqual({ ...stored, y: ['/amount'] });
    expect(chartFor([amount, region], stored)).toMatchObject({ kind: 'bar', x: '/region' });
  });
});

describe('the points that are drawn', () => {
  const words = { series: ['amount'], rest: (count: number) => `${count} others`, label: (label: string) => label };
  const data: ChartData = {
    type: 'text',
    points: Array.from({ length: 40 }, (_none, index) => ({ label: `t${index}`, values: [1] })),
    rest: { groups: 5, values: [7] },
  };
  const chart: Chart = { kind: 'pie', x: '/x', y: ['/y'], aggregate: 'sum', period: 'auto' };

  it('of a pie are eight, and the others as one', () => {
    const points = shownPoints(chart, data, words);
    expect(points).toHaveLength(9);
    expect(points.at(-1)).toEqual({ name: '37 others', values: [39] });
    expect(shownPoints({ ...chart, kind: 'bar' }, data, words).at(-1)).toEqual({ name: '15 others', values: [17] });
  });

  it('over time are all', () => {
    const { rest: _rest, ...dates } = data;
    expect(shownPoints({ ...chart, kind: 'line' }, { ...dates, type: 'date' }, words)).toHaveLength(40);
  });
});
