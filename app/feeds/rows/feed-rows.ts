import type { StartedRun } from '../../resources/one-run.ts';
import type { Previews } from '../../resources/preview/previews.ts';
import { requestOf } from '../../resources/request-of.ts';
import type { Runs } from '../../resources/runs.ts';
import type { FetchabilityDeps } from '../../resources/schedule/fetchability.ts';
import { createFetchability } from '../../resources/schedule/fetchability.ts';
import type { ResourceStore } from '../../resources/store.ts';
import type { RunSummary } from '../../shared/contract/contract.ts';
import { RequestError, reportError } from '../../shared/errors.ts';
import type { Feed } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import type { Vault } from '../../vault/vault.ts';
import type { FeedRows, RowsAge, UnavailableRows } from '../feed-rows.ts';
import { createBodies } from './bodies.ts';
import { createFetches } from './fetches.ts';
import { type MakePage, writeChoicesOf } from './formats.ts';
import { queryRows } from './query.ts';
import { createRowKeeper } from './row-keeper.ts';
import { createRowsFiles } from './rows-files.ts';
import { Snapshot, viewOf } from './snapshot.ts';

export interface FeedRowsDeps extends FetchabilityDeps {
  vault: Pick<Vault, 'status' | 'read' | 'write' | 'has' | 'removeOwner'>;
  /** For the kept rows. */
  folder: string;
  resources: Pick<ResourceStore, 'find'>;
  /** Joins a run that is under way, or starts one. */
  run: Runs['join'];
  previews: Pick<Previews, 'exportTable' | 'open' | 'drop'>;
  /** The feeds that are published. */
  feeds(): readonly Feed[];
  page: MakePage;
  /** What `state` tells changed. */
  onChange(): void;
  /** How long a reader waits for rows at most, in ms. */
  waitMs?: number;
  /** Epoch ms. */
  now(): number;
  /** ms on a clock that nobody sets. */
  monotonic(): number;
}

/** Longer than most services take, and shorter than dashboards wait. */
const defaultWaitMs = 20_000;
/** How long the end of the app waits for rows that are being kept, in ms. */
const closeMs = 2_000;

type Found = { snapshot: Snapshot; resource: Resource } & RowsAge;

