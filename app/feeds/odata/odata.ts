import type { ErrorReport } from '../../shared/errors.ts';
import type { Feed } from '../../shared/feed/feed.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { FeedColumn, FeedRows, QueryAnswer } from '../feed-rows.ts';
import { conditionOf } from './condition.ts';
import { metadataXml } from './metadata.ts';
import { type QueryOptions, readOptions } from './options.ts';
import { ODataProblem } from './problem.ts';

export interface ODataRequest {
  /** After `/odata`: `/`, `/$metadata`, `/Sales`, `/Sales/$count`. Decoded. */
  path: string;
  /** What follows `?`. Empty: nothing. */
  query: string;
  /** Where readers reach `/odata`: `https://192.168.1.5:8439/odata`. */
  root: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What the reader's key opens. */
  feed: Feed;
}

export interface ODataResponse {
  status: 200 | 400 | 404 | 406 | 501 | 503;
  /** With `content-type`. Names are in lower case. */
  headers: Record<string, string>;
  body: Buffer;
  /** Of the rows. `null`: there are none. */
  age: { dataAt: number; isStale: boolean; error: ErrorReport | null } | null;
  /** Epoch ms: when to ask again, for 503. */
  retryAt: number | null;
}

export interface ODataDeps {
  rows: Pick<FeedRows, 'query'>;
  /** A message as a sentence without secrets. */
  show(text: Message): string;
}

/** Rows of one response. More are on a next page. */
const mostRows = 50_000;

/** Answers requests of OData 4 (OASIS, Protocol §11) from a feed's rows. Never rejects for what a reader sent. */
export function createOData({ rows, show }: ODataDeps): (request: ODataRequest) => Promise<ODataResponse> {
  return async (request) => {
    try {
      checkVersion(request.headers);
      return await answer(request, rows);
    } catch (error) {
      if (!(error instanceof ODataProblem) && !(error instanceof NoRows)) throw error;
      const { text, status } = error;
      const content = { error: { code: text.id, message: show(text) } };
      return {
        ...json(content),
        status,
        retryAt: error instanceof NoRows ? error.retryAt : null,
      };
    }
  };
}

class NoRows extends Error {
  readonly status = 503;
  readonly text: Message;
  readonly retryAt: number | null;

  constructor(text: Message, retryAt: number | null) {
    super(text.id);
    this.text = text;
    this.retryAt = retryAt;
  }
}

async function answer(request: ODataRequest, rows: ODataDeps['rows']): Promise<ODataResponse> {
  const { path, query, root, headers, feed } = request;
  const options = readOptions(query);
  const [, set = '', rest, ...more] = path.split('/');
  if (set === '') {
    checkFormat(options.format, headers, 'json');
    const value = [{ name: feed.name, kind: 'EntitySet', url: feed.name }];
    return json({ '@odata.context': `${root}/$metadata`, value });
  }
  // Names that OData allows, whatever those of the other formats are.
  const safeFeed: Feed = { ...feed, columnNames: 'safe' };
  const read = async (asked: Parameters<FeedRows['query']>[1]): Promise<Extract<QueryAnswer, { status: 'rows' }>> => {
    const found = await rows.query(safeFeed, asked);
    // The column of the time has one value for all rows, and nothing can be compared with it.
    if (found.status === 'unavailable' && found.error.code === 'input.invalid')
      throw new ODataProblem(400, found.error.message);
    if (found.status === 'unavailable') throw new NoRows(found.error.message, found.retryAt);
    return found;
  };
  if (set === '$metadata' && rest === undefined) {
    checkFormat(options.format, headers, 'xml');
    const found = await read({ count: 0 });
    const body = metadataXml([{ name: feed.name, columns: found.columns }]);
    return response('application/xml; charset=utf-8', Buffer.from(body), found);
  }
  if (/[()]/.test(set)) throw new ODataProblem(501, message('odata.noKeys'));
  if (set !== feed.name && set.toLowerCase() === feed.name.toLowerCase())
    throw new ODataProblem(404, message('feedAnswer.letterCase', { name: feed.name }));
  if (set !== feed.name || more.length > 0) throw new ODataProblem(404, message('odata.noFeed'));
  const { columns } = await read({ count: 0 });
  const steps = stepsOf(options, columns);
  if (rest === '$count') {
    const found = await read({ ...steps, count: 0 });
    return response('text/plain; charset=utf-8', Buffer.from(String(found.totalCount)), found);
  }
  if (rest !== undefined && rest !== '') throw new ODataProblem(404, message('odata.noFeed'));
  checkFormat(options.format, headers, 'json');
  return entities(request, options, read, steps);
}

