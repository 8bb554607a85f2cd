import { expect, it } from 'vitest';
import { stations } from '../../../../../app/practice/service/api/machines.ts';
import { orders } from '../../../../../app/practice/service/api/orders.ts';
import { sensorsXml } from '../../../../../app/practice/service/api/sensors.ts';
import { inspections, ledgerText } from '../../../../../app/practice/service/api/values.ts';
import { tableOf } from '../../../resources/preview/read-body.ts';

// What the practice data is for: the preview shows it as a designer would want it.

it('unnests the lines of orders, with the order beside each', () => {
  const all = orders(Date.UTC(2026, 10, 30));
  const { labels, rows } = tableOf(JSON.stringify({ page: 1, orders: all }), {
    dataPath: '$.orders[*].lines[*]',
    withParents: true,
  });
  expect(rows).toHaveLength(all.reduce((sum, { lines }) => sum + lines.length, 0));
  expect(labels).toEqual([
    ...['position', 'article', 'quantity', 'price'],
    ...['order.id', 'order.orderedAt', 'order.status'],
    ...['order.customer.id', 'order.customer.name', 'order.customer.country', 'order.total', 'page'],
  ]);
});

it('has the stations as rows, with their codes', () => {
  const { labels, rows } = tableOf(JSON.stringify(stations()));
  expect(labels).toEqual(['key', 'hall', 'temperature', 'crew.lead', 'crew.size', 'alarms']);
  expect([rows.length, rows[0]?.[0]]).toEqual([40, 'ST-01']);
});

it('has the same columns for one sensor and for many', () => {
  const [one, many] = [1, 12].map((count) => tableOf(sensorsXml(count), { format: 'xml' }));
  expect(many?.labels).toEqual(['name', 'reading', 'reading.unit', 'tag', 'id', 'type']);
  expect(one?.labels).toEqual(many?.labels);
  expect([one?.rows.length, many?.rows.length]).toEqual([1, 12]);
});

it('keeps the digits of the ledger, and has columns that come late', () => {
  expect(tableOf(ledgerText()).rows[0]?.slice(0, 3)).toEqual([
    '9007199254740993',
    expect.stringMatching(/\.\d\d00$/),
    '0.1000',
  ]);
  expect(tableOf(JSON.stringify(inspections())).labels).toEqual(
    expect.arrayContaining(['defect', 'repair.minutes', 'repair.by']),
  );
});
