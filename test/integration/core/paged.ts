import type { RunSummary } from '../../../app/shared/contract/contract.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import { type Pages, pagesSchema } from '../../../app/shared/resource/pages.ts';
import { json, type SeenRequest, type StubResponse } from '../../servers/token-server.ts';
import { resourceAt, startLoggedIn } from './service.ts';

export const rows = Array.from({ length: 25 }, (_, id) => ({ id, name: `row ${id}` }));
export const allIds = rows.map(({ id }) => id);
/** Ten rows from an offset, and whether more follow. */
export const tenFrom = (from: number) => ({
  part: rows.slice(from, from + 10),
  next: from + 10 < rows.length ? from + 10 : undefined,
});
export const parameter = ({ path }: SeenRequest, name: string) => new URL(path, 'http://x').searchParams.get(name);
export const number = (seen: SeenRequest, name: string) => Number(parameter(seen, name) ?? 0);
export const pages = (setting: { type: Pages['type']; [name: string]: unknown }): Pages => pagesSchema.parse(setting);

type Changes = Parameters<typeof resourceAt>[1];

/** A way of services: what the service sends, and the setting that follows it. */
export interface Way {
  route: (seen: SeenRequest) => StubResponse;
  setting: Pages;
  changes?: Changes;
}

export const byUrl: Way = {
  route: (seen) => {
    const { part, next } = tenFrom(number(seen, 'from'));
    return json({ items: part, links: { next: next === undefined ? null : `/url?from=${next}` } });
  },
  setting: pages({ type: 'url', path: '/links/next' }),
};
export const byBody: Way = {
  route: ({ body }) => {
    const { offset = 0 } = JSON.parse(body);
    return json({ rows: tenFrom(offset).part, total: rows.length });
  },
  setting: pages({ type: 'offset', parameter: '/offset', sizeParameter: 'limit' }),
  changes: { method: 'POST', body: { type: 'json', text: '{"exact":1.10, "limit":10}', variables: '' } },
};

export type Paged = Awaited<ReturnType<typeof startPaged>>;

/** An app that is logged in at a service, and saves, runs and shows resources with pages. */
export async function startPaged() {
  const started = await startLoggedIn();
  const { service, other, tokenboard } = started;
  let saved = 0;
  const save = async (path: string, changes: Changes = {}) => {
    const id = `paged-${++saved}`;
    const resource = resourceAt(service, { id, url: service.origin + path, ...changes });
    await tokenboard.get('resources.save', { resource, secrets: {} });
    return id;
  };
  const run = async (path: string, changes: Changes = {}) =>
    tokenboard.get('resources.run', { id: await save(path, changes) });
  /** What a run says and shows. */
  const shown = async ({ previewId, body, pages: followed, notes, error }: RunSummary) => {
    if (body.status !== 'parsed' || body.dataPath === null || previewId === null) throw new Error(JSON.stringify(body));
    const { rowCount, dataPath } = body;
    const read = await tokenboard.get('preview.rows', {
      previewId,
      dataPath,
      columns: ['/id'],
      start: 0,
      count: rowCount,
    });
    return {
      ids: read.rows.map(([cell]) => Number(cell?.text)),
      pages: followed,
      notes: notes.map(formatEnglish),
      ...(error === undefined ? {} : { error: [error.code, formatEnglish(error.message)] }),
    };
  };
  /** Forgets the requests so far. */
  const forget = () => {
    for (const each of [service, other]) each.server.requests.length = 0;
  };
  return { ...started, save, run, shown, forget };
}
