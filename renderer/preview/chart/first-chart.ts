import type { Chart } from '../../../app/shared/chart/chart.ts';
import type { Column } from '../../../app/shared/preview/preview.ts';

/** Numbers that are names of something: adding them up says nothing. */
const identifier = /(^|[^\p{L}])(id|ids|key|code|zip|plz|year|jahr|nr|no|number|nummer|index|lat|lon|lng)$/iu;
const camelIdentifier = /(Id|Key|Code|Zip|Year|No|Number|Index)$/;
/** Texts that differ in nearly every row. */
const unique =
  /(^|[^\p{L}])(id|uuid|guid|key|url|link|href|email|mail|phone|image|description|comment|note|text|title)$/iu;

const typeOf = ({ type, kind }: Column) => type ?? (kind === 'number' || kind === 'boolean' ? kind : 'text');
const isValue = ({ kind }: Column): boolean => kind !== 'array' && kind !== 'object';

/** Columns that can be drawn as values. */
export const measures = (columns: readonly Column[]): Column[] =>
  columns.filter((column) => typeOf(column) === 'number');

/** Columns that rows can be grouped by. */
export const dimensions = (columns: readonly Column[]): Column[] => columns.filter(isValue);

/**
 * What the types of the columns suggest: over time a line, of groups bars, of yes and no a pie. `undefined`: there is
 * nothing to draw. `columns`: those that are shown.
 */
export function firstChart(columns: readonly Column[]): Chart | undefined {
  const possible = dimensions(columns);
  const isId = ({ label }: Column) => identifier.test(label) || camelIdentifier.test(label);
  const amount = measures(possible).find((column) => !isId(column));
  const base = { y: amount === undefined ? [] : [amount.pointer], aggregate: 'sum', period: 'auto' } as const;
  const date = possible.find((column) => typeOf(column) === 'date' || typeOf(column) === 'datetime');
  if (date !== undefined) return { ...base, y: [...base.y], kind: 'line', x: date.pointer };
  const texts = possible.filter((column) => typeOf(column) === 'text');
  const text = texts.find(({ label }) => !unique.test(label)) ?? texts[0];
  if (text !== undefined) return { ...base, y: [...base.y], kind: 'bar', x: text.pointer };
  const flag = possible.find((column) => typeOf(column) === 'boolean');
  if (flag !== undefined) return { ...base, y: [...base.y], kind: 'pie', x: flag.pointer };
  const [first] = possible;
  if (first === undefined) return undefined;
  const others = base.y.filter((pointer) => pointer !== first.pointer);
  return {
    ...base,
    y: others,
    kind: typeOf(first) === 'number' && others.length > 0 ? 'line' : 'bar',
    x: first.pointer,
  };
}

/** A stored chart, as far as its columns are there; otherwise the first choice. */
export function chartFor(columns: readonly Column[], stored: Chart | null): Chart | undefined {
  const isThere = (pointer: string) => columns.some((column) => column.pointer === pointer && isValue(column));
  if (stored === null || !isThere(stored.x)) return firstChart(columns);
  return { ...stored, y: stored.y.filter(isThere) };
}
