import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PushRows } from '../../../../app/feeds/push/push-rows.ts';
import { sendRows } from '../../../../app/feeds/push/send-rows.ts';
import { createHttpClient } from '../../../../app/http/client.ts';
import { type PushKind, pushKinds } from '../../../../app/shared/push/push.ts';

interface Seen {
  line: string;
  headers: IncomingMessage['headers'];
  body: unknown;
  text: string;
}

const http = createHttpClient({ resolveProxy: async () => undefined, environment: {} });
const folder = mkdtempSync(join(tmpdir(), 'push-'));
const seen: Seen[] = [];
/** What a path responds with, by method and path; `{}` with 200 otherwise. */
const responses: Record<string, { status?: number; headers?: Record<string, string>; body: string }> = {};
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const line = `${request.method} ${request.url}`;
    seen.push({ line, headers: request.headers, body: text === '' ? undefined : JSON.parse(text), text });
    const { status = 200, headers = {}, body } = responses[line] ?? { body: '{}' };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  seen.length = 0;
  for (const name of Object.keys(responses)) delete responses[name];
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await http.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows: PushRows = {
  lines: ['{"City":"Köln","Sales":12345678901234567890,"Open":true}', '{"City":"Bonn","Sales":0.10,"Open":null}'],
  columns: [
    { name: 'City', type: 'text' },
    { name: 'Sales', type: 'number' },
    { name: 'Open', type: 'boolean' },
  ],
  dataAt: Date.UTC(2026, 10, 30, 12),
};

const send = (kind: PushKind, values: Record<string, string>, sent = rows) =>
  sendRows[kind](sent, { http, signal: new AbortController().signal, value: (name) => values[name] ?? '' });

describe('a webhook', () => {
  it('gets the rows with all digits, and the token', async () => {
    await send('webhook', { url: `${origin}/hook?x=1`, token: 'secret' });
    expect(seen[0]?.line).toBe('POST /hook?x=1');
    expect(seen[0]?.headers.authorization).toBe('Bearer secret');
    expect(seen[0]?.text).toContain('"Sales":12345678901234567890');
    expect(seen[0]?.body).toMatchObject({
      dataAt: '2026-11-30T12:00:00.000Z',
      data: [{ City: 'Köln' }, { City: 'Bonn' }],
    });
  });

  it('is told apart by what it refuses', async () => {
    const failing = async (status: number, headers: Record<string, string> = {}) => {
      responses['POST /'] = { status, headers, body: 'No.' };
      return send('webhook', { url: `${origin}/` });
    };
    await expect(failing(400)).rejects.toMatchObject({ code: 'push.refused', serviceMessage: 'No.' });
    await expect(failing(401)).rejects.toMatchObject({ code: 'push.unauthorized' });
    await expect(failing(503)).rejects.toMatchObject({ code: 'push.server_error' });
    await expect(failing(429, { 'retry-after': '90' })).rejects.toMatchObject({
      code: 'push.rate_limited',
      details: { retryAfterSeconds: 90 },
    });
    await expect(failing(302, { location: '/elsewhere' })).rejects.toMatchObject({ code: 'push.refused' });
    expect(seen).toHaveLength(5);
  });

  it('outside the own network is reached by https alone', async () => {
    for (const url of ['http://example.com/', 'http://8.8.8.8/', 'http://172.32.0.1/', 'http://[2001:db8::1]/'])
      await expect(send('webhook', { url })).rejects.toMatchObject({ code: 'push.insecure_url' });
    for (const url of ['ftp://box/', 'box', ''])
      await expect(send('webhook', { url })).rejects.toMatchObject({ code: 'push.url' });
  });
});

