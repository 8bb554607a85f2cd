import { expect, it } from 'vitest';
import { noShape } from '../../../../../app/shared/shape/shape.ts';
import { bodyOf, exported } from './exported.ts';

it('writes strict rows with values of the columns’ types, or null', async () => {
  const rows = [
    {
      name: 'a "b"',
      amount: '1.234,5',
      day: '30.11.2026',
      at: '2026-11-30T12:00:00+01:00',
      paid: true,
      took: '01:30:00',
    },
    { name: 5, amount: 7, day: 'soon', at: '2026-11-30T12:00', paid: 'no', took: null },
    { name: [1, 'x'], amount: [1], day: null, at: 'never', paid: null },
    { name: '', amount: 'n/a', day: '', at: '', paid: '' },
  ];
  const columns = {
    '/amount': { type: 'number', pattern: 'point_comma' },
    '/name': { type: 'text' },
    '/day': { type: 'date', pattern: 'dd.MM.yyyy' },
    '/at': { type: 'datetime', pattern: 'iso' },
    '/paid': { type: 'boolean', pattern: 'true_false' },
    '/took': { type: 'duration', pattern: 'hh:mm:ss' },
  } as const;
  const { text } = await exported(
    bodyOf(JSON.stringify(rows)),
    { format: 'json', isStrict: true },
    { shape: { ...noShape, columns } },
  );
  expect(JSON.parse(text)).toEqual([
    { name: 'a "b"', amount: 1234.5, day: '2026-11-30', at: '2026-11-30T11:00:00Z', paid: true, took: 5400 },
    { name: '5', amount: 7, day: null, at: '2026-11-30T12:00:00Z', paid: null, took: null },
    { name: '[1,"x"]', amount: null, day: null, at: null, paid: null, took: null },
    { name: '', amount: null, day: null, at: null, paid: null, took: null },
  ]);
});
