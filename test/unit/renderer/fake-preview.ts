import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import type { Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

const kinds = { day: 'string', region: 'string', product: 'string', amount: 'number', returned: 'boolean' } as const;
const names = ['day', 'region', 'product', 'amount', 'returned'] as const;
const regions = ['North', 'South', 'East', 'West'];
const products = ['Espresso machine', 'Grinder', 'Filter paper, 100 pieces', 'Milk jug'];

function cell(index: number, pointer: string): Cell {
  switch (pointer) {
    case '/day':
      return {
        kind: 'string',
        text: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      };
    case '/region':
      return { kind: 'string', text: regions[index % 4] ?? '' };
    case '/product':
      return { kind: 'string', text: products[(index * 7) % 4] ?? '' };
    case '/amount':
      return { kind: 'number', text: String(((index * 37) % 9000) / 10) };
    default:
      return { kind: 'boolean', text: String(index % 9 === 0) };
  }
}

/** Rows that are made when asked for: a million cost what ten cost. */
export const fakeRows = {
  columns: names.map((name): Column => ({ pointer: `/${name}`, label: name, kind: kinds[name] })),
  cell,
};

type PreviewCall = Extract<keyof Handlers, `preview.${string}`>;

export function previewHandlers(state: FakeState): Pick<Handlers, PreviewCall> {
  return {
    'preview.table': () => table(state),
    'preview.columns': () => table(state),
    'preview.rows': ({ columns, start, count }) => ({
      rows: Array.from({ length: Math.max(0, Math.min(count, state.rows - start)) }, (_none, at) =>
        columns.map((pointer) => cell(start + at, pointer)),
      ),
      pointers: Array.from(
        { length: Math.max(0, Math.min(count, state.rows - start)) },
        (_none, at) => `/${start + at}`,
      ),
    }),
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
    'preview.text': ({ startLine, count }) => ({
      lines: Array.from({ length: Math.max(0, Math.min(count, state.rows + 2 - startLine)) }, (_none, at) => {
        const line = startLine + at;
        if (line === 0) return '[';
        if (line === state.rows + 1) return ']';
        return `  {"day":"${cell(line - 1, '/day').text}","amount":${cell(line - 1, '/amount').text}},`;
      }),
      total: state.rows + 2,
    }),
    'preview.value': ({ pointer }) => ({ text: `value at ${pointer}`, truncated: false }),
    'preview.saveBody': () => ({ path: '/home/ann/sales.json' }),
  };
}

const table = (state: FakeState) => ({
  columns: fakeRows.columns,
  hasAllColumns: true,
  rowCount: state.rows,
  sourceRowCount: state.rows,
  stepRowCounts: [],
  stepProblems: [],
  totalRows: null,
  notes: [],
});