describe('Peakboard', () => {
  it('has a list of a box emptied and filled in one request', async () => {
    await send('peakboard_box', { url: `${origin}/`, username: 'api', password: 'pä:ss', list: 'Sales' });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.line).toBe('POST /api/runtime/data');
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('api:pä:ss').toString('base64')}`);
    expect(seen[0]?.body).toMatchObject({
      ListInstructions: [
        { DataSourceName: 'Sales', OpCode: 'Clear' },
        { DataSourceName: 'Sales', OpCode: 'Append', Data: { City: 'Köln', Open: true } },
        { DataSourceName: 'Sales', OpCode: 'Append', Data: { City: 'Bonn', Open: null } },
      ],
    });
  });

  it('has the new rows in a list of the Hub before the former ones go', async () => {
    responses['GET /public-api/v1/auth/token'] = { body: '{"accessToken":"t","validUntill":"2027-01-01"}' };
    responses['GET /public-api/v1/lists/list?Name=Sales'] = {
      body: JSON.stringify({
        columns: [{ name: 'ID' }, { name: 'City' }],
        items: [
          [
            { column: 'ID', value: 7 },
            { column: 'City', value: 'Ulm' },
          ],
        ],
      }),
    };
    await send('peakboard_hub', { url: origin, apiKey: 'key', list: 'Sales' });
    expect(seen.map(({ line }) => line)).toEqual([
      'GET /public-api/v1/auth/token',
      'GET /public-api/v1/lists/list?Name=Sales',
      'POST /public-api/v1/lists/items',
      'POST /public-api/v1/lists/items',
      'DELETE /public-api/v1/lists/items',
    ]);
    expect(seen[0]?.headers.apikey).toBe('key');
    expect(seen[2]?.headers.authorization).toBe('Bearer t');
    expect(seen[2]?.body).toMatchObject({ listName: 'Sales', data: { City: 'Köln' } });
    expect(seen[4]?.body).toEqual({ listName: 'Sales', rowId: 7 });
  });

  it('keeps the former rows of the Hub when a new one is refused', async () => {
    responses['GET /public-api/v1/auth/token'] = { body: '{"accessToken":"t"}' };
    responses['GET /public-api/v1/lists/list?Name=Sales'] = {
      body: '{"columns":[{"name":"ID"}],"items":[[{"column":"ID","value":7}]]}',
    };
    responses['POST /public-api/v1/lists/items'] = { status: 400, body: 'No column City.' };
    const sent = send('peakboard_hub', { url: origin, apiKey: 'key', list: 'Sales' });
    await expect(sent).rejects.toMatchObject({ code: 'push.refused', serviceMessage: 'No column City.' });
    expect(seen.some(({ line }) => line.startsWith('DELETE'))).toBe(false);
  });

  it('is not believed when another program answers', async () => {
    const sent = send('peakboard_hub', { url: origin, apiKey: 'key', list: 'Sales' });
    await expect(sent).rejects.toMatchObject({ code: 'push.unexpected' });
  });
});

describe('services in the cloud', () => {
  it('have a Geckoboard dataset made of the columns, and its rows replaced', async () => {
    await send('geckoboard', { url: origin, apiKey: 'key', dataset: 'sales.by day' });
    expect(seen.map(({ line }) => line)).toEqual(['PUT /datasets/sales.by%20day', 'PUT /datasets/sales.by%20day/data']);
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('key:').toString('base64')}`);
    expect(seen[0]?.body).toEqual({
      fields: {
        city: { type: 'string', name: 'City', optional: true },
        sales: { type: 'number', name: 'Sales', optional: true },
        open: { type: 'string', name: 'Open', optional: true },
      },
    });
    expect(seen[1]?.body).toMatchObject({
      data: [
        { city: 'Köln', open: 'true' },
        { city: 'Bonn', open: null },
      ],
    });
  });

  it('give Geckoboard no more than it takes, and no value that its field does not have', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const columns = names.map((name, index) => ({
      name,
      type: (['number', 'date', 'datetime', 'text'] as const)[index] ?? ('text' as const),
    }));
    const first = { c0: 1.5, c1: '2026-11-30', c2: '2026-11-30T12:00:00', c3: 'x'.repeat(300) };
    const lines = [JSON.stringify(first), '{"c0":7,"c1":"n/a","c2":null}'];
    await send('geckoboard', { url: origin, apiKey: 'key', dataset: 'd' }, { ...rows, columns, lines });
    const { fields = {} } = (seen[0]?.body ?? {}) as { fields?: Record<string, { type: string }> };
    expect(Object.values(fields).map(({ type }) => type)).toEqual([
      ...['number', 'string', 'datetime'],
      ...Array.from({ length: 7 }, () => 'string'),
    ]);
    expect(seen[1]?.body).toMatchObject({
      data: [
        { c0: 1.5, c1: '2026-11-30', c2: '2026-11-30T12:00:00Z', c3: 'x'.repeat(100) },
        { c0: 7, c1: 'n/a', c2: null },
      ],
    });
  });

  it('give Databox batches of a hundred', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => `{"n":${index}}`);
    await send('databox', { url: origin, apiKey: 'key', dataset: 'd1' }, { ...rows, lines });
    expect(seen.map(({ body }) => (body as { records: unknown[] }).records.length)).toEqual([100, 100, 50]);
    expect(seen[0]?.line).toBe('POST /v1/datasets/d1/data');
    expect(seen[0]?.headers['x-api-key']).toBe('key');
  });

  it('give TRMNL merge variables, and Smashing a widget', async () => {
    await send('trmnl', { webhookUrl: `${origin}/api/custom_plugins/uuid` });
    await send('smashing', { url: origin, widget: 'sales', token: 'auth' });
    expect(seen[0]?.line).toBe('POST /api/custom_plugins/uuid');
    expect(seen[0]?.body).toMatchObject({ merge_variables: { rows: [{ City: 'Köln' }, { City: 'Bonn' }] } });
    expect(seen[1]?.line).toBe('POST /widgets/sales');
    expect(seen[1]?.body).toMatchObject({
      auth_token: 'auth',
      City: 'Köln',
      items: [
        { label: 'Köln', value: '12345678901234567890' },
        { label: 'Bonn', value: '0.10' },
      ],
    });
  });
});

