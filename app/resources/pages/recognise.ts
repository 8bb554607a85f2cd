import type { PagesOffer, RunSummary } from '../../shared/contract/contract.ts';
import { parsePointer } from '../../shared/json-pointer.ts';
import { newPages, type Pages, pagesSchema } from '../../shared/resource/pages.ts';
import { pagesProblem } from '../../shared/resource/pages-problem.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import type { PageField } from '../preview/messages.ts';
import { parameterFor } from './cursor-names.ts';
import { nextLink } from './link-header.ts';
import { readParameter, textOf } from './set-parameter.ts';
import { odataPaths } from './walk.ts';

export interface ParsedResponse {
  resource: Resource;
  /** The header `Link`. */
  links: string | undefined;
  headers: Readonly<Record<string, string>>;
  /** What the body says near its list. */
  fields: readonly PageField[];
  body: Extract<RunSummary['body'], { status: 'parsed' }>;
}

interface Found extends Omit<ParsedResponse, 'body' | 'headers'> {
  rows: number;
  total: number | null;
}

/** How the further pages of a response can be followed. `undefined`: there are none, or the response does not say how. */
export function recognisePages({ resource, links, headers, fields, body }: ParsedResponse): PagesOffer | undefined {
  const { dataPath, sourceRowCount: rows } = body;
  if (resource.pages !== null || dataPath === null || dataPath.startsWith('.')) return undefined;
  const total = body.totalRows ?? totalIn(headers, rows);
  const found: Found = { resource, links, fields, rows, total };
  const isGraphql = resource.method === 'POST' && resource.body.type === 'graphql';
  for (const find of isGraphql ? [byPageInfo] : ways) {
    const pages = find(found);
    if (pages !== undefined && pagesProblem({ ...resource, pages }) === undefined)
      return { pages, rowCount: rows, totalRows: total };
  }
  return undefined;
}

const totalHeaders = ['x-total-count', 'x-total', 'x-wp-total', 'x-pagination-total-count', 'total-count'];

function totalIn(headers: Readonly<Record<string, string>>, rows: number): number | null {
  const totals = totalHeaders.map((name) => headers[name] ?? '').filter((text) => /^\d{1,15}$/.test(text));
  return totals.map(Number).find((total) => total > rows) ?? null;
}

/** The most certain first. */
const ways: readonly ((found: Found) => Pages | undefined)[] = [
  ({ links }) => (nextLink(links) === undefined ? undefined : newPages('link')),
  byOData,
  byPageInfo,
  byUrl,
  byCursor,
  byLastRow,
  byPageNumber,
  byOffset,
];

