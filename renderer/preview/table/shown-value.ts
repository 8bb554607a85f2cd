import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { type Formats, formats } from '../../common/region.ts';

/** A number that `Intl` can show digit by digit: exponents stay as they were sent. */
const decimal = /^-?\d+(?:\.(\d+))?$/;
/** `Intl.NumberFormat` takes so many. */
const mostFraction = 100;

export const fractionDigits = (text: string): number => decimal.exec(text)?.[1]?.length ?? 0;

/**
 * Formats the values from a service for the user's region. Copying and the value panel keep the source text.
 * `fraction`: the most digits after the decimal point in the column.
 */
export function createShownValue(written: Formats) {
  const point =
    written
      .number()
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.';
  const formatOf = (digits: number, useGrouping: boolean): Intl.NumberFormat =>
    written.number({ minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping });
  const date = written.date({ dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = written.date({ dateStyle: 'medium', timeStyle: 'medium' });

  return {
    /** Whole numbers are years and IDs as often as amounts: a column without decimals has no thousands separators. */
    number: (text: string, fraction: number): string => {
      const found = decimal.exec(text);
      const digits = found?.[1]?.length ?? 0;
      if (found === null || digits > mostFraction) return text;
      // A string keeps every digit (ECMA-402, Intl mathematical value); its type does not know of strings yet.
      return formatOf(digits, fraction > 0).format(text as unknown as bigint);
    },
    /** Fills the place of missing digits, so that decimal points line up. */
    pad: (text: string, fraction: number): string => {
      const digits = fractionDigits(text);
      if (fraction === 0 || !decimal.test(text)) return '';
      return (digits === 0 ? point : '') + '0'.repeat(Math.max(0, fraction - digits));
    },
    /** ISO 8601 dates and times. A time with a zone is shown in the user's; one without stays as it is. */
    text: (text: string): string => {
      if (text.length < 10 || text.length > 35) return text;
      if (/^\d{4}-\d\d-\d\d$/.test(text)) return shown(date, Date.parse(text), text);
      if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(text))
        return shown(dateTime, Date.parse(text), text);
      return text;
    },
  };
}

const shown = (format: Intl.DateTimeFormat, time: number, text: string): string =>
  Number.isNaN(time) ? text : format.format(time);

/** Made once, when the window knows the region. */
let made: { written: Formats; value: ReturnType<typeof createShownValue> } | undefined;
function shownValue() {
  const written = formats();
  if (made?.written !== written) made = { written, value: createShownValue(written) };
  return made.value;
}

/** The text of a cell in the table. */
export function shownText(cell: Cell, fraction: number): string {
  if (cell.truncated === true) return cell.text;
  if (cell.kind === 'number') return shownValue().number(cell.text, fraction);
  return cell.kind === 'string' ? shownValue().text(cell.text) : cell.text;
}

export const padOf = (cell: Cell, fraction: number): string =>
  cell.kind === 'number' && cell.truncated !== true ? shownValue().pad(cell.text, fraction) : '';

/** Numbers are right-aligned. */
export const isRight = ({ kind }: Column): boolean => kind === 'number';
