import { XMLParser } from 'fast-xml-parser';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getWith, passwordGrant, requestTokens } from './oauth2-client.ts';
import { type RunningPractice, startPractice } from './start.ts';

let practice: RunningPractice;
let token: string;
beforeAll(async () => {
  practice = await startPractice();
  token = (await requestTokens(practice, passwordGrant)).access_token;
});
afterAll(() => practice.stop());

const get = (path: string) => getWith(practice, path, token);

it('has 400 days of sales for four regions, the same at every call', async () => {
  const first = await (await get('/api/sales')).json();
  expect(first).toHaveLength(1600);
  expect(first[0]).toEqual({
    day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    region: 'North',
    orders: expect.any(Number),
    revenue: expect.any(Number),
    returns: expect.any(Number),
    target: expect.any(Number),
  });
  expect(await (await get('/api/sales')).json()).toEqual(first);

  const [{ day }] = first.slice(-1);
  const last = await (await get(`/api/sales?from=${day}&to=${day}&limit=2`)).json();
  expect(last).toEqual(first.slice(-4, -2));
});

it('gives the same rows as XML and CSV, by extension and by Accept', async () => {
  const rows = await (await get('/api/sales?limit=5')).json();
  const csv = await get('/api/sales.csv?limit=5');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const options = { header: true, dynamicTyping: (name: string | number) => name !== 'day', skipEmptyLines: true };
  expect(Papa.parse(await csv.text(), options).data).toEqual(rows);

  const xml = await fetch(`${practice.origin}/api/sales?limit=5`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/xml' },
  });
  expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(new XMLParser().parse(await xml.text()).sales.row).toEqual(rows);
});

it('has an inventory with nested objects and lists, two levels down', async () => {
  const { meta, data } = await (await get('/api/inventory')).json();
  expect(meta.total).toBe(data.items.length);
  expect(data.items[0]).toMatchObject({
    sku: 'TB-1001',
    warehouse: { code: expect.any(String), city: expect.any(String) },
    dimensions: { lengthMm: expect.any(Number), weightKg: expect.any(Number) },
    tags: expect.any(Array),
    suppliers: expect.arrayContaining([expect.objectContaining({ preferred: true })]),
  });
  const flat = Papa.parse<Record<string, string>>(await (await get('/api/inventory.csv')).text(), { header: true });
  expect(flat.data[0]).toMatchObject({ sku: 'TB-1001', 'warehouse.city': data.items[0].warehouse.city });
  const tree = new XMLParser().parse(await (await get('/api/inventory.xml')).text());
  expect(tree.inventory.data.items.item).toHaveLength(data.items.length);
});

it('streams as many rows as asked for as valid JSON', async () => {
  for (const rows of [0, 1, 2_000, 2_001, 12_345]) {
    const read = await (await get(`/api/large?rows=${rows}`)).json();
    expect(read).toHaveLength(rows);
    if (rows > 0) expect(read.at(-1)).toMatchObject({ id: rows });
  }
});

it('goes on calmly when a reader has seen enough', async () => {
  const reader = (await get('/api/large?rows=1000000')).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((await get('/api/profile')).status).toBe(200);
  expect(practice.console()).toBe('');
});

it('says who may read: no token, a wrong one, and a scope that is missing', async () => {
  const none = await fetch(`${practice.origin}/api/sales`);
  expect(none.status).toBe(401);
  expect(none.headers.get('www-authenticate')).toBe('Bearer realm="practice", OAuth realm="practice"');
  expect(await none.json()).toMatchObject({ error: 'missing_token' });

  const wrong = await getWith(practice, '/api/sales', 'wrong');
  expect(wrong.status).toBe(401);
  expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"');

  const narrow = await requestTokens(practice, { ...passwordGrant, scope: 'profile:read' });
  const refused = await getWith(practice, '/api/sales', narrow.access_token);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('www-authenticate')).toContain('scope="sales:read"');
});

it('says what is wrong with a request', async () => {
  expect((await get('/api/nothing')).status).toBe(404);
  expect((await get('/api/sales.pdf')).status).toBe(404);
  expect((await get('/api/large.csv')).status).toBe(404);
  expect(await (await get('/api/sales?from=yesterday')).json()).toMatchObject({ error: 'invalid_parameter' });
  const put = await fetch(`${practice.origin}/api/sales`, { method: 'PUT' });
  expect(put.status).toBe(405);
});

/** Follows pages until there is no next one. */
async function allRows(first: string, nextOf: (body: never, headers: Headers) => string | undefined, rowsOf: string) {
  const rows: unknown[] = [];
  let pages = 0;
  for (let path: string | undefined = first; path !== undefined; pages++) {
    const response = await get(path.replace(practice.origin, ''));
    const body = await response.json();
    rows.push(...(rowsOf === '' ? body : body[rowsOf]));
    path = nextOf(body as never, response.headers); // each way knows its own body
  }
  return { pages, rows: rows.length, distinct: new Set(rows.map((row) => JSON.stringify(row))).size };
}

