import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import type { DisplayFormat } from '../../../app/shared/shape/shape.ts';
import { type Formats, formats, numberMarks } from '../../common/region.ts';
import { text } from '../../messages/text.ts';
import { createShownTime } from './shown-time.ts';

/** A number that `Intl` can show digit by digit: exponents stay as they were sent. */
const decimal = /^-?\d+(?:\.(\d+))?$/;
/** `Intl.NumberFormat` takes so many. */
const mostFraction = 100;

export const fractionDigits = (value: string): number => decimal.exec(value)?.[1]?.length ?? 0;

/** How values of a column are shown. */
export type ShownColumn = Pick<Column, 'kind' | 'type' | 'format'>;

/**
 * Formats values for the user's region and the column's format. Copying and the value panel keep the source text.
 * `fraction`: the most digits after the decimal point in the column.
 */
export function createShownValue(written: Formats) {
  const { decimal: point } = numberMarks(written);
  const formatOf = (digits: number, useGrouping: boolean): Intl.NumberFormat =>
    written.number({ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping });
  const times = createShownTime(written);

  const number = (value: string, fraction: number, { decimals, thousands }: DisplayFormat = {}): string => {
    const found = decimal.exec(value);
    const digits = decimals ?? found?.[1]?.length ?? 0;
    if (found === null || digits > mostFraction) return value;
    // Whole numbers are years and IDs as often as amounts: without decimals they have no thousands separators.
    const isGrouped = thousands ?? (decimals ?? fraction) > 0;
    // A string keeps every digit (ECMA-402, Intl mathematical value); its type does not know of strings yet.
    return formatOf(digits, isGrouped).format(value as unknown as bigint);
  };

  return {
    number,
    /** Fills the place of missing digits, so that decimal points line up. */
    pad: (value: string, fraction: number): string => {
      const digits = fractionDigits(value);
      if (fraction === 0 || !decimal.test(value)) return '';
      return (digits === 0 ? point : '') + '0'.repeat(Math.max(0, fraction - digits));
    },
    /** A text whose type is not known: ISO 8601 dates and times are shown as such. */
    text: times.guessed,
    /** A canonical value (`cell.value`) of a type. */
    typed: (value: string, { type, format = {} }: ShownColumn, fraction: number): string => {
      if (type === 'number') return number(value, fraction, format);
      if (type === 'boolean') return text(value === 'true' ? 'shape.yes' : 'shape.no');
      if (type === 'date') return times.date(value, format.dateStyle);
      if (type === 'datetime') return times.dateTime(value, format.dateStyle);
      if (type === 'time') return times.time(value, format.dateStyle);
      return type === 'duration' ? times.duration(value, point) : value;
    },
  };
}

/** Made once, when the window knows the region. */
let made: { written: Formats; value: ReturnType<typeof createShownValue> } | undefined;
function shownValue() {
  const written = formats();
  if (made?.written !== written) made = { written, value: createShownValue(written) };
  return made.value;
}

/** A canonical value as the column shows it. */
export const shownTyped = (value: string, column: ShownColumn, fraction = 0): string =>
  shownValue().typed(value, column, fraction);

/** The text of a cell in the table. A value that does not have the type stays as it was sent. */
export function shownText(cell: Cell, column: ShownColumn, fraction: number): string {
  if (cell.truncated === true || cell.unfit === true) return cell.text;
  if (cell.value !== undefined) return shownTyped(cell.value, column, fraction);
  if (column.type !== undefined) return cell.text;
  if (cell.kind === 'number') return shownValue().number(cell.text, fraction, column.format);
  return cell.kind === 'string' ? shownValue().text(cell.text) : cell.text;
}

/** The digits of a cell in a column of numbers. `undefined`: the cell has none. */
export function digitsOf(cell: Cell, column: ShownColumn): string | undefined {
  if (cell.truncated === true || cell.unfit === true) return undefined;
  if (column.type === 'number') return cell.value;
  return column.type === undefined && cell.kind === 'number' ? cell.text : undefined;
}

export function padOf(cell: Cell, column: ShownColumn, fraction: number): string {
  const digits = column.format?.decimals === undefined ? digitsOf(cell, column) : undefined;
  return digits === undefined ? '' : shownValue().pad(digits, fraction);
}

/** Numbers and durations are right-aligned. */
export const isRight = ({ kind, type }: ShownColumn): boolean =>
  type === undefined ? kind === 'number' : type === 'number' || type === 'duration';

/** Which look a cell has: that of its type, where its value has it. */
export function lookOf(cell: Cell, { type }: ShownColumn): string {
  if (cell.value === undefined || cell.unfit === true) return cell.kind;
  return type === 'number' || type === 'boolean' ? type : 'string';
}

/** Why a cell looks as it does, for its title. `undefined`: its text says all. */
export function cellHint(cell: Cell, { type }: ShownColumn): string | undefined {
  if (cell.kind === 'missing') return text('shape.hint.missing');
  if (cell.kind === 'null') return text('shape.hint.null');
  if (cell.kind === 'string' && cell.text === '') return text('shape.hint.empty');
  return cell.unfit === true && type !== undefined ? text(`shape.hint.unfit.${type}`) : undefined;
}