export function createFeedRows(deps: FeedRowsDeps): FeedRows {
  const { resources, previews, now, monotonic, waitMs = defaultWaitMs } = deps;
  const fetchability = createFetchability(deps);
  const snapshots = new Map<string, Snapshot>();
  const bodies = createBodies(deps.page);
  const keeper = createRowKeeper(createRowsFiles(deps.folder, deps.vault), now);
  /** The resources whose kept rows were looked for. */
  const restored = new Map<string, { vault: string; done: Promise<void> }>();
  const keeping = new Set<Promise<void>>();
  let isClosed = false;

  const replace = (id: string, snapshot: Snapshot | undefined): void => {
    snapshots.get(id)?.drop();
    if (snapshot === undefined) snapshots.delete(id);
    else snapshots.set(id, snapshot);
  };
  const hasFeed = (id: string): boolean => deps.feeds().some(({ resourceId }) => resourceId === id);

  const onRows = ({ id, request }: StartedRun, { previewId, body, receivedAt }: RunSummary): void => {
    const resource = resources.find(id);
    if (resource === undefined || !hasFeed(id)) return;
    if (body.status === 'too_large')
      throw new RequestError('feed.too_large', message('feeds.tooLarge', { mebibytes: body.limitBytes / 2 ** 20 }));
    if (body.status !== 'parsed' || body.dataPath === null || previewId === null)
      throw new RequestError('preview.no_table', message('feeds.noTable'));
    const snapshot = new Snapshot(
      {
        at: receivedAt,
        monotonicAt: monotonic() - Math.max(0, now() - receivedAt),
        request,
        rowCount: body.rowCount,
        live: { previewId, dataPath: body.dataPath, chosenPath: resource.dataPath },
        known: snapshots.get(id)?.kept?.columns,
      },
      previews,
    );
    replace(id, snapshot);
    keep(resource, snapshot);
  };
  /** The preview may be dropped at any time. */
  const keep = (resource: Resource, snapshot: Snapshot): void => {
    const feed = deps.feeds().find((each) => each.isOn && each.resourceId === resource.id);
    if (feed === undefined) return;
    const before = snapshot.kept;
    const { id } = resource;
    const { at, request } = snapshot.facts;
    const kept = snapshot.keep(resource, writeChoicesOf(feed, 'json')).then(() => {
      keeping.delete(kept);
      const rows = snapshot.kept;
      if (rows !== undefined && rows !== before && snapshots.get(id) === snapshot)
        keeper.note(id, { at, request, kept: rows });
    });
    keeping.add(kept);
  };
  const restore = (resource: Resource): Promise<void> => {
    const { id } = resource;
    const vault = deps.vault.status().status;
    const known = restored.get(id);
    if (snapshots.has(id) || known?.vault === vault) return known?.done ?? Promise.resolve();
    const look = async (): Promise<void> => {
      const request = requestOf(resource);
      const rows = await keeper.restore(id, { request, view: viewOf(resource) });
      if (rows === undefined || snapshots.has(id) || isClosed) return;
      const { at, kept } = rows;
      // The age is unknown if the clock was set back. Treat the rows as too old.
      const age = now() >= at ? now() - at : Number.POSITIVE_INFINITY;
      replace(
        id,
        new Snapshot({ at, monotonicAt: monotonic() - age, request, rowCount: kept.rowCount, kept }, previews),
      );
      deps.onChange();
    };
    const done = look();
    restored.set(id, { vault, done });
    return done;
  };
  const published = (): Set<string> =>
    new Set(deps.feeds().flatMap(({ isOn, resourceId }) => (isOn && resources.find(resourceId) ? resourceId : [])));
  const fetches = createFetches({
    find: resources.find,
    run: deps.run,
    stamp: fetchability.stamp,
    serviceOf: fetchability.serviceOf,
    onRows,
    onChange: (id) => {
      if (hasFeed(id)) deps.onChange();
    },
    now,
    monotonic,
  });

  /** Of the resource's present request and shape, if there are any. */
  const present = (resource: Resource): Snapshot | undefined => {
    const snapshot = snapshots.get(resource.id);
    if (snapshot === undefined) return undefined;
    if (snapshot.facts.request === requestOf(resource) && snapshot.isReadable(resource)) return snapshot;
    // The rows of another request are not those of this feed.
    keeper.forget(resource.id);
    replace(resource.id, undefined);
    return undefined;
  };
  const ageMs = ({ facts: { at, monotonicAt } }: Snapshot): number =>
    Math.max(now() - at, monotonic() - monotonicAt, 0);
  const failureOf = (resource: Resource): UnavailableRows => {
    const own = fetches.failure(resource);
    const held = fetches.held(resource);
    const retryAt = own?.retryAt === null ? null : Math.max(own?.retryAt ?? 0, held?.retryAt ?? 0);
    const error = own?.error ?? held?.error;
    if (error !== undefined) return { status: 'unavailable', error, retryAt };
    return unavailable(new RequestError('feed.not_ready', message('feeds.notReady')), now() + 1000);
  };

  const find = async (feed: Feed): Promise<Found | UnavailableRows> => {
    const resource = resources.find(feed.resourceId);
    if (resource === undefined)
      return unavailable(new RequestError('resource.not_found', message('resource.notFound')), null);
    await restore(resource);
    const snapshot = present(resource);
    const freshMs = feed.freshSeconds * 1000;
    const age = snapshot === undefined ? Number.POSITIVE_INFINITY : ageMs(snapshot);
    if (snapshot !== undefined && age < freshMs) return { snapshot, resource, isStale: false, error: null };
    const staleMs = feed.staleSeconds === null ? Number.POSITIVE_INFINITY : feed.staleSeconds * 1000;
    if (snapshot !== undefined && age <= Math.max(staleMs, freshMs)) {
      // Large rows would never be whole if each fetch dropped the body of the former ones.
      if (!snapshot.isKeeping) fetches.fetch(resource);
      return { snapshot, resource, isStale: true, error: fetches.failure(resource)?.error ?? null };
    }
    const fetching = fetches.fetch(resource);
    if (fetching === undefined) return failureOf(resource);
    await within(fetching, waitMs);
    const after = resources.find(feed.resourceId);
    const next = after && present(after);
    if (after === undefined || next === undefined || next === snapshot) return failureOf(resource);
    return { snapshot: next, resource: after, isStale: false, error: null };
  };

  /** Finds rows and writes them. If nothing has them any more, they are fetched again. */
  const withRows = async <Answer>(
    feed: Feed,
    write: (found: Found) => Promise<Answer>,
  ): Promise<Answer | UnavailableRows> => {
    for (let isAgain = false; ; isAgain = true) {
      if (isClosed) return unavailable(new RequestError('feed.not_ready', message('feeds.notReady')), null);
      const found = await find(feed);
      if ('status' in found) return found;
      try {
        const answer = await write(found);
        keep(found.resource, found.snapshot);
        return answer;
      } catch (error) {
        const report = reportError(error);
        if (report.code !== 'preview.gone' || isAgain) return { status: 'unavailable', error: report, retryAt: null };
        if (snapshots.get(found.resource.id) === found.snapshot) replace(found.resource.id, undefined);
      }
    }
  };

  return {
    read: (feed, format) =>
      withRows(feed, async ({ snapshot, resource, isStale, error }) => ({
        status: 'rows' as const,
        body: await bodies.of(feed, format, snapshot, resource),
        isStale,
        error,
      })),
    query: (feed, asked) => withRows(feed, (found) => queryRows(feed, found, asked)),
    state: (feed) => {
      const resource = resources.find(feed.resourceId);
      const snapshot = snapshots.get(feed.resourceId);
      return {
        dataAt: snapshot?.facts.at ?? null,
        rowCount: snapshot?.rowCount ?? null,
        error: (resource && fetches.failure(resource)?.error) ?? null,
      };
    },
    start: () => {
      const ids = published();
      keeper.keepOnly([...ids]);
      for (const id of ids) {
        const resource = resources.find(id);
        if (resource !== undefined) void restore(resource);
      }
    },
    changed: () => {
      const ids = published();
      keeper.keepOnly([...ids]);
      bodies.keepOnly(deps.feeds());
      for (const id of [...snapshots.keys()])
        if (!ids.has(id)) {
          replace(id, undefined);
          fetches.forget(id);
        }
    },
    keysChanged: keeper.renewKeys,
    runStarted: fetches.started,
    runEnded: fetches.ended,
    close: async () => {
      isClosed = true;
      fetches.close();
      await within(Promise.all(keeping), closeMs);
      await keeper.close();
    },
  };
}

const unavailable = (error: RequestError, retryAt: number | null): UnavailableRows => ({
  status: 'unavailable',
  error: reportError(error),
  retryAt,
});

/** Resolves with the work, or after so many ms. */
async function within(work: Promise<unknown>, ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
