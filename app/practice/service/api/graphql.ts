import { z } from 'zod';
import { readBody, sendJson } from '../responses.ts';
import type { DataRequest, Endpoint } from './endpoint.ts';
import { tickets } from './machines.ts';
import { cursorOf, cursorPlace, from } from './pages.ts';

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});
const mostRows = 100;
type Ticket = (typeof tickets)[number];

/**
 * `POST {"query": "query($after: String) { tickets(first: 50, after: $after) { nodes { id title } pageInfo {
 * hasNextPage endCursor } } }"}`: a connection (GraphQL Cursor Connections Specification §4) of `tickets`. It answers
 * `nodes`, `edges`, `totalCount` and `pageInfo` with the fields that are asked for, and reads no more of the language.
 */
export const graphqlEndpoint: Endpoint = { scope: 'inventory:read', method: 'POST', send: sendTickets };

async function sendTickets({ request, response, url }: DataRequest): Promise<void> {
  const asked = requestSchema.safeParse(jsonOf((await readBody(request)) ?? ''));
  if (!asked.success) return refuse(response, 400, 'The body is JSON with a query.');
  const { query } = asked.data;
  const variables = asked.data.variables ?? {};
  const field = /\btickets\s*(?:\(([^)]*)\))?\s*\{/.exec(query);
  if (field === null) return refuse(response, 200, 'This service has one field: tickets.');
  const argument = (name: string): string | undefined => {
    const [, written] = new RegExp(`\\b${name}\\s*:\\s*(\\$\\w+|"[^"]*"|\\d+|null)`).exec(field[1] ?? '') ?? [];
    const value = written?.startsWith('$') ? variables[written.slice(1)] : written?.replaceAll('"', '');
    return value === undefined || value === null || value === 'null' ? undefined : String(value);
  };
  const first = Math.min(Number(argument('first') ?? 50), mostRows);
  if (!(first >= 1)) return refuse(response, 200, 'first is a number of at least 1.');
  const after = cursorPlace(argument('after') ?? null);
  const rows = from(url, tickets, after, first);
  const next = after + rows.length;
  const selection = query.slice(field.index + field[0].length);
  const connection = {
    ...(/\btotalCount\b/.test(selection) ? { totalCount: tickets.length } : {}),
    ...(/\bnodes\b/.test(selection) ? { nodes: rows.map((row) => fieldsOf(row, selection, 'nodes')) } : {}),
    ...(/\bedges\b/.test(selection) ? { edges: edgesOf(rows, selection, after) } : {}),
    ...(/\bpageInfo\b/.test(selection)
      ? { pageInfo: { hasNextPage: next < tickets.length, endCursor: rows.length === 0 ? null : cursorOf(next) } }
      : {}),
  };
  sendJson(response, 200, { data: { tickets: connection } });
}

const edgesOf = (rows: readonly Ticket[], selection: string, after: number) =>
  rows.map((row, index) => ({ cursor: cursorOf(after + index + 1), node: fieldsOf(row, selection, 'node') }));

/** The fields in the braces after `name`. */
function fieldsOf(row: Ticket, selection: string, name: 'node' | 'nodes'): Partial<Ticket> {
  const [, inside = ''] = new RegExp(`\\b${name}\\s*\\{([^{}]*)\\}`).exec(selection) ?? [];
  const asked = new Set(inside.split(/[\s,]+/));
  return Object.fromEntries(Object.entries(row).filter(([field]) => asked.has(field)));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** GraphQL over HTTP: a query that is not valid still answers 200. */
const refuse = (response: DataRequest['response'], status: 200 | 400, message: string): void =>
  sendJson(response, status, { errors: [{ message }] });
