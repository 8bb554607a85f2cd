import type { ValueType } from '../../../shared/shape/shape.ts';
import type { PushRows } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';
import { basic, pushRequest, targetUrl } from '../request.ts';

/** Times of day and durations have no type there. */
const fieldTypes: Record<ValueType, 'string' | 'number' | 'date' | 'datetime'> = {
  text: 'string',
  number: 'number',
  boolean: 'string',
  date: 'date',
  datetime: 'datetime',
  time: 'string',
  duration: 'string',
};

/** A field's ID there: small letters, digits and underscores, at least two characters, not beginning with a digit. */
function fieldIds(columns: PushRows['columns']): string[] {
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
export const sendToGeckoboard: SendRows = async ({ lines, columns }, context) => {
  const headers = { authorization: basic(context.value('apiKey'), '') };
  const dataset = targetUrl(context.value('url'), 'datasets', context.value('dataset'));
  const ids = fieldIds(columns);
  const fields = Object.fromEntries(
    columns.map(({ name, type }, index) => [ids[index], { type: fieldTypes[type], name, optional: true }]),
  );
  await pushRequest({ method: 'PUT', url: dataset, headers, body: JSON.stringify({ fields }) }, context);
  const rows = lines.map((line) => {
    const row: unknown = JSON.parse(line);
    const values = columns.map(({ name, type }, index) => {
      const value = typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
      return [ids[index], value === undefined || value === null || type === 'number' ? value : textOf(value)];
    });
    return Object.fromEntries(values);
  });
  const url = targetUrl(context.value('url'), 'datasets', context.value('dataset'), 'data');
  await pushRequest({ method: 'PUT', url, headers, body: JSON.stringify({ data: rows }) }, context);
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
