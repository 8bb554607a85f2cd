import type { HttpClient } from '../../http/client.ts';
import { createResourceRecords } from '../../resources/resource-records.ts';
import { createItems } from '../../settings/items.ts';
import type { Settings } from '../../settings/settings.ts';
import type { PushState, PushView } from '../../shared/contract/push.ts';
import { type ErrorReport, RequestError, reportError } from '../../shared/errors.ts';
import { message } from '../../shared/messages/message.ts';
import { missingPushFields, type Push, pushFacts } from '../../shared/push/push.ts';
import { createOwnedItems } from '../../vault/owned-items.ts';
import { saveTypedSecrets, type TypedSecrets } from '../../vault/owned-secrets.ts';
import type { Vault } from '../../vault/vault.ts';
import type { FeedRows } from '../feed-rows.ts';
import type { FeedStore } from '../store.ts';
import { fitRows } from './fit-rows.ts';
import { waitAfterPushFailure } from './push-failures.ts';
import { sendRows } from './send-rows.ts';
import type { LastSent } from './sent-file.ts';

export interface PushesDeps {
  settings: Settings<readonly Push[]>;
  sent: Settings<Readonly<Record<string, LastSent>>>;
  vault: Vault;
  http: HttpClient;
  feeds: Pick<FeedStore, 'find' | 'list'>;
  rows: Pick<FeedRows, 'read' | 'query'>;
  /** Targets or their states changed. */
  onChange(): void;
  /** Epoch ms. */
  now(): number;
}

/** The targets that get rows from Tokenboard, because they cannot fetch them. */
export interface Pushes {
  /** Drops the targets of feeds that are gone, and sends what has changed since the app ended. */
  start(): void;
  list(): PushView[];
  /** Throws RequestError `input.invalid`, VaultError, SettingsError. */
  save(push: Push, secrets: TypedSecrets): PushView;
  remove(id: string): void;
  /** Throws RequestError `push.not_found`. */
  restore(id: string): PushView;
  /** Sends now, even if nothing changed, and resolves with the state. Throws RequestError `push.not_found`. */
  send(id: string): Promise<PushView>;
  /** A run of this resource has ended: its feeds may have other rows. */
  resourceRan(resourceId: string): void;
  /** Its targets go with a feed, and come back with it. */
  feedRemoved(feedId: string): void;
  feedRestored(feedId: string): void;
  /** The vault may be readable now. */
  keysChanged(): void;
  close(): Promise<void>;
}

interface Entry {
  state: PushState;
  timer: NodeJS.Timeout | undefined;
  running: { promise: Promise<void>; controller: AbortController } | undefined;
  /** A run has ended since the rows were read. */
  isBehind: boolean;
  /** Epoch ms, of the last send's end. */
  lastAt: number;
  failures: number;
}

const newEntry = (last: LastSent | undefined): Entry => ({
  state: {
    isSending: false,
    sentAt: last?.sentAt ?? null,
    sentRows: last?.sentRows ?? null,
    leftOut: last?.leftOut ?? 0,
    error: null,
    nextAt: null,
  },
  timer: undefined,
  running: undefined,
  isBehind: false,
  lastAt: last?.sentAt ?? 0,
  failures: 0,
});

/** In ms. Sends that a change caused follow it this closely: several feeds may change together. */
const soonMs = 200;
/** The longest delay of a Node timer. */
const longestTimerMs = 2 ** 31 - 1;
/** How long a running send may delay the end of the app, in ms. */
const closingMs = 2_000;

