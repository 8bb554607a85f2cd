import { expect, it } from 'vitest';
import { tableOf } from '../read-body.ts';

const shop = JSON.stringify({
  page: 1,
  orders: [
    {
      id: 7,
      customer: { name: 'Ulm AG', since: null },
      lines: [{ id: 1, n: 10 }, { id: 2 }],
      notes: ['x'],
    },
    { id: 8, paid: true, lines: [{ id: 3, n: 30 }] },
    { id: 9, lines: [] },
  ],
});
const table = (text: string, dataPath: string, format: 'json' | 'xml' = 'json') =>
  tableOf(text, { format, dataPath, withParents: true });

it('has the scalar fields of the objects above each row, nearest first, named after them', () => {
  expect(table(shop, '$.orders[*].lines[*]')).toMatchObject({
    labels: ['id', 'n', 'order.id', 'order.customer.name', 'order.customer.since', 'order.paid', 'page'],
    rows: [
      ['1', '10', '7', 'Ulm AG', 'null', undefined, '1'],
      ['2', undefined, '7', 'Ulm AG', 'null', undefined, '1'],
      ['3', '30', '8', undefined, undefined, 'true', '1'],
    ],
  });
  expect(tableOf(shop, { dataPath: '$.orders[*].lines[*]' }).labels).toEqual(['id', 'n']);
});

it('has them for a pointer to a nested list, a single row, and NDJSON', () => {
  expect(table(shop, '/orders/0/lines')).toMatchObject({
    labels: ['id', 'n', 'order.id', 'order.customer.name', 'order.customer.since', 'page'],
    rows: [
      ['1', '10', '7', 'Ulm AG', 'null', '1'],
      ['2', undefined, '7', 'Ulm AG', 'null', '1'],
    ],
  });
  expect(table(shop, './orders/0/customer').labels).toEqual(['name', 'since', 'order.id', 'page']);
  expect(table('{"id":1,"l":[{"x":1}]}\n{"id":2,"l":[{"x":2}]}', '$[*].l[*]')).toMatchObject({
    labels: ['x', 'parent.id'],
    rows: [
      ['1', '1'],
      ['2', '2'],
    ],
  });
});

it('has the key of a keyed parent', () => {
  const plant = '{"stations":{"A":{"hall":1,"alarms":[{"c":5}]},"B":{"hall":2,"alarms":[{"c":6},{"c":7}]}}}';
  expect(table(plant, '$.stations[*].alarms[*]')).toMatchObject({
    labels: ['c', 'station', 'station.hall'],
    rows: [
      ['5', 'A', '1'],
      ['6', 'B', '2'],
      ['7', 'B', '2'],
    ],
  });
});

it('has the same columns for one XML element and for many', () => {
  const bed = (n: number) => `<bed n="${n}">x</bed>`;
  const room = (id: number, beds: string) => `<room id="${id}"><name>R${id}</name>${beds}</room>`;
  const one = table(`<plant site="S">${room(1, bed(1))}</plant>`, '$.plant.room[*].bed[*]', 'xml');
  const many = table(
    `<plant site="S">${room(1, bed(1) + bed(2))}${room(2, bed(3))}${room(3, '')}</plant>`,
    '$.plant.room[*].bed[*]',
    'xml',
  );
  expect(one.labels).toEqual(['value', 'n', 'room.name', 'room.id', 'plant.site'].sort(by(one.labels)));
  expect(many.labels).toEqual(one.labels);
  expect([one.rows.length, many.rows.length]).toEqual([1, 3]);
  expect(many.rows[2]).toEqual(expect.arrayContaining(['3', 'R2', '2', 'S']));
});

/** The order does not matter here. */
const by = (order: readonly string[]) => (one: string, other: string) => order.indexOf(one) - order.indexOf(other);
