import type { Statistics } from '../../../app/shared/contract/table.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Cell, Column, Table, TableView } from '../../../app/shared/preview/preview.ts';
import { noShape, type Shape, type Step, shapeSchema, type ValueType } from '../../../app/shared/shape/shape.ts';

// What the preview process does with a shape, played on rows that are made when asked for.

export interface FakeRows {
  columns: readonly Column[];
  cell(row: number, pointer: string): Cell;
}

interface Shaped {
  table: Table;
  /** The row in the body. */
  at(index: number): number;
}

const shownOf = (cell: Cell): string => cell.value ?? cell.text;
const isEmpty = (cell: Cell): boolean => cell.text === '';

function compare(type: ValueType | undefined, one: string, other: string): number {
  if (type === 'number' || type === 'duration') return Number(one) - Number(other);
  return one < other ? -1 : one > other ? 1 : 0;
}

function passes(step: Extract<Step, { kind: 'filter' }>, type: ValueType | undefined, cell: Cell): boolean {
  const text = shownOf(cell).toLowerCase();
  const wanted = step.value.toLowerCase();
  if (step.test === 'empty') return isEmpty(cell);
  if (step.test === 'not_empty') return !isEmpty(cell);
  if (step.test === 'contains_not') return !text.includes(wanted);
  if (step.test === 'is_not') return text !== wanted;
  if (isEmpty(cell)) return false;
  const order = compare(type, shownOf(cell), step.value);
  switch (step.test) {
    case 'contains':
      return text.includes(wanted);
    case 'starts':
      return text.startsWith(wanted);
    case 'ends':
      return text.endsWith(wanted);
    case 'one_of':
      return step.values.includes(shownOf(cell));
    case 'less':
      return order < 0;
    case 'at_most':
      return order <= 0;
    case 'more':
      return order > 0;
    case 'at_least':
      return order >= 0;
    case 'between':
      return order >= 0 && compare(type, shownOf(cell), step.to) <= 0;
    default:
      return order === 0;
  }
}

function applyStep(step: Step, list: number[], fake: FakeRows, shape: Shape): number[] {
  const typeOf = (pointer: string) =>
    shape.columns[pointer]?.type ?? fake.columns.find((column) => column.pointer === pointer)?.type;
  switch (step.kind) {
    case 'filter':
      return list.filter((row) => passes(step, typeOf(step.column), fake.cell(row, step.column)));
    case 'sort':
      return list.toSorted((one, other) => {
        for (const { column, descending } of step.keys) {
          const order = compare(typeOf(column), shownOf(fake.cell(one, column)), shownOf(fake.cell(other, column)));
          if (order !== 0) return descending ? -order : order;
        }
        return one - other;
      });
    case 'distinct': {
      const columns = step.columns.length > 0 ? step.columns : fake.columns.map(({ pointer }) => pointer);
      const met = new Set<string>();
      return list.filter((row) => {
        const key = JSON.stringify(columns.map((pointer) => shownOf(fake.cell(row, pointer))));
        return !met.has(key) && met.add(key);
      });
    }
    default:
      return step.from === 'first' ? list.slice(0, step.count) : list.slice(-step.count);
  }
}

function inOrder(fake: FakeRows, { order, columns }: Shape): Column[] {
  const known = order.flatMap((pointer) => fake.columns.filter((column) => column.pointer === pointer));
  return [...known, ...fake.columns.filter((column) => !known.includes(column))].map((column) => {
    const { type, pattern, ...chosen } = columns[column.pointer] ?? {};
    const isChosen = type !== undefined || pattern !== undefined;
    return {
      ...column,
      ...chosen,
      ...(type === undefined ? {} : { type }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(isChosen ? { isTypeChosen: true as const } : {}),
    };
  });
}

const columnsOf = (step: Step): string[] => {
  if (step.kind === 'filter') return [step.column];
  if (step.kind === 'sort') return step.keys.map(({ column }) => column);
  return step.kind === 'distinct' ? step.columns : [];
};

export function shapedTable(fake: FakeRows, rowCount: number, view: Pick<TableView, 'shape'>): Shaped {
  const shape = shapeSchema.parse(view.shape ?? noShape);
  let list: number[] | undefined;
  const stepRowCounts: number[] = [];
  const stepProblems: Table['stepProblems'] = [];
  for (const step of shape.steps) {
    const missing = columnsOf(step).find((each) => !fake.columns.some(({ pointer }) => pointer === each));
    if (missing !== undefined)
      stepProblems.push({ id: step.id, message: verbatim(`The column “${missing}” is not there.`) });
    else list = applyStep(step, list ?? Array.from({ length: rowCount }, (_none, row) => row), fake, shape);
    stepRowCounts.push(list?.length ?? rowCount);
  }
  return {
    table: {
      columns: inOrder(fake, shape),
      hasAllColumns: true,
      rowCount: list?.length ?? rowCount,
      sourceRowCount: rowCount,
      stepRowCounts,
      stepProblems,
      totalRows: null,
      notes: [],
    },
    at: (index) => list?.[index] ?? index,
  };
}

const mostFigured = 20_000;
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_none, at) => from + at);

