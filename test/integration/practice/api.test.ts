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
