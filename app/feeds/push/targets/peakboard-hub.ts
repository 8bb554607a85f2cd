import { z } from 'zod';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import type { PushContext, SendRows } from '../push-target.ts';
import { pushRequest, targetUrl } from '../request.ts';

const tokenSchema = z.object({ accessToken: z.string().min(1) });
/** A row is a list of columns and their values. The first column holds the row's ID. */
const listSchema = z.object({
  columns: z.array(z.object({ name: z.string() })).min(1),
  items: z.array(z.array(z.object({ column: z.string(), value: z.unknown() }))),
});

/**
 * Adds the new rows to a list of the Hub, then deletes the former ones: a board that reads in between sees both, never
 * none. The Hub takes one row per request. If a row is refused, the former rows stay.
 */
export const sendToPeakboardHub: SendRows = async ({ lines }, context) => {
  const base = context.value('url');
  const listName = context.value('list');
  const path = (...parts: string[]) => targetUrl(base, 'public-api', 'v1', ...parts);
  const { accessToken } = read(
    tokenSchema,
    await pushRequest(
      { method: 'GET', url: path('auth', 'token'), headers: { apiKey: context.value('apiKey') } },
      context,
    ),
  );
  context.http.exchanges?.learn([accessToken]);
  const headers = { authorization: `Bearer ${accessToken}` };
  const items = path('lists', 'items');
  const former = await rowIds(path('lists', 'list'), listName, headers, context);
  const name = JSON.stringify(listName);
  for (const line of lines)
    await pushRequest({ method: 'POST', url: items, headers, body: `{"listName":${name},"data":${line}}` }, context);
  for (const rowId of former)
    await pushRequest({ method: 'DELETE', url: items, headers, body: JSON.stringify({ listName, rowId }) }, context);
};

async function rowIds(
  url: URL,
  listName: string,
  headers: Record<string, string>,
  context: PushContext,
): Promise<unknown[]> {
  url.search = new URLSearchParams({ Name: listName }).toString();
  const { columns, items } = read(listSchema, await pushRequest({ method: 'GET', url, headers }, context));
  const [first] = columns;
  return items.flatMap((row) => row.filter(({ column }) => column === first?.name).map(({ value }) => value));
}

function read<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data } = schema.safeParse(value);
  if (!success) throw new RequestError('push.unexpected', message('push.failed.unexpected'));
  return data;
}
