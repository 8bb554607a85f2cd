import { z } from 'zod';

// How the rows of a service that sends them in pages are followed. Stored with the resource.

/** The ways that services name the next page. */
export const pageTypes = ['link', 'url', 'odata', 'cursor', 'page', 'offset', 'graphql'] as const;
export type PageType = (typeof pageTypes)[number];

/**
 * JSON Pointer (RFC 6901) in a page. `-` names the last element of a list, for services whose next page starts after
 * the last row (`/data/-/id`).
 */
const place = z.string().max(2000);

/**
 * What each further page changes in the request. Of a GET the name of a query parameter. Of a POST: a JSON Pointer into
 * the JSON body or the variables, or a name: of a GraphQL variable, of a form's field, otherwise of a query parameter.
 */
const parameter = z.string().max(2000);

const number = z.number().int().min(0).max(1_000_000_000);

/** What all ways have in common. */
const common = {
  /** `null`: to the end, but no more than `ceiling`. */
  mostPages: z.number().int().min(1).max(10_000).nullable().default(null),
  /** No page is requested once there are so many rows. `null`: no limit. */
  mostRows: z.number().int().min(1).max(100_000_000).nullable().default(null),
  /** Between two pages, in ms. */
  pauseMs: z.number().int().min(0).max(60_000).default(0),
};

/** A value that says `false` at the last page. `null`: there is none. */
const morePath = place.nullable().default(null);

export const pagesSchema = z.discriminatedUnion('type', [
  /** `Link: <…>; rel="next"` (RFC 8288). */
  z.object({ type: z.literal('link'), ...common }),
  /** The body has the next page's URL at the path. */
  z.object({ type: z.literal('url'), path: place, ...common }),
  /** `@odata.nextLink` (OData JSON Format 4.01 §4.6.5), `odata.nextLink` of version 3, or `d.__next` of version 2. */
  z.object({ type: z.literal('odata'), ...common }),
  /** The body has a value at the path that the next request repeats. */
  z.object({ type: z.literal('cursor'), path: place, parameter, morePath, ...common }),
  z.object({ type: z.literal('page'), parameter, start: number.default(1), morePath, ...common }),
  /** Skips the rows received so far. `size`: rows of a page, sent as `sizeParameter`. */
  z.object({
    type: z.literal('offset'),
    parameter,
    start: number.default(0),
    size: number.nullable().default(null),
    sizeParameter: parameter.default(''),
    morePath,
    ...common,
  }),
  /** The path of `pageInfo` (GraphQL Cursor Connections §5). `variable` gets its `endCursor`. */
  z.object({ type: z.literal('graphql'), path: place, variable: z.string().max(200), ...common }),
]);
export type Pages = z.infer<typeof pagesSchema>;
export type PagesOf<Type extends PageType> = Extract<Pages, { type: Type }>;

/** The most pages of a run that has no limit. A run that reaches the ceiling says so. */
export const ceiling = 10_000;

/** Limits that the user has not changed. */
const unlimited = { mostPages: null, mostRows: null, pauseMs: 0 };

/** A way with nothing filled in but what most services use. */
export function newPages(type: PageType, limits: Pick<Pages, 'mostPages' | 'mostRows' | 'pauseMs'> = unlimited): Pages {
  const { mostPages, mostRows, pauseMs } = limits;
  return pagesSchema.parse({ ...initial[type], type, mostPages, mostRows, pauseMs });
}

const initial: Record<PageType, object> = {
  link: {},
  url: { path: '/next' },
  odata: {},
  cursor: { path: '/next_cursor', parameter: 'cursor' },
  page: { parameter: 'page' },
  offset: { parameter: 'offset', sizeParameter: 'limit' },
  graphql: { path: '', variable: 'after' },
};
