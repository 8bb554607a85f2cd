import { compareNumbers } from '../../../../../app/resources/preview/shape/values/numbers.ts';
import type { FilterStep, Step, ValueType } from '../../../../../app/shared/shape/shape.ts';

// What steps mean, in the plainest way: to compare the engine with.

/** A cell of the model. `value`: canonical. `undefined`: empty or without the type. */
export interface ModelCell {
  /** Empty: no value. */
  text: string;
  value: string | undefined;
}
export interface ModelColumn {
  type: ValueType;
  cells: readonly ModelCell[];
}
export type Model = ReadonlyMap<string, ModelColumn>;

/** Digits as numbers, without regard to case and accents; equal texts by their bytes. */
function compareNaturally(one: string, other: string): number {
  const parts = (text: string) =>
    text
      .normalize('NFC')
      .replaceAll('ß', 'ss')
      .replaceAll(/[^\p{ASCII}]/gu, (character) => character.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''))
      .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
      .replaceAll(/\d+/g, (digits) => {
        const number = digits.replace(/^0+(?=\d)/, '');
        return `0${String.fromCharCode(number.length)}${number}`;
      });
  return (
    Buffer.compare(Buffer.from(parts(one)), Buffer.from(parts(other))) ||
    Buffer.compare(Buffer.from(one), Buffer.from(other))
  );
}

function compareValues(type: ValueType, one: string, other: string): number {
  if (type === 'number' || type === 'duration') return compareNumbers(one, other);
  if (type === 'text') return compareNaturally(one, other);
  // Without a zone, a time is compared as if it were in UTC.
  const [a, b] = [one.replace('Z', ''), other.replace('Z', '')];
  return a < b ? -1 : Number(a > b);
}

/** 0: a value of the type. 1: another one. 2: empty. */
const classOf = ({ text, value }: ModelCell): number => (value !== undefined ? 0 : text === '' ? 2 : 1);

function compareCells(type: ValueType, one: ModelCell, other: ModelCell, descending: boolean): number {
  const byClass = classOf(one) - classOf(other);
  if (byClass !== 0 || classOf(one) === 2) return byClass;
  const order =
    one.value !== undefined && other.value !== undefined
      ? compareValues(type, one.value, other.value)
      : compareNaturally(one.text, other.text);
  return descending ? -order : order;
}

function passes({ test, value, to, values }: FilterStep, type: ValueType, cell: ModelCell): boolean {
  const isEmpty = cell.text === '' && cell.value === undefined;
  const texts = [cell.text, cell.value ?? ''].map((text) => text.toLowerCase());
  const equals = (wanted: string) =>
    cell.value === undefined
      ? cell.text === wanted
      : type === 'text'
        ? cell.value === wanted
        : compareValues(type, cell.value, wanted) === 0;
  const order = (wanted: string) => (cell.value === undefined ? Number.NaN : compareValues(type, cell.value, wanted));
  switch (test) {
    case 'empty':
      return isEmpty;
    case 'not_empty':
      return !isEmpty;
    case 'contains':
      return texts.some((text) => text.includes(value.toLowerCase()));
    case 'contains_not':
      return !texts.some((text) => text.includes(value.toLowerCase()));
    case 'starts':
      return texts.some((text) => text.startsWith(value.toLowerCase()));
    case 'ends':
      return texts.some((text) => text.endsWith(value.toLowerCase()));
    case 'is':
      return equals(value);
    case 'is_not':
      return !equals(value);
    case 'one_of':
      return values.some(equals);
    case 'less':
      return order(value) < 0;
    case 'at_most':
      return order(value) <= 0;
    case 'more':
      return order(value) > 0;
    case 'at_least':
      return order(value) >= 0;
    case 'between':
      return order(value) >= 0 && order(to) <= 0;
  }
}

/** The rows after the step, by their index in the body. */
export function applyToModel(model: Model, step: Step, rows: readonly number[]): number[] {
  const column = (pointer: string) => model.get(pointer) as ModelColumn; // steps name columns of the model
  const cell = (pointer: string, row: number) => column(pointer).cells[row] ?? { text: '', value: undefined };
  switch (step.kind) {
    case 'filter':
      return rows.filter((row) => passes(step, column(step.column).type, cell(step.column, row)));
    case 'sort':
      return rows.toSorted((one, other) => {
        for (const { column: pointer, descending } of step.keys) {
          const order = compareCells(column(pointer).type, cell(pointer, one), cell(pointer, other), descending);
          if (order !== 0) return order;
        }
        return 0;
      });
    case 'distinct': {
      const pointers = step.columns.length === 0 ? [...model.keys()] : step.columns;
      const left: number[] = [];
      for (const row of rows) {
        const isKnown = left.some((other) =>
          pointers.every((pointer) => {
            const [one, two] = [cell(pointer, row), cell(pointer, other)];
            return classOf(one) === classOf(two) && compareCells(column(pointer).type, one, two, false) === 0;
          }),
        );
        if (!isKnown) left.push(row);
      }
      return left;
    }
    default:
      return step.from === 'first' ? rows.slice(0, step.count) : rows.slice(-step.count);
  }
}
