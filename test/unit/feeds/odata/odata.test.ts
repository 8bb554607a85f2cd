import { XMLParser } from 'fast-xml-parser';
import { expect, it, vi } from 'vitest';
import type { FeedRows, QueryAnswer, RowsQuery } from '../../../../app/feeds/feed-rows.ts';
import { createOData, type ODataRequest } from '../../../../app/feeds/odata/odata.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';

const feed = { ...newFeed('f', 'r', 'Sales'), columnNames: 'shown' as const };
const columns = [
  { name: 'City', type: 'text' },
  { name: 'Amount', type: 'number' },
  { name: 'At', type: 'datetime' },
] as const;
const content = Array.from({ length: 5 }, (_, index) => ({ City: `c${index}`, Amount: index, At: null }));

function setUp(change: Partial<Extract<QueryAnswer, { status: 'rows' }>> = {}) {
  const query = vi.fn<FeedRows['query']>(async (_feed, { from = 0, count = 1e9 }: RowsQuery) => {
    const rows = content.slice(from, from + count);
    return {
      status: 'rows',
      json: Buffer.from(JSON.stringify(rows)),
      rowCount: rows.length,
      totalCount: content.length,
      columns,
      dataAt: 1000,
      isStale: false,
      error: null,
      ...change,
    };
  });
  const answer = createOData({ rows: { query }, show: (text) => text.id });
  const get = async (url: string, headers: ODataRequest['headers'] = {}) => {
    const [path = '', asked = ''] = url.split('?');
    const response = await answer({ path, query: asked, root: 'http://pc:8439/odata', headers, feed });
    const text = String(response.body);
    return { ...response, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
  return { query, get };
}

it('lists the feed that the key opens', async () => {
  const { get } = setUp();
  const { json, headers, status } = await get('/');
  expect(status).toBe(200);
  expect(headers).toEqual({
    'content-type': 'application/json;odata.metadata=minimal;charset=utf-8',
    'odata-version': '4.0',
  });
  expect(json).toEqual({
    '@odata.context': 'http://pc:8439/odata/$metadata',
    value: [{ name: 'Sales', kind: 'EntitySet', url: 'Sales' }],
  });
});

it('describes the columns, by names that OData allows', async () => {
  const { get, query } = setUp();
  const { text, headers } = await get('/$metadata', { accept: 'application/xml' });
  expect(headers['content-type']).toBe('application/xml; charset=utf-8');
  expect(query.mock.calls[0]?.[0].columnNames).toBe('safe');
  const xml = new XMLParser({ ignoreAttributes: false }).parse(text);
  const schema = xml['edmx:Edmx']['edmx:DataServices'].Schema;
  expect(schema.EntityType.Property).toEqual([
    { '@_Name': 'City', '@_Type': 'Edm.String' },
    { '@_Name': 'Amount', '@_Type': 'Edm.Double' },
    { '@_Name': 'At', '@_Type': 'Edm.DateTimeOffset', '@_Precision': '12' },
  ]);
  expect(schema.EntityContainer.EntitySet).toMatchObject({ '@_Name': 'Sales', '@_EntityType': 'Tokenboard.Sales_row' });
});

it('sends rows with their context, and hands the query on', async () => {
  const { get, query } = setUp();
  const { json, age } = await get(
    '/Sales?$filter=City%20eq%20%27x%27&$orderby=Amount%20desc,City&$select=City,Amount&$top=2&$skip=1&$count=true&key=k',
  );
  expect(json).toEqual({
    '@odata.context': 'http://pc:8439/odata/$metadata#Sales(City,Amount)',
    '@odata.count': 5,
    value: content.slice(1, 3),
  });
  expect(age).toEqual({ dataAt: 1000, isStale: false, error: null });
  expect(query.mock.calls[1]?.[1]).toEqual({
    steps: [
      {
        kind: 'sort',
        id: 'odata',
        keys: [
          { column: 'Amount', descending: true },
          { column: 'City', descending: false },
        ],
      },
    ],
    where: { kind: 'test', filter: { column: 'City', test: 'is', value: 'x', to: '', values: [] } },
    columns: ['City', 'Amount'],
    isStrict: true,
    from: 1,
    count: 2,
  });
});

it('sends pages of the size asked for, each with the link to the next, until all is read', async () => {
  const { get } = setUp();
  const prefer = { prefer: 'odata.maxpagesize=2' };
  const seen: unknown[] = [];
  let url: string | undefined = '/Sales?$skip=1&$orderby=City&key=k';
  for (let page = 0; url !== undefined && page < 9; page++) {
    const { json, headers }: Awaited<ReturnType<typeof get>> = await get(url, prefer);
    expect(headers['preference-applied']).toBe('odata.maxpagesize=2');
    seen.push(...json.value);
    const next: string | undefined = json['@odata.nextLink'];
    if (next !== undefined) expect(next).toContain('$skip=1&$orderby=City&key=k&$skiptoken=');
    url = next?.replace('http://pc:8439/odata', '');
  }
  expect(seen).toEqual(content.slice(1));
});

it('stops at $top, also over pages', async () => {
  const { get } = setUp();
  const first = await get('/Sales?$top=3', { prefer: 'return=minimal, odata.maxpagesize=2' });
  expect(first.json['@odata.nextLink']).toBe('http://pc:8439/odata/Sales?$top=3&$skiptoken=2');
  const second = await get('/Sales?$top=3&$skiptoken=2', { prefer: 'odata.maxpagesize=2' });
  expect(second.json).toMatchObject({ value: [content[2]] });
  expect(second.json).not.toHaveProperty('@odata.nextLink');
  expect((await get('/Sales?$top=0')).json).not.toHaveProperty('@odata.nextLink');
});

it('counts', async () => {
  const { get } = setUp();
  const { text, headers } = await get('/Sales/$count?$filter=Amount%20gt%201', { accept: '*/*' });
  expect([text, headers['content-type']]).toEqual(['5', 'text/plain; charset=utf-8']);
});

it.each([
  ['/Other', 404, 'odata.noFeed'],
  ['/Sales/City', 404, 'odata.noFeed'],
  ["/Sales('x')", 501, 'odata.noKeys'],
  ['/Sales?$expand=x', 501, 'odata.noOption'],
  ['/Sales?$apply=x', 501, 'odata.noOption'],
  ['/Sales?$select=Missing', 400, 'odata.noColumn'],
  ['/Sales?$orderby=Missing', 400, 'odata.noColumn'],
  ['/Sales?$orderby=City up', 400, 'odata.badOrder'],
  ['/Sales?$orderby=length(City)', 501, 'odata.noFunction'],
  ['/Sales?$select=City/Name', 501, 'odata.noPath'],
  ['/Sales?$filter=year(At) eq 1', 501, 'odata.noFunction'],
  ['/Sales?$top=-1', 400, 'odata.badNumber'],
  ['/Sales?$top=1&$top=2', 400, 'odata.twice'],
  ['/Sales?$format=atom', 406, 'odata.noFormat'],
  ['/$metadata?$format=json', 406, 'odata.noFormat'],
])('answers %s with an error of OData', async (url, status, code) => {
  const { get } = setUp();
  const response = await get(url);
  expect(response.status).toBe(status);
  expect(response.json).toEqual({ error: { code, message: code } });
  expect(response.headers['odata-version']).toBe('4.0');
});

it.each([
  ['application/json;odata.metadata=minimal', 200],
  ['application/json;odata.metadata=none, */*;q=0.1', 200],
  ['*/*', 200],
  ['application/atom+xml', 406],
])('answers who accepts %s with %d', async (accept, status) => {
  const { get } = setUp();
  expect((await get('/Sales', { accept })).status).toBe(status);
});

it('refuses readers of older versions', async () => {
  const { get } = setUp();
  expect((await get('/Sales', { 'odata-maxversion': '4.0' })).status).toBe(200);
  expect((await get('/Sales', { 'odata-maxversion': '3.0' })).json.error.code).toBe('odata.badVersion');
});

it('says when there are no rows', async () => {
  const error = { code: 'http.offline' as const, message: verbatim('offline') };
  const answer = createOData({
    rows: { query: async () => ({ status: 'unavailable', error, retryAt: 5000 }) },
    show: ({ values }) => String(values?.text),
  });
  const response = await answer({ path: '/Sales', query: '', root: '', headers: {}, feed });
  expect([response.status, response.retryAt]).toEqual([503, 5000]);
  expect(JSON.parse(String(response.body)).error.message).toBe('offline');
});
