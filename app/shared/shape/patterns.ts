import type { ValueType } from './shape.ts';

// How values are written. The preview process reads values by these names, and the window offers them. A name is stored
// with the resource: do not rename one.

/** Marks of thousands and decimals. Thousands are optional in values of each. */
export const numberMarks = ['plain', 'comma_point', 'point_comma', 'space_comma', 'apostrophe_point'] as const;
export type NumberMarks = (typeof numberMarks)[number];

/** `_percent`: each value ends with a percent sign. `_currency`: each has a currency's sign or code. */
const numberAffixes = ['', '_percent', '_currency'] as const;
export type NumberPattern = `${NumberMarks}${(typeof numberAffixes)[number]}`;

export const booleanPatterns = [
  'true_false',
  'yes_no',
  'ja_nein',
  'wahr_falsch',
  'on_off',
  'y_n',
  'j_n',
  't_f',
  '1_0',
  /** `x` means yes, and an empty value means no. */
  'x_empty',
] as const;
export type BooleanPattern = (typeof booleanPatterns)[number];

/** Day and month may have one digit, a year two. */
export const dayPatterns = ['dd.MM.yyyy', 'dd/MM/yyyy', 'MM/dd/yyyy', 'dd-MM-yyyy', 'yyyy/MM/dd', 'yyyyMMdd'] as const;
export type DayPattern = (typeof dayPatterns)[number];

const datePatterns = ['iso', ...dayPatterns] as const;

/** The patterns of days may be followed by a time of either kind, and a zone. `aspnet`: `/Date(1796040000000)/`. */
export const dateTimePatterns = ['iso', 'rfc2822', 'epoch_s', 'epoch_ms', 'aspnet', ...dayPatterns] as const;
export type DateTimePattern = (typeof dateTimePatterns)[number];

/** Seconds are optional. */
const timePatterns = ['HH:mm', 'h:mm a'] as const;

/** `iso`: ISO 8601 §5.5.2 without years and months. `unit`: numbers with units. The last four: numbers alone. */
export const durationPatterns = ['iso', 'hh:mm:ss', 'unit', 'seconds', 'milliseconds', 'minutes', 'hours'] as const;
export type DurationPattern = (typeof durationPatterns)[number];

const numberPatterns: readonly NumberPattern[] = numberAffixes.flatMap((affix) =>
  numberMarks.map((marks): NumberPattern => `${marks}${affix}`),
);

/** The patterns of each type, the most usual first. */
export const patternsOf: Record<ValueType, readonly string[]> = {
  text: [],
  number: numberPatterns,
  boolean: booleanPatterns,
  date: datePatterns,
  datetime: dateTimePatterns,
  time: timePatterns,
  duration: durationPatterns,
};

const markExamples: Record<NumberMarks, string> = {
  plain: '1234.5',
  comma_point: '1,234.5',
  point_comma: '1.234,5',
  space_comma: '1 234,5',
  apostrophe_point: '1’234.5',
};

const dayExamples: Record<DayPattern, string> = {
  'dd.MM.yyyy': '30.11.2026',
  'dd/MM/yyyy': '30/11/2026',
  'MM/dd/yyyy': '11/30/2026',
  'dd-MM-yyyy': '30-11-2026',
  'yyyy/MM/dd': '2026/11/30',
  yyyyMMdd: '20261130',
};

const booleanExamples: Record<BooleanPattern, string> = {
  true_false: 'true/false',
  yes_no: 'yes/no',
  ja_nein: 'ja/nein',
  wahr_falsch: 'wahr/falsch',
  on_off: 'on/off',
  y_n: 'y/n',
  j_n: 'j/n',
  t_f: 't/f',
  '1_0': '1/0',
  x_empty: 'x',
};

const dateTimeExamples: Record<DateTimePattern, string> = {
  iso: '2026-11-30T12:00:00Z',
  rfc2822: 'Mon, 30 Nov 2026 12:00:00 +0000',
  epoch_s: '1796040000',
  epoch_ms: '1796040000000',
  aspnet: '/Date(1796040000000)/',
  'dd.MM.yyyy': `${dayExamples['dd.MM.yyyy']} 12:00`,
  'dd/MM/yyyy': `${dayExamples['dd/MM/yyyy']} 12:00`,
  'MM/dd/yyyy': `${dayExamples['MM/dd/yyyy']} 12:00 PM`,
  'dd-MM-yyyy': `${dayExamples['dd-MM-yyyy']} 12:00`,
  'yyyy/MM/dd': `${dayExamples['yyyy/MM/dd']} 12:00`,
  yyyyMMdd: `${dayExamples.yyyyMMdd}T120000`,
};

const durationExamples: Record<DurationPattern, string> = {
  iso: 'PT1H30M',
  'hh:mm:ss': '01:30:00',
  unit: '90 min',
  seconds: '5400',
  milliseconds: '5400000',
  minutes: '90',
  hours: '1.5',
};

const affixExamples = { '': '', _percent: ' %', _currency: ' €' } as const;

/** A value as the pattern writes it, the same in every language. `undefined`: the type has no such pattern. */
export function patternExample(type: ValueType, pattern: string): string | undefined {
  const examples: Partial<Record<ValueType, Readonly<Record<string, string>>>> = {
    number: Object.fromEntries(
      numberMarks.flatMap((marks) =>
        numberAffixes.map((affix) => [`${marks}${affix}`, markExamples[marks] + affixExamples[affix]]),
      ),
    ),
    boolean: booleanExamples,
    date: { iso: '2026-11-30', ...dayExamples },
    datetime: dateTimeExamples,
    time: { 'HH:mm': '12:00', 'h:mm a': '12:00 PM' },
    duration: durationExamples,
  };
  const ofType = examples[type] ?? {};
  return Object.hasOwn(ofType, pattern) ? ofType[pattern] : undefined;
}
