import { type PushValue, valuesOfLine } from '../push-rows.ts';
import type { SendRows } from '../push-target.ts';
import { pushRequest, targetUrl } from '../request.ts';

/**
 * The columns of the first row as the widget's own values, and all rows as `items` with a label and a value, which the
 * List widget shows: the first two columns.
 */
export const sendToSmashing: SendRows = async ({ lines, columns, dataAt }, context) => {
  const rows = lines.map((line) => valuesOfLine(line, columns));
  const [first = []] = rows;
  const body = {
    ...Object.fromEntries(columns.map(({ name }, index) => [name, first[index] ?? null])),
    items: rows.map(([label = null, value = null]) => ({ label: textOf(label), value: textOf(value) })),
    updatedAt: Math.floor(dataAt / 1000),
    auth_token: context.value('token'),
  };
  const url = targetUrl(context.value('url'), 'widgets', context.value('widget'));
  await pushRequest({ method: 'POST', url, body: JSON.stringify(body) }, context);
};

const textOf = (value: PushValue): string => (value === null ? '' : String(value));
