import type { PushRows, PushValue } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';
import { basic, pushRequest, targetUrl } from '../request.ts';
import { type TableRules, type TableType, tableOf } from './table.ts';

/** A dataset's fields, and characters of a text (developer.geckoboard.com, "Schemas and types"). */
const mostFields = 10;
const mostCharacters = 100;

/** Times of day and durations have no type there. A time without a zone is taken as UTC, as OData does here. */
const fieldTypes: Record<TableType, 'string' | 'number' | 'date' | 'datetime'> = {
  text: 'string',
  number: 'number',
  boolean: 'string',
  date: 'date',
  datetime: 'datetime',
  local: 'datetime',
  time: 'string',
  duration: 'string',
};
/** The names are read by people: `fieldIds` makes the IDs. */
const rules: TableRules = { mostBytes: 1_000, taken: [], isCaseSensitive: true };

/** A field's ID there: small letters, digits and underscores, at least two characters, not beginning with a digit. */
function fieldIds(columns: readonly { name: string }[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    const plain = name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '');
    const base = /^[a-z]./.test(plain) ? plain : `f_${plain}`;
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}_${number}`;
    taken.add(id);
    return id;
  });
}

/** Creates the dataset with the columns, then replaces its rows. */
export const sendToGeckoboard: SendRows = async (given: PushRows, context) => {
  const headers = { authorization: basic(context.value('apiKey'), '') };
  const dataset = targetUrl(context.value('url'), 'datasets', context.value('dataset'));
  const { columns, rows } = await tableOf({ ...given, columns: given.columns.slice(0, mostFields) }, rules);
  const ids = fieldIds(columns);
  const fields = Object.fromEntries(
    columns.map(({ name, type }, index) => [ids[index], { type: fieldTypes[type], name, optional: true }]),
  );
  await pushRequest({ method: 'PUT', url: dataset, headers, body: JSON.stringify({ fields }) }, context);
  const data = rows.map((row) =>
    Object.fromEntries(columns.map(({ type }, index) => [ids[index], sendable(row[index] ?? null, type)])),
  );
  const url = targetUrl(context.value('url'), 'datasets', context.value('dataset'), 'data');
  await pushRequest({ method: 'PUT', url, headers, body: JSON.stringify({ data }) }, context);
};

function sendable(value: PushValue, type: TableType): PushValue {
  if (value === null) return null;
  if (type === 'number') return Number(value);
  if (type === 'local') return `${String(value).replace(' ', 'T')}Z`;
  return fieldTypes[type] === 'string' ? [...String(value)].slice(0, mostCharacters).join('') : value;
}