it('has a kind of data for each way of pages', async () => {
  type Numbered = { page: number; total_pages: number };
  const byNumber = ({ page, total_pages }: Numbered) =>
    page < total_pages ? `/api/orders?per_page=100&page=${page + 1}` : undefined;
  expect(await allRows('/api/orders?per_page=100', byNumber, 'orders')).toEqual({ pages: 5, rows: 500, distinct: 500 });
  type Offset = { offset: number; limit: number; total: number };
  const byOffset = ({ offset, limit, total }: Offset) =>
    offset + limit < total ? `/api/machines?limit=${limit}&offset=${offset + limit}` : undefined;
  expect(await allRows('/api/machines?limit=100', byOffset, 'items')).toEqual({ pages: 3, rows: 240, distinct: 240 });
  const byCursor = ({ next_cursor }: { next_cursor: string | null }) =>
    next_cursor === null ? undefined : `/api/events?limit=1000&cursor=${next_cursor}`;
  expect(await allRows('/api/events?limit=1000', byCursor, 'events')).toEqual({
    pages: 10,
    rows: 10_000,
    distinct: 10_000,
  });
  const byLink = (_body: never, headers: Headers) => /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  expect(await allRows('/api/customers?per_page=50', byLink, '')).toEqual({ pages: 3, rows: 120, distinct: 120 });
  const byUrl = ({ links }: { links: { next: string | null } }) => links.next ?? undefined;
  expect(await allRows('/api/shipments', byUrl, 'shipments')).toEqual({ pages: 5, rows: 90, distinct: 90 });
  const byOData = (body: { '@odata.nextLink'?: string }) => body['@odata.nextLink'];
  expect(await allRows('/api/products?$top=30', byOData, 'value')).toEqual({ pages: 2, rows: 48, distinct: 48 });
});

const post = (body: unknown) =>
  fetch(`${practice.origin}/api/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('has tickets as a GraphQL connection', async () => {
  const query =
    'query($after: String) { tickets(first: 100, after: $after) { totalCount nodes { id title } pageInfo { hasNextPage endCursor } } }';
  const first = (await (await post({ query })).json()).data.tickets;
  expect(first).toMatchObject({ totalCount: 180, pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
  expect(first.nodes).toHaveLength(100);
  expect(first.nodes[0]).toEqual({ id: 'T-1000', title: expect.any(String) });
  const last = await post({ query, variables: { after: first.pageInfo.endCursor } });
  expect((await last.json()).data.tickets).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: { length: 80 } });
  expect(await (await post({ query: '{ users { id } }' })).json()).toEqual({ errors: [expect.anything()] });
  expect((await get('/api/graphql')).status).toBe(405);
});

it('refuses with 429 as often as asked, and fails on the page asked', async () => {
  const refused = await get('/api/orders?busy=1&retry_after=0');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '0']);
  expect((await get('/api/orders?busy=1&retry_after=0')).status).toBe(200);
  expect((await get('/api/orders?busy=1&retry_after=0')).status).toBe(429);
  expect((await get('/api/machines?fail_after=100&offset=50')).status).toBe(200);
  expect((await get('/api/machines?fail_after=100&offset=100')).status).toBe(500);
  expect((await get('/api/events?cursor=wrong')).status).toBe(400);
});

it('has nested, keyed, German, late and long values', async () => {
  const { orders } = await (await get('/api/orders')).json();
  expect(orders[0]).toMatchObject({ customer: { id: expect.any(Number) }, total: expect.any(Number) });
  expect(orders[0].lines[1]).toMatchObject({ position: 2, article: expect.any(String) });
  const { stations } = await (await get('/api/stations')).json();
  expect(stations['ST-01']).toMatchObject({ crew: { lead: expect.any(String) }, alarms: expect.any(Array) });

  const csv = await get('/api/umsatz.csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=windows-1252');
  const bytes = await csv.arrayBuffer();
  const text = new TextDecoder('windows-1252').decode(bytes);
  expect(text).toMatch(/^Datum;Filiale;Artikel;Menge;Umsatz €;Marge;geprüft\r\n31\.12\.2026;Köln;/);
  expect(text).toMatch(/;-?\d{1,2}\.\d{3},\d\d;/);
  expect(await (await get('/api/umsatz.csv?charset=utf-8')).text()).toBe(text);
  expect((await (await get('/api/umsatz')).json()).Zeilen).toHaveLength(360);

  const inspections: object[] = await (await get('/api/inspections')).json();
  expect(inspections.findIndex((row) => 'defect' in row)).toBe(900);
  const ledger = await (await get('/api/ledger')).text();
  expect(ledger).toContain('{"id":9007199254740993,');
  expect(ledger).toContain('"rate":0.1000,');
  expect(JSON.parse(ledger).postings).toHaveLength(200);
  const [visit] = await (await get('/api/maintenance')).json();
  expect(Date.parse(visit.rfc2822)).toBe(visit.epochMilliseconds);
  expect(Date.parse(visit.isoOffset)).toBe(visit.epochSeconds * 1000);
  expect(Date.parse(visit.iso)).toBe(visit.epochMilliseconds);
  expect(visit.german.split('.').reverse().join('-')).toBe(visit.day);
});

it('has XML with attributes and text, with one element or many', async () => {
  const parser = new XMLParser({ ignoreAttributes: false });
  const many = parser.parse(await (await get('/api/sensors.xml')).text()).plant;
  expect(many.sensors.sensor).toHaveLength(12);
  expect(many.sensors.sensor[1]).toMatchObject({ '@_id': 'S-2', tag: ['hall-1', 'critical', 'spare'] });
  const one = parser.parse(await (await get('/api/sensors.xml?count=1')).text()).plant;
  expect(one.sensors.sensor).toMatchObject({ '@_id': 'S-1', reading: { '#text': expect.any(Number) } });
});

it('streams readings slowly', async () => {
  const response = await get('/api/readings?rows=3&pause=1&wait=1');
  expect(await response.json()).toEqual([1, 2, 3].map((id) => expect.objectContaining({ id })));
});
