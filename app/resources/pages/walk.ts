import { RequestError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import type { Pages, PagesOf } from '../../shared/resource/pages.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import type { PageFacts } from '../preview/messages.ts';
import { nextLink } from './link-header.ts';
import { readParameter, textOf, withParameter } from './set-parameter.ts';

/** The next page: the resource's own request with other parameters, or a URL that the service named. */
export type PageRequest = { resource: Resource; href?: string };

/** A page that has arrived. */
export interface SeenPage {
  facts: PageFacts;
  /** The header `Link`. */
  links: string | undefined;
  /** Of all pages so far. */
  rowsSoFar: number;
  /** The number of rows at the service, as far as any page named it. */
  totalRows: number | null;
}

/** `end`: the service says so, or sent no rows. `repeat`: the page repeats the one before. `loop`: it was asked before. */
export type NextStep = { request: PageRequest } | { end: 'end' | 'repeat' | 'loop' };

/** Finds out which page follows, page by page. */
export interface PageWalk {
  /** Values that each page is asked for. */
  readonly wants: string[];
  /** Some services send the last page again for each number after it. */
  readonly dropRepeat: boolean;
  /** The request of the first page. */
  readonly first: Resource;
  /** Throws RequestError `resource.page_shape` if the page names the next one in a way that cannot be followed. */
  next(page: SeenPage): NextStep;
}

/** `resource`: with the pages, and valid. */
export function createWalk(resource: Resource, pages: Pages): PageWalk {
  const walk = walkOf(resource, pages);
  const seen = new Set<string>();
  return {
    ...walk,
    next: (page) => {
      const step = walk.next(page);
      if ('end' in step) return step;
      const { url, body } = step.request.resource;
      const key = JSON.stringify([step.request.href, url, body]);
      if (seen.has(key)) return { end: 'loop' };
      seen.add(key);
      return step;
    },
  };
}

function walkOf(resource: Resource, pages: Pages): PageWalk {
  switch (pages.type) {
    case 'link':
      return byUrl(resource, [], ({ links }) => nextLink(links));
    case 'url':
      return byUrl(resource, [pages.path], ({ facts }) => urlIn(facts.values));
    case 'odata':
      return byUrl(resource, odataPaths, ({ facts }) => urlIn(facts.values));
    case 'cursor':
      return byCursor(resource, pages);
    case 'page':
    case 'offset':
      return byNumber(resource, pages);
    case 'graphql':
      return byPageInfo(resource, pages);
  }
}

/** Where OData puts the next page's URL (`pagesSchema`). */
export const odataPaths = ['/@odata.nextLink', '/odata.nextLink', '/@nextLink', '/d/__next'];

function byUrl(resource: Resource, wants: string[], find: (page: SeenPage) => string | undefined): PageWalk {
  return {
    wants,
    dropRepeat: false,
    first: resource,
    next: (page) => {
      const href = find(page);
      return href === undefined ? { end: 'end' } : { request: { resource, href } };
    },
  };
}

/** `null`, `false` and an empty text say that there is no next page. */
export const saysNone = (source: string): boolean => source === 'null' || source === 'false' || source === '""';

const isNothing = (source: string | null): boolean => source === null || saysNone(source);

function urlIn(values: readonly (string | null)[]): string | undefined {
  const source = values.find((each) => !isNothing(each));
  if (source === undefined || source === null) return undefined;
  if (source.startsWith('"')) return textOf(source);
  throw new RequestError('resource.page_shape', message('pages.notUrl'));
}

function byCursor(resource: Resource, { path, parameter, morePath }: PagesOf<'cursor'>): PageWalk {
  return {
    wants: morePath === null ? [path] : [path, morePath],
    dropRepeat: false,
    first: resource,
    next: ({ facts }) => {
      const [cursor = null, more] = facts.values;
      // Services count with 0 and -1, too, and mean none.
      const isOver = isNothing(cursor) || cursor === '0' || cursor === '-1' || more === 'false';
      return isOver || cursor === null
        ? { end: 'end' }
        : { request: { resource: withParameter(resource, parameter, cursor) } };
    },
  };
}

function byNumber(resource: Resource, pages: PagesOf<'page'> | PagesOf<'offset'>): PageWalk {
  const { parameter, start, morePath } = pages;
  const own = readParameter(resource, parameter);
  const from = own !== undefined && /^\d{1,15}$/.test(own) ? Number(own) : start;
  const sized = pages.type === 'offset' ? withSize(resource, pages) : resource;
  const at = (number: number): Resource => withParameter(sized, parameter, String(number));
  let current = from;
  return {
    wants: morePath === null ? [] : [morePath],
    dropRepeat: true,
    first: own === String(from) ? sized : at(from),
    next: ({ facts, rowsSoFar, totalRows }) => {
      if (facts.isRepeat) return { end: 'repeat' };
      const rows = facts.rowCount ?? 0;
      const isLast = pages.type === 'page' && facts.totalPages !== null && current - start + 1 >= facts.totalPages;
      const hasAll = totalRows !== null && from === start && rowsSoFar >= totalRows;
      if (rows === 0 || isLast || hasAll || facts.values[0] === 'false') return { end: 'end' };
      current += pages.type === 'page' ? 1 : rows;
      return { request: { resource: at(current) } };
    },
  };
}

/** The number of rows of a page is sent if the user chose one. */
const withSize = (resource: Resource, { size, sizeParameter }: PagesOf<'offset'>): Resource =>
  size === null ? resource : withParameter(resource, sizeParameter, String(size));

function byPageInfo(resource: Resource, { path, variable }: PagesOf<'graphql'>): PageWalk {
  return {
    wants: [`${path}/hasNextPage`, `${path}/endCursor`],
    dropRepeat: false,
    first: resource,
    next: ({ facts }) => {
      const [more = null, cursor = null] = facts.values;
      if (more === null && cursor === null)
        throw new RequestError('resource.page_shape', message('pages.noPageInfo', { path }));
      return more === 'false' || cursor === null || isNothing(cursor)
        ? { end: 'end' }
        : { request: { resource: withParameter(resource, variable, cursor) } };
    },
  };
}
