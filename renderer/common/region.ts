import type { Region } from '../../app/shared/contract/app.ts';
import { setNumberFormat } from '../../app/shared/messages/format.ts';

/** The date and number formats of the user's region, which may differ from the language. Every formatter comes from here. */

/** Formatters are made once: lists ask for every row. */
export interface Formats {
  date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
  number(options?: Intl.NumberFormatOptions): Intl.NumberFormat;
}

export function createFormats({ dates, numbers }: Region): Formats {
  const ofDates = supported(dates);
  const ofNumbers = supported(numbers);
  return {
    date: kept((options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(ofDates, options)),
    number: kept((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(ofNumbers, options)),
  };
}

function kept<Options extends object, Format>(make: (options?: Options) => Format): (options?: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options ?? {});
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}

/** The window's engine may not know a locale that the main process named. */
function supported(locale: string | null): string | undefined {
  try {
    return locale === null ? undefined : Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}

/** What the region writes between thousands (empty: nothing), and before decimals. */
export function numberMarks(written: Formats): { group: string; decimal: string } {
  const parts = written.number({ useGrouping: true }).formatToParts(1234567.5);
  const find = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: find('group', ''), decimal: find('decimal', '.') };
}

let current = createFormats({ dates: null, numbers: null });

/** Before the first paint. */
export function setRegion(region: Region): void {
  current = createFormats(region);
  setNumberFormat(current.number);
}

export const formats = (): Formats => current;
