import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import type { Handlers } from './fake-bridge.ts';
import { chartHandlers } from './fake-chart.ts';
import { pathHandlers } from './fake-paths.ts';
import { searchHandlers } from './fake-search.ts';
import type { FakeState } from './fake-state.ts';
import { fakeCopy, fakeFind, fakeStatistics, shapedTable } from './fake-table.ts';

const kinds = { day: 'string', region: 'string', product: 'string', amount: 'number', returned: 'boolean' } as const;
const types = {
  day: { type: 'date', pattern: 'iso' },
  region: { type: 'text' },
  product: { type: 'text' },
  amount: { type: 'number', pattern: 'plain' },
  returned: { type: 'boolean', pattern: 'true_false' },
} as const;
const names = ['day', 'region', 'product', 'amount', 'returned'] as const;
const regions = ['North', 'South', 'East', 'West'];
const products = ['Espresso machine', 'Grinder', 'Filter paper, 100 pieces', 'Milk jug'];

const typed = (kind: Cell['kind'], text: string): Cell => ({ kind, text, value: text });

function cell(index: number, pointer: string): Cell {
  switch (pointer) {
    case '/day': {
      const two = (each: number) => String(each).padStart(2, '0');
      return typed('string', `2026-${two((index % 12) + 1)}-${two((index % 28) + 1)}`);
    }
    case '/region':
      return { kind: 'string', text: regions[index % 4] ?? '' };
    case '/product':
      return { kind: 'string', text: products[(index * 7) % 4] ?? '' };
    case '/amount':
      return typed('number', String(((index * 37) % 9000) / 10));
    default:
      return typed('boolean', String(index % 9 === 0));
  }
}

/** Rows that are made when asked for: a million cost what ten cost. */
export const fakeRows = {
  columns: names.map(
    (name): Column => ({ pointer: `/${name}`, label: name, kind: kinds[name], ...types[name], unfitCount: 0 }),
  ),
  cell,
};

type PreviewCall = Extract<keyof Handlers, `preview.${string}`>;

export function previewHandlers(state: FakeState): Pick<Handlers, PreviewCall> {
  return {
    'preview.table': (view) => shapedTable(fakeRows, state.rows, view).table,
    'preview.columns': (view) => shapedTable(fakeRows, state.rows, view).table,
    'preview.rows': ({ columns, start, count, ...view }) => {
      const { table, at } = shapedTable(fakeRows, state.rows, view);
      const length = Math.max(0, Math.min(count, table.rowCount - start));
      const rows = Array.from({ length }, (_none, index) => at(start + index));
      return {
        rows: rows.map((row) => columns.map((pointer) => cell(row, pointer))),
        pointers: rows.map((row) => `/${row}`),
      };
    },
    'preview.statistics': (request) =>
      fakeStatistics(fakeRows, shapedTable(fakeRows, state.rows, request), request.column),
    'preview.findInTable': (request) => fakeFind(fakeRows, shapedTable(fakeRows, state.rows, request), request),
    'preview.copy': (request) => fakeCopy(fakeRows, shapedTable(fakeRows, state.rows, request), request),
    ...pathHandlers(state),
    'preview.tree': ({ pointer, start, count }) => {
      if (pointer === '')
        return {
          nodes: Array.from({ length: Math.max(0, Math.min(count, state.rows - start)) }, (_none, at) => ({
            pointer: `/${start + at}`,
            key: String(start + at),
            cell: { kind: 'object', text: '', count: names.length },
          })),
          total: state.rows,
        };
      const index = Number(pointer.slice(1));
      return {
        nodes: names.map((name) => ({ pointer: `${pointer}/${name}`, key: name, cell: cell(index, `/${name}`) })),
        total: names.length,
      };
    },
    'preview.text': ({ startLine, count, isIndented = false }) => ({
      lines: Array.from({ length: Math.max(0, Math.min(count, state.rows + 2 - startLine)) }, (_none, at) => {
        const line = startLine + at;
        if (line === 0) return '[';
        if (line === state.rows + 1) return ']';
        return `  {"product":"${cell(line - 1, '/product').text}","amount":${cell(line - 1, '/amount').text}},`;
      }),
      total: state.rows + 2,
      isIndented,
    }),
    'preview.value': ({ pointer }) => ({
      text: (pointer === '' ? state.bodyText : undefined) ?? `value at ${pointer}`,
      truncated: false,
    }),
    ...chartHandlers(state, fakeRows),
    ...searchHandlers(state, (row) => cell(row, '/product').text),
    'preview.saveBody': () => ({ path: '/home/ann/sales.json' }),
  };
}