describe('an SQLite file', () => {
  const file = join(folder, 'dashboard.db');
  const read = (sql: string) => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };

  it('has its table replaced, with types and any name', async () => {
    const table = 'sales "eu"; drop';
    await send('sqlite', { file, table });
    expect(read('SELECT City, typeof(Sales) AS type, Open FROM "sales ""eu""; drop"')).toEqual([
      { City: 'Köln', type: 'real', Open: 1 },
      { City: 'Bonn', type: 'real', Open: null },
    ]);
    await send('sqlite', { file, table }, { ...rows, lines: rows.lines.slice(0, 1) });
    expect(read('SELECT count(*) AS n FROM "sales ""eu""; drop"')).toEqual([{ n: 1 }]);
  });

  it('keeps the tables of others, and its rows when a send fails', async () => {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE theirs (a)');
    database.close();
    await expect(send('sqlite', { file, table: 'theirs' })).rejects.toMatchObject({ code: 'push.foreign_table' });
    await send('sqlite', { file, table: 'kept' });
    const broken = { ...rows, lines: [rows.lines[0] ?? '', '{'] };
    await expect(send('sqlite', { file, table: 'kept' }, broken)).rejects.toMatchObject({ code: 'push.database' });
    expect(read('SELECT count(*) AS n FROM kept')).toEqual([{ n: 2 }]);
  });

  it('is no other file', async () => {
    const other = join(folder, 'notes.db');
    writeFileSync(other, 'my notes, and more of them');
    await expect(send('sqlite', { file: other, table: 't' })).rejects.toMatchObject({ code: 'push.not_a_database' });
    for (const path of ['relative.db', join(folder, '.bashrc')])
      await expect(send('sqlite', { file: path, table: 't' })).rejects.toMatchObject({ code: 'push.not_a_database' });
  });
});

it('every kind has a way of sending', () => {
  expect(Object.keys(sendRows)).toEqual([...pushKinds]);
});