const named = ({ pointer }: PageField): string => parsePointer(pointer)?.at(-1) ?? '';
const textIn = ({ source }: PageField): string => (source.startsWith('"') ? textOf(source) : '');
const numberIn = (field: PageField | undefined): number | undefined => {
  const digits = /^"?(\d{1,15})"?$/.exec(field?.source ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
};
const oneOf = ({ fields }: Pick<Found, 'fields'>, name: RegExp): PageField | undefined =>
  fields.find((field) => name.test(named(field)) && !field.pointer.includes('/-/'));

function byOData({ fields }: Found): Pages | undefined {
  const isNext = (field: PageField): boolean => odataPaths.includes(field.pointer) && textIn(field) !== '';
  return fields.some(isNext) ? newPages('odata') : undefined;
}

/** GraphQL Cursor Connections §5.1. The variable is the one that the query passes as `after`. */
function byPageInfo({ resource, fields }: Found): Pages | undefined {
  const more = fields.find(({ pointer, source }) => /\/pageInfo\/hasNextPage$/.test(pointer) && source === 'true');
  const variable = /\bafter\s*:\s*\$([A-Za-z_]\w*)/.exec(resource.body.text)?.[1];
  if (more === undefined || variable === undefined) return undefined;
  const path = more.pointer.slice(0, more.pointer.lastIndexOf('/'));
  return pagesSchema.parse({ ...newPages('graphql'), path, variable });
}

const urlNames = /^(next|next_?(page_?)?(url|uri|link|href|records_?url)|next_?page|next_?link)$/i;
/** `links.next`, `paging.next`, `_links.next.href`. */
const urlPlaces = /(^|\/)(_?links?|paging|pagination|meta|page)\/next(\/(href|url|link|uri))?$/i;

function byUrl({ fields }: Found): Pages | undefined {
  const isUrl = (field: PageField): boolean => /^(https?:\/\/|\/|\?)/i.test(textIn(field));
  const found = fields.find((field) => isUrl(field) && (urlNames.test(named(field)) || urlPlaces.test(field.pointer)));
  return found && pagesSchema.parse({ ...newPages('url'), path: found.pointer });
}

const moreNames = /^(has_?more|more|has_?next(_?page)?|is_?truncated|more_?results(_?available)?)$/i;

/** Where the response says that there is more. */
const moreIn = (found: Found): PageField | undefined => {
  const field = oneOf(found, moreNames);
  return field?.source === 'true' || field?.source === 'false' ? field : undefined;
};

function byCursor(found: Found): Pages | undefined {
  const more = moreIn(found);
  if (more?.source === 'false') return undefined;
  for (const field of found.fields) {
    const text = textIn(field);
    const isNumber = /^[1-9]\d*$/.test(field.source);
    if ((text === '' && !isNumber) || field.pointer.includes('/-/')) continue;
    const parameter = parameterFor(named(field), field.source, found.resource);
    if (parameter === undefined) continue;
    // A cursor of the page itself says nothing about the next one.
    if (/^cursor$/i.test(named(field)) && more === undefined) continue;
    const morePath = more?.pointer ?? null;
    return pagesSchema.parse({ ...newPages('cursor'), path: field.pointer, parameter, morePath });
  }
  return undefined;
}

/** Stripe: `has_more`, and the next page starts after the ID of the last row. */
function byLastRow(found: Found): Pages | undefined {
  const more = moreIn(found);
  const last = found.fields.find(({ pointer }) => pointer.endsWith('/-/id'));
  if (more?.source !== 'true' || last === undefined || oneOf(found, /^(page|offset|skip|start)$/i)) return undefined;
  const parameter = 'starting_after';
  return pagesSchema.parse({ ...newPages('cursor'), path: last.pointer, parameter, morePath: more.pointer });
}

const pageNames = /^(current_?page|page(_?(number|no|index|num))?|number)$/i;
const pageCounts = /^(total_?pages?|pages?_?(total|count)|last_?page|pages|num_?pages)$/i;
const pageParameters = ['page', 'pageNumber', 'page_number', 'pageNo', 'p', 'paged'];

function byPageNumber(found: Found): Pages | undefined {
  const { resource, rows, total } = found;
  const typed = pageParameters.find((name) => readParameter(resource, name) !== undefined);
  const field = oneOf(found, pageNames);
  const page = numberIn(field);
  const pages = numberIn(oneOf(found, pageCounts));
  // Spring counts pages from 0 as `number`.
  const isFromZero = page === 0;
  const isLast = page !== undefined && pages !== undefined && page + (isFromZero ? 1 : 0) >= pages;
  const isMore = moreIn(found)?.source === 'true' || (total !== null && rows > 0);
  if (isLast || (page === undefined && typed === undefined)) return undefined;
  if (pages === undefined && !isMore) return undefined;
  const name = field === undefined ? 'page' : named(field);
  const parameter = typed ?? (/^(number|current_?page)$/i.test(name) ? 'page' : name);
  const start = page ?? (typed === undefined ? 1 : Number(readParameter(resource, typed)));
  return Number.isSafeInteger(start)
    ? pagesSchema.parse({ ...newPages('page'), ...withMore(found), parameter, start: isFromZero ? 0 : 1 })
    : undefined;
}

const withMore = (found: Found): { morePath: string | null } => ({ morePath: moreIn(found)?.pointer ?? null });

const offsetNames = /^(offset|skip|start|start_?at|start_?index|from|first_?result)$/i;
const offsetParameters = ['offset', '$skip', 'skip', 'start', 'startAt', 'startIndex', 'from'];
const sizeParameters = ['limit', '$top', 'top', 'take', 'count', 'maxResults', 'size', 'rows', 'per_page', 'pageSize'];

function byOffset(found: Found): Pages | undefined {
  const { resource, rows, total } = found;
  const has = (name: string): boolean => readParameter(resource, name) !== undefined;
  const field = oneOf(found, offsetNames);
  const offset = numberIn(field);
  const inBody = (name: string): string =>
    resource.method === 'POST' && resource.body.type === 'json' ? `/${name}` : name;
  const typed = offsetParameters.flatMap((name) => [name, inBody(name)]).find(has);
  const sized = sizeParameters.flatMap((name) => [name, inBody(name)]).find(has);
  const isMore = moreIn(found)?.source === 'true' || (total !== null && (offset ?? 0) + rows < total);
  if (rows === 0 || !isMore) return undefined;
  const parameter = typed ?? (field === undefined ? undefined : inBody(named(field)));
  // A limit without an offset: the name that goes with it.
  const usual =
    sized === undefined
      ? undefined
      : sized
          .replace(/limit|take|size|count|rows/, 'offset')
          .replace('top', 'skip')
          .replace('maxResults', 'startAt');
  const known = parameter ?? usual;
  if (known === undefined) return undefined;
  return pagesSchema.parse({
    ...newPages('offset'),
    ...withMore(found),
    parameter: known,
    start: /startIndex/i.test(known) && offset === 1 ? 1 : 0,
  });
}