type Read = (asked: Parameters<FeedRows['query']>[1]) => Promise<Extract<QueryAnswer, { status: 'rows' }>>;
type Narrowing = Pick<Parameters<FeedRows['query']>[1], 'steps' | 'where' | 'columns'>;

async function entities(
  { root, headers, feed }: ODataRequest,
  options: QueryOptions,
  read: Read,
  narrowing: Narrowing,
): Promise<ODataResponse> {
  const { top = Number.MAX_SAFE_INTEGER, skip, done, select, counts, others } = options;
  const asked = pageSizeOf(headers);
  const size = Math.min(asked ?? mostRows, mostRows);
  const found = await read({
    ...narrowing,
    isStrict: true,
    from: skip + done,
    count: Math.max(0, Math.min(size, top - done)),
  });
  const { json: list, rowCount, totalCount } = found;
  const last = done + rowCount;
  const hasMore = rowCount > 0 && last < top && skip + last < totalCount;
  const context = `${root}/$metadata#${feed.name}${select === undefined ? '' : `(${select.join(',')})`}`;
  const before = JSON.stringify({ '@odata.context': context, ...(counts ? { '@odata.count': totalCount } : {}) });
  const next = `${root}/${feed.name}?${others}${others === '' ? '' : '&'}$skiptoken=${last}`;
  const after = hasMore ? `,"@odata.nextLink":${JSON.stringify(next)}}` : '}';
  const body = Buffer.concat([Buffer.from(`${before.slice(0, -1)},"value":`), list, Buffer.from(`${after}\n`)]);
  const answered = response(jsonType, body, found);
  if (asked !== undefined) answered.headers['preference-applied'] = `odata.maxpagesize=${size}`;
  return answered;
}

/** Throws ODataProblem 400 for unknown columns. */
function stepsOf({ order, filter, select }: QueryOptions, columns: readonly FeedColumn[]): Narrowing {
  for (const column of [...order.map((key) => key.column), ...(select ?? [])])
    if (!columns.some(({ name }) => name === column))
      throw new ODataProblem(400, message('odata.noColumn', { column }));
  return {
    ...(order.length === 0 ? {} : { steps: [{ kind: 'sort', id: 'odata', keys: order }] }),
    ...(filter === undefined ? {} : { where: conditionOf(filter, columns) }),
    ...(select === undefined ? {} : { columns: select }),
  };
}

const jsonType = 'application/json;odata.metadata=minimal;charset=utf-8';

const response = (type: string, body: Buffer, age: ODataResponse['age'] = null): ODataResponse => ({
  status: 200,
  headers: { 'content-type': type, 'odata-version': '4.0' },
  body,
  age: age && { dataAt: age.dataAt, isStale: age.isStale, error: age.error },
  retryAt: null,
});

const json = (content: unknown): ODataResponse => response(jsonType, Buffer.from(`${JSON.stringify(content)}\n`));

const headerOf = (headers: ODataRequest['headers'], name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/** Protocol §8.2.7. Readers of older versions would misread the response. */
function checkVersion(headers: ODataRequest['headers']): void {
  const highest = headerOf(headers, 'odata-maxversion');
  const own = headerOf(headers, 'odata-version');
  const isOld = (version: string | undefined) => version !== undefined && Number.parseFloat(version) < 4;
  if (isOld(highest) || isOld(own)) throw new ODataProblem(400, message('odata.badVersion'));
}

/** `$format` wins over `Accept` (Protocol §11.2.12). */
function checkFormat(format: string | undefined, headers: ODataRequest['headers'], wanted: 'json' | 'xml'): void {
  const accepted = format === undefined ? headerOf(headers, 'accept')?.toLowerCase() : format;
  if (accepted === undefined || accepted.trim() === '') return;
  const isAccepted = accepted
    .split(',')
    .map((range) => range.split(';')[0]?.trim() ?? '')
    .some((type) => [wanted, `application/${wanted}`, 'application/*', '*/*', `text/${wanted}`].includes(type));
  if (!isAccepted) throw new ODataProblem(406, message('odata.noFormat'));
}

/** Protocol §8.2.8.5. `undefined`: not asked for. */
function pageSizeOf(headers: ODataRequest['headers']): number | undefined {
  const [, size] = /(?:^|[,;\s])(?:odata\.)?maxpagesize=(\d{1,9})/i.exec(headerOf(headers, 'prefer') ?? '') ?? [];
  return size === undefined || Number(size) === 0 ? undefined : Number(size);
}
