import { describe, expect, it } from 'vitest';
import { recognisePages } from '../../../../app/resources/pages/recognise.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';
import { resource } from '../../../servers/items.ts';
import { parsed, receive } from '../preview/read-body.ts';

interface Answered {
  headers?: Record<string, string>;
  changes?: Partial<Resource>;
}

/** What is offered after a response with this body. */
function offered(value: unknown, { headers = {}, changes = {} }: Answered = {}) {
  const { body, summary } = receive(JSON.stringify(value));
  const asked = resource({ url: 'https://api.example.com/rows', authorization: { type: 'none' }, ...changes });
  return recognisePages({ resource: asked, links: headers.link, headers, fields: body.fields, body: parsed(summary) });
}
const at = (url: string) => ({ changes: { url } });
const posted = (text: string) => ({
  changes: { method: 'POST', body: { type: 'json', text, variables: '' } } as const,
});
const rows = [
  { id: 'a', name: 'x' },
  { id: 'b', name: 'y' },
];

describe('what services say of their next page', () => {
  it.each<[service: string, body: unknown, setting: object, answered?: Answered]>([
    ['GitHub', rows, { type: 'link' }, { headers: { link: '<https://api.github.com/x?page=2>; rel="next"' } }],
    ['Microsoft Graph', { value: rows, '@odata.nextLink': 'https://graph/x' }, { type: 'odata' }],
    ['SharePoint 2010', { d: { results: rows, __next: 'https://sp/x' } }, { type: 'odata' }],
    ['Django', { count: 9, next: 'https://x/?page=2', results: rows }, { type: 'url', path: '/next' }],
    [
      'Salesforce',
      { totalSize: 9, nextRecordsUrl: '/services/q-2', records: rows },
      { type: 'url', path: '/nextRecordsUrl' },
    ],
    [
      'Facebook',
      { data: rows, paging: { cursors: { after: 'c' }, next: 'https://g/x' } },
      { type: 'url', path: '/paging/next' },
    ],
    ['HAL', { _links: { next: { href: '/x?2' } }, items: rows }, { type: 'url', path: '/_links/next/href' }],
    ['Laravel', { data: rows, next_page_url: 'https://x?page=2', total: 9 }, { type: 'url', path: '/next_page_url' }],
    ['Google', { items: rows, nextPageToken: 't' }, { type: 'cursor', path: '/nextPageToken', parameter: 'pageToken' }],
    [
      'Slack',
      { ok: true, members: rows, response_metadata: { next_cursor: 't=' } },
      { path: '/response_metadata/next_cursor', parameter: 'cursor' },
    ],
    [
      'HubSpot',
      { results: rows, paging: { next: { after: '2' } } },
      { path: '/paging/next/after', parameter: 'after' },
    ],
    ['X', { data: rows, meta: { next_token: 'n' } }, { path: '/meta/next_token', parameter: 'pagination_token' }],
    ['Airtable', { records: rows, offset: 'itr/rec' }, { type: 'cursor', path: '/offset', parameter: 'offset' }],
    [
      'Stripe',
      { data: rows, has_more: true },
      { path: '/data/-/id', parameter: 'starting_after', morePath: '/has_more' },
    ],
    [
      'the practice service',
      { events: rows, has_more: true, next_cursor: 'c' },
      { path: '/next_cursor', parameter: 'cursor', morePath: '/has_more' },
    ],
    [
      'Notion',
      { results: rows, has_more: true, next_cursor: 'n' },
      { type: 'cursor', path: '/next_cursor', parameter: '/start_cursor', morePath: '/has_more' },
      { changes: { ...posted('{}').changes, url: 'https://api.notion.com/v1/databases/x/query' } },
    ],
    [
      'pages with a count',
      { page: 1, per_page: 2, total: 9, total_pages: 5, orders: rows },
      { type: 'page', parameter: 'page', start: 1 },
    ],
    [
      'Spring',
      { content: rows, number: 0, totalPages: 5, totalElements: 9 },
      { type: 'page', parameter: 'page', start: 0 },
    ],
    [
      'WordPress',
      rows,
      { type: 'page', parameter: 'page' },
      { headers: { 'x-wp-total': '9' }, ...at('https://x/posts?page=1') },
    ],
    [
      'offset and limit',
      { offset: 0, limit: 2, total: 9, items: rows },
      { type: 'offset', parameter: 'offset', start: 0 },
    ],
    ['Jira', { startAt: 0, maxResults: 2, total: 9, issues: rows }, { type: 'offset', parameter: 'startAt' }],
    [
      'OData without a link',
      { value: rows, '@odata.count': 9 },
      { type: 'offset', parameter: '$skip' },
      at('https://x/y?$skip=0&$top=2'),
    ],
    ['Google Analytics', { rows, rowCount: 9 }, { type: 'offset', parameter: '/offset' }, posted('{"limit":2}')],
  ])('%s', (_, body, setting, answered) => {
    expect(offered(body, answered)?.pages).toMatchObject(setting);
  });

  it('GraphQL, if the query passes a variable as after', () => {
    const answer = { data: { viewer: { repos: { nodes: rows, pageInfo: { hasNextPage: true, endCursor: 'c' } } } } };
    const query = (text: string) => ({
      changes: { method: 'POST', body: { type: 'graphql', text, variables: '' } } as const,
    });
    expect(
      offered(answer, query('query($c: String){viewer{repos(first:2, after: $c){nodes{id}}}}'))?.pages,
    ).toMatchObject({
      type: 'graphql',
      path: '/data/viewer/repos/pageInfo',
      variable: 'c',
    });
    expect(offered(answer, query('{viewer{repos(first:2){nodes{id}}}}'))).toBeUndefined();
  });

  it.each<[what: string, body: unknown, answered?: Answered]>([
    ['all rows', { total: 2, items: rows }],
    ['the last page', { page: 5, total_pages: 5, total: 9, items: rows }],
    ['the end of a cursor', { items: rows, next_cursor: null }],
    ['an empty cursor', { members: rows, response_metadata: { next_cursor: '' } }],
    ['no more', { data: rows, has_more: false, next_cursor: 'x' }],
    ['no next link', rows, { headers: { link: '</x>; rel="prev"' } }],
    ['no list', { next: 'https://x/' }],
    [
      'rows with fields of such names',
      [
        { next: '/x', page: 1, total_pages: 3 },
        { next: '/y', page: 1, total_pages: 3 },
      ],
    ],
    ['the last offset', { offset: 8, limit: 2, total: 10, items: rows }],
  ])('nothing, where the response has %s', (_, body, answered) => {
    expect(offered(body, answered)).toBeUndefined();
  });

  it('how many rows there are, if the service says it', () => {
    expect(offered({ page: 1, total: 9, total_pages: 5, orders: rows })).toMatchObject({ rowCount: 2, totalRows: 9 });
    expect(offered({ items: rows, nextPageToken: 't' })).toMatchObject({ rowCount: 2, totalRows: null });
    const headers = { link: '</x>; rel="next"', 'x-total-count': '9' };
    expect(offered(rows, { headers })).toMatchObject({ rowCount: 2, totalRows: 9 });
  });
});
