import { sendJson } from '../responses.ts';
import type { DataRequest, Endpoint } from './endpoint.ts';
import { inventory } from './inventory.ts';
import { events, machines, shipments } from './machines.ts';
import { customers, orders } from './orders.ts';
import { BadParameter, countOf, upTo } from './parameters.ts';

const mostRows = 1000;

/** Every common way of pages, one for each kind of data. Other parameters of the URL are kept in links. */
export const pagedEndpoints = {
  /** Page number: `{"orders": […], "page": 1, "per_page": 50, "total": 500, "total_pages": 10}`. */
  orders: {
    scope: 'sales:read',
    send({ response, url }) {
      const { page, size, rows, all } = byPageNumber(url, orders(), 50);
      const pages = { page, per_page: size, total: all, total_pages: Math.ceil(all / size) };
      sendJson(response, 200, { ...pages, orders: rows });
    },
  },
  /** Offset and limit: `{"offset": 0, "limit": 50, "total": 240, "items": […]}`. */
  machines: {
    scope: 'inventory:read',
    send({ response, url }) {
      const offset = countOf(url.searchParams.get('offset')) ?? 0;
      const limit = sizeOf(url, 'limit', 50);
      const items = from(url, machines, offset, limit);
      sendJson(response, 200, { offset, limit, total: machines.length, items });
    },
  },
  /** Cursor: `{"events": […], "has_more": true, "next_cursor": "…"}`, sent back as `cursor`. */
  events: {
    scope: 'inventory:read',
    send({ response, url }) {
      const all = events();
      const first = cursorPlace(url.searchParams.get('cursor'));
      const rows = from(url, all, first, sizeOf(url, 'limit', 100));
      const next = first + rows.length;
      const more = next < all.length;
      sendJson(response, 200, { events: rows, has_more: more, next_cursor: more ? cursorOf(next) : null });
    },
  },
  /** A bare list, with links in the header `Link` (RFC 8288). */
  customers: {
    scope: 'sales:read',
    send({ response, url }) {
      const { page, size, rows, all } = byPageNumber(url, customers, 30);
      const last = Math.max(1, Math.ceil(all / size));
      const link = (to: number, rel: string) =>
        `<${changed(url, { page: String(to), per_page: String(size) })}>; rel="${rel}"`;
      const links = [
        ...(page < last ? [link(page + 1, 'next')] : []),
        ...(page > 1 ? [link(page - 1, 'prev')] : []),
        link(1, 'first'),
        link(last, 'last'),
      ];
      sendJson(response, 200, rows, { Link: links.join(', '), 'X-Total-Count': String(all) });
    },
  },
  /** The URL of the next page in the body: `{"shipments": […], "links": {"next": "…"}}`. */
  shipments: {
    scope: 'sales:read',
    send({ response, url }) {
      const after = countOf(url.searchParams.get('after')) ?? 0;
      const rows = from(url, shipments, after, sizeOf(url, 'limit', 20));
      const next = after + rows.length;
      const more = next < shipments.length;
      sendJson(response, 200, {
        shipments: rows,
        links: { next: more ? changed(url, { after: String(next) }) : null },
      });
    },
  },
  /** OData 4.01 JSON §4.5.4: `@odata.nextLink` beside `value`. */
  products: { scope: 'inventory:read', send: sendProducts },
} satisfies Record<string, Endpoint>;

function sendProducts({ response, url }: DataRequest): void {
  const all = inventory().data.items.map(({ sku, name, price, stock }) => ({ sku, name, price, onHand: stock.onHand }));
  const skipped = countOf(url.searchParams.get('$skiptoken')) ?? countOf(url.searchParams.get('$skip')) ?? 0;
  const value = from(url, all, skipped, sizeOf(url, '$top', 20));
  const next = skipped + value.length;
  const nextLink = next < all.length ? { '@odata.nextLink': changed(url, { $skiptoken: String(next) }) } : {};
  const context = `${url.origin}/api/$metadata#Products`;
  sendJson(response, 200, { '@odata.context': context, '@odata.count': all.length, value, ...nextLink });
}

function byPageNumber<Row>(url: URL, all: readonly Row[], size: number) {
  const page = Math.max(1, countOf(url.searchParams.get('page')) ?? 1);
  const asked = sizeOf(url, 'per_page', size);
  return { page, size: asked, rows: from(url, all, (page - 1) * asked, asked), all: all.length };
}

const sizeOf = (url: URL, name: string, absent: number) =>
  Math.max(1, upTo(url.searchParams.get(name), absent, mostRows));

/** The service fails on purpose at `fail_after`, so that a list can end in the middle. */
export class FailsOnPurpose extends Error {}

export function from<Row>(url: URL, all: readonly Row[], first: number, count: number): readonly Row[] {
  if (first >= (countOf(url.searchParams.get('fail_after')) ?? Number.POSITIVE_INFINITY)) throw new FailsOnPurpose();
  return all.slice(first, first + count);
}

export const cursorOf = (place: number): string => Buffer.from(`row:${place}`).toString('base64url');

export function cursorPlace(cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const [, place] = /^row:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (place === undefined) throw new BadParameter('This cursor is unknown. Take it from the page before.');
  return Number(place);
}

/** The URL of this request with other values. */
function changed(url: URL, values: Readonly<Record<string, string>>): string {
  const other = new URL(url);
  for (const [name, value] of Object.entries(values)) other.searchParams.set(name, value);
  return other.href;
}