/** Figures of the first 20,000 rows. */
export function fakeStatistics(fake: FakeRows, { table, at }: Shaped, pointer: string): Statistics {
  const type = table.columns.find((column) => column.pointer === pointer)?.type ?? 'text';
  const cells = range(0, Math.min(mostFigured, table.rowCount)).map((row) => fake.cell(at(row), pointer));
  const values = cells.filter((cell) => !isEmpty(cell)).map(shownOf);
  const sorted = values.toSorted((one, other) => compare(type, one, other));
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const base: Statistics = {
    type,
    count: cells.length,
    empty: cells.length - values.length,
    unfit: 0,
    distinct: counts.size,
    ...(sorted[0] === undefined ? {} : { min: sorted[0], max: sorted.at(-1) }),
    bins: [],
    top: [],
  };
  if (type !== 'number') {
    const top = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, 10);
    return { ...base, top: top.map(([text, count]) => ({ text, count })) };
  }
  const numbers = sorted.map(Number);
  const [low = 0, high = 0] = [numbers[0], numbers.at(-1)];
  const sum = numbers.reduce((total, each) => total + each, 0);
  const width = (high - low) / 20 || 1;
  return {
    ...base,
    sum: String(sum),
    mean: String(sum / Math.max(1, numbers.length)),
    ...(sorted.length === 0 ? {} : { median: sorted[(sorted.length - 1) >> 1] }),
    bins: range(0, 20).map((bin) => ({
      from: String(low + bin * width),
      to: String(low + (bin + 1) * width),
      count: numbers.filter((each) => Math.min(19, Math.floor((each - low) / width)) === bin).length,
    })),
  };
}

interface FindRequest {
  text: string;
  matchCase: boolean;
  from: { row: number; column: string } | null;
  backwards: boolean;
}

/** Searches the first 20,000 rows. */
export function fakeFind(fake: FakeRows, { table, at }: Shaped, { text, matchCase, from, backwards }: FindRequest) {
  const fold = (each: string) => (matchCase ? each : each.toLowerCase());
  const columns = table.columns.filter(({ hidden }) => hidden !== true).map(({ pointer }) => pointer);
  const places = range(0, Math.min(mostFigured, table.rowCount)).flatMap((row) =>
    columns.flatMap((column) => {
      const cell = fake.cell(at(row), column);
      const isHit = fold(cell.text).includes(fold(text)) || fold(cell.value ?? '').includes(fold(text));
      return isHit ? [{ row, column }] : [];
    }),
  );
  const order = (place: { row: number; column: string }) => place.row * columns.length + columns.indexOf(place.column);
  const start = from === null ? (backwards ? Number.POSITIVE_INFINITY : -1) : order(from);
  const next = backwards
    ? (places.findLast((place) => order(place) < start) ?? places.at(-1))
    : (places.find((place) => order(place) > start) ?? places[0]);
  return {
    place: next ?? null,
    number: next === undefined ? 0 : places.indexOf(next) + 1,
    matchCount: places.length,
    isDone: true,
  };
}

interface CopyRequest {
  columns: string[];
  start: number;
  count: number | null;
  withHeader: boolean;
  decimalMark?: '.' | ',' | undefined;
}

export function fakeCopy(
  fake: FakeRows,
  { table, at }: Shaped,
  { columns, start, count, withHeader, decimalMark = '.' }: CopyRequest,
) {
  const rows = range(start, Math.min(table.rowCount, count === null ? table.rowCount : start + count));
  const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = columns.map((pointer) => {
    const column = table.columns.find((each) => each.pointer === pointer);
    return quoted(column?.name ?? column?.label ?? '');
  });
  const lines = rows.map((row) =>
    columns.map((pointer) => {
      const cell = fake.cell(at(row), pointer);
      return quoted(cell.kind === 'number' ? shownOf(cell).replace('.', decimalMark) : cell.text);
    }),
  );
  const text = [...(withHeader ? [head] : []), ...lines].map((line) => line.join('\t')).join('\r\n');
  return { text, rowCount: rows.length, isCut: false };
}