export function createPushes(deps: PushesDeps): Pushes {
  const { settings, vault, http, feeds, rows, onChange, now } = deps;
  const items = createItems(settings);
  const sent = createResourceRecords(deps.sent, (id) => items.get(id) !== undefined);
  const owned = createOwnedItems(items, vault, notFound);
  const entries = new Map<string, Entry>();
  let isStarted = false;

  const entryOf = (id: string): Entry => {
    const entry = entries.get(id) ?? newEntry(sent.of(id));
    entries.set(id, entry);
    return entry;
  };
  const secretsOf = ({ id, kind }: Push): string[] =>
    pushFacts[kind].fields.filter(({ type, name }) => type === 'secret' && vault.has(id, name)).map(({ name }) => name);
  const viewOf = (push: Push): PushView => ({ push, secretNames: secretsOf(push), state: entryOf(push.id).state });
  const change = (id: string, state: Partial<PushState>): void => {
    const entry = entryOf(id);
    entry.state = { ...entry.state, ...state };
    onChange();
  };

  /** In ms from now. `undefined`: not by itself. */
  const arm = (push: Push, inMs: number | undefined): void => {
    const entry = entryOf(push.id);
    clearTimeout(entry.timer);
    entry.timer = undefined;
    const isActive = isStarted && push.isOn && feeds.find(push.feedId) !== undefined;
    if (!isActive || inMs === undefined) {
      change(push.id, { nextAt: null });
      return;
    }
    const leastMs = entry.lastAt + pushFacts[push.kind].leastSeconds * 1000 - now();
    const delay = Math.min(Math.max(inMs, leastMs), longestTimerMs);
    entry.timer = setTimeout(() => void run(push.id, 'due'), delay).unref();
    change(push.id, { nextAt: Math.round(now() + delay) });
  };
  const intervalMs = ({ seconds, feedId }: Push): number => (seconds ?? feeds.find(feedId)?.freshSeconds ?? 60) * 1000;

  /** `due`: what has not changed is not sent again, if the target wants changes only. */
  const run = (id: string, why: 'due' | 'user'): Promise<void> => {
    const entry = entryOf(id);
    entry.running ??= begin(id, why);
    return entry.running.promise;
  };
  const begin = (id: string, why: 'due' | 'user'): NonNullable<Entry['running']> => {
    const controller = new AbortController();
    const entry = entryOf(id);
    change(id, { isSending: true });
    const promise = send(owned.get(id), why, controller.signal)
      .then(
        (sent) => {
          entry.failures = 0;
          change(id, { isSending: false, error: null, ...sent });
          return undefined;
        },
        (error: unknown) => {
          entry.failures += 1;
          const report = reportError(error);
          change(id, { isSending: false, error: report });
          return report;
        },
      )
      .then((failure) => {
        entry.running = undefined;
        entry.lastAt = now();
        const push = items.get(id);
        if (push !== undefined) arm(push, nextWait(push, failure));
        entry.isBehind = false;
      });
    return { promise, controller };
  };
  const nextWait = (push: Push, failure: ErrorReport | undefined): number | undefined => {
    const { failures, isBehind } = entryOf(push.id);
    if (failure !== undefined) return waitAfterPushFailure(failure, failures);
    return isBehind && push.seconds === null ? soonMs : intervalMs(push);
  };

  async function send(push: Push, why: 'due' | 'user', signal: AbortSignal): Promise<Partial<PushState>> {
    const missing = missingPushFields(push, secretsOf(push));
    if (missing.length > 0) throw new RequestError('push.incomplete', message('push.failed.incomplete'));
    const feed = feeds.find(push.feedId);
    if (feed === undefined) throw new RequestError('feed.not_found', message('feeds.notFound'));
    const [answer, facts] = [await rows.read(feed, 'ndjson'), await rows.query(feed, { count: 0 })];
    entryOf(push.id).isBehind = false;
    if (answer.status === 'unavailable') throw unavailable(answer.error);
    if (facts.status === 'unavailable') throw unavailable(facts.error);
    const { body } = answer;
    const { etag } = body;
    if (why === 'due' && push.seconds === null && sent.of(push.id)?.etag === etag) return {};
    const { lines, leftOut } = fitRows(body.bytes.toString('utf8').split('\n').filter(Boolean), pushFacts[push.kind]);
    const secrets = new Map(secretsOf(push).map((name) => [name, vault.read(push.id, name) ?? '']));
    http.exchanges?.learn(secrets.values());
    await sendRows[push.kind](
      { lines, columns: facts.columns, dataAt: body.dataAt },
      { http, signal, value: (name) => secrets.get(name) ?? push.values[name] ?? '' },
    );
    const last = { sentAt: now(), sentRows: lines.length, leftOut };
    const isNews = sent.of(push.id)?.etag !== etag;
    sent.set(push.id, { etag, ...last });
    // A target that is sent the same each second must not write each second.
    if (isNews) sent.write();
    return last;
  }

  const stop = (id: string): void => {
    const entry = entries.get(id);
    clearTimeout(entry?.timer);
    entry?.running?.controller.abort();
  };

  /** Targets that went with their feed, by ID. */
  const withFeed = new Map<string, string>();
  const remove = (id: string): void => {
    stop(id);
    owned.remove(id);
    entries.delete(id);
    onChange();
  };

  return {
    start: () => {
      isStarted = true;
      // If all feeds are gone, their file was lost, and the user may bring it back.
      const orphans = feeds.list().length === 0 ? [] : items.list().filter(({ feedId }) => !feeds.find(feedId));
      for (const { id } of orphans) owned.remove(id);
      for (const push of items.list()) {
        const dueMs = push.seconds === null ? 0 : entryOf(push.id).lastAt + push.seconds * 1000 - now();
        arm(push, Math.max(soonMs, dueMs));
      }
    },
    list: () => items.list().map(viewOf),
    save: (push, secrets) => {
      const possible = pushFacts[push.kind].fields.filter(({ type }) => type === 'secret').map(({ name }) => name);
      if (Object.keys(secrets).some((name) => !possible.includes(name)))
        throw new RequestError('input.invalid', message('resource.noSuchSecret'));
      const former = items.get(push.id);
      saveTypedSecrets(vault, push.id, secrets);
      const known = pushFacts[push.kind].fields.filter(({ type }) => type !== 'secret').map(({ name }) => name);
      const values = Object.fromEntries(Object.entries(push.values).filter(([name]) => known.includes(name)));
      items.put({ ...push, values });
      const entry = entryOf(push.id);
      // A new name or interval is no reason to send the same rows again; another place is.
      const place = ({ kind, feedId, values: at }: Push) => JSON.stringify([kind, feedId, at]);
      const isElsewhere = former === undefined || place(former) !== place({ ...push, values });
      if (isElsewhere || Object.keys(secrets).length > 0 || entry.state.error !== null) sent.forget(push.id);
      entry.failures = 0;
      change(push.id, { error: null });
      arm(push, soonMs);
      return viewOf(owned.get(push.id));
    },
    remove,
    restore: (id) => {
      const push = owned.restore(id);
      arm(push, soonMs);
      return viewOf(push);
    },
    send: async (id) => {
      owned.get(id);
      await run(id, 'user');
      return viewOf(owned.get(id));
    },
    resourceRan: (resourceId) => {
      for (const push of items.list()) {
        if (feeds.find(push.feedId)?.resourceId !== resourceId || push.seconds !== null) continue;
        const { state, running } = entryOf(push.id);
        if (running !== undefined) entryOf(push.id).isBehind = true;
        else if (state.error === null && state.nextAt !== null) arm(push, soonMs);
      }
    },
    feedRemoved: (feedId) => {
      for (const { id } of items.list().filter((push) => push.feedId === feedId)) {
        remove(id);
        withFeed.set(id, feedId);
      }
    },
    feedRestored: (feedId) => {
      for (const [id, of] of withFeed)
        if (of === feedId) {
          withFeed.delete(id);
          arm(owned.restore(id), soonMs);
        }
    },
    keysChanged: () => {
      for (const push of items.list())
        if (entryOf(push.id).state.error?.code.startsWith('vault.') === true) arm(push, soonMs);
    },
    close: async () => {
      isStarted = false;
      const running = [...entries.values()].flatMap((each) => each.running?.promise ?? []);
      for (const id of entries.keys()) clearTimeout(entries.get(id)?.timer);
      // A send that is cut in the middle leaves some targets half filled.
      const limit = setTimeout(() => {
        for (const id of entries.keys()) stop(id);
      }, closingMs);
      await Promise.allSettled(running);
      clearTimeout(limit);
      sent.close();
    },
  };
}

/** The error of the rows, to be told as it is. */
const unavailable = (report: ErrorReport): RequestError =>
  new RequestError('push.no_rows', message('push.failed.noRows', { reason: report.message }), {
    ...(report.serviceMessage === undefined ? {} : { serviceMessage: report.serviceMessage }),
  });

const notFound = () => new RequestError('push.not_found', message('push.notFound'));
