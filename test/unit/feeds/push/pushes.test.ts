import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FeedAnswer, QueryAnswer } from '../../../../app/feeds/feed-rows.ts';
import { createPushes, type Pushes } from '../../../../app/feeds/push/pushes.ts';
import { sendRows } from '../../../../app/feeds/push/send-rows.ts';
import type { LastSent } from '../../../../app/feeds/push/sent-file.ts';
import type { HttpClient } from '../../../../app/http/client.ts';
import { type AppError, RequestError, VaultError } from '../../../../app/shared/errors.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { newPush, type Push } from '../../../../app/shared/push/push.ts';
import type { Vault } from '../../../../app/vault/vault.ts';

const feed = { ...newFeed('feed-1', 'resource-1', 'Sales'), freshSeconds: 60 };
const learned: string[] = [];
const sent: { lines: readonly string[]; token: string }[] = [];
let stored: readonly Push[] = [];
let lastSent: Readonly<Record<string, LastSent>> = {};
let writes = 0;
let vault: Vault;
let lines: string[] = [];
let etag = 1;
let failure: AppError | undefined;
let pushes: Pushes;
let changes = 0;

function memoryVault(): Vault {
  const kept = new Map<string, string>();
  const key = (owner: string, name: string) => `${owner}/${name}`;
  const partial: Partial<Vault> = {
    has: (owner, name) => kept.has(key(owner, name)),
    read: (owner, name) => kept.get(key(owner, name)),
    write: (owner, name, value) => void kept.set(key(owner, name), value),
    remove: (owner, name) => {
      const value = kept.get(key(owner, name));
      kept.delete(key(owner, name));
      return () => void (value !== undefined && kept.set(key(owner, name), value));
    },
    removeOwner: (owner) => {
      const own = [...kept].filter(([name]) => name.startsWith(`${owner}/`));
      for (const [name] of own) kept.delete(name);
      return () => {
        for (const [name, value] of own) kept.set(name, value);
      };
    },
  };
  return partial as Vault;
}

const answer = (): FeedAnswer => ({
  status: 'rows',
  body: {
    bytes: Buffer.from(`${lines.join('\n')}\n`),
    contentType: 'application/x-ndjson',
    etag: `"${etag}"`,
    dataAt: Date.now(),
    rowCount: lines.length,
  },
  isStale: false,
  error: null,
});

/** As after a start: with what the files and the vault have. */
function startApp(): Pushes {
  const exchanges = {
    learn: (secrets: Iterable<string | undefined>) => void learned.push(...[...secrets].map(String)),
  };
  return createPushes({
    settings: {
      read: () => stored,
      save: (next) => {
        stored = next;
      },
    },
    sent: {
      read: () => lastSent,
      save: (next) => {
        writes += 1;
        lastSent = next;
      },
    },
    vault,
    http: { exchanges } as unknown as HttpClient,
    feeds: { find: (id) => (id === feed.id ? feed : undefined), list: () => [feed] },
    rows: {
      read: async () => answer(),
      query: async () => ({ status: 'rows', columns: [{ name: 'a', type: 'number' }] }) as unknown as QueryAnswer,
    },
    onChange: () => {
      changes += 1;
    },
    now: Date.now,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  lines = ['{"a":1}', '{"a":2}'];
  stored = [];
  lastSent = {};
  writes = 0;
  etag = 1;
  failure = undefined;
  changes = 0;
  sent.length = 0;
  learned.length = 0;
  vi.spyOn(sendRows, 'webhook').mockImplementation(async (rows, { value }) => {
    sent.push({ lines: rows.lines, token: value('token') });
    if (failure !== undefined) throw failure;
  });
  vault = memoryVault();
  pushes = startApp();
});
afterEach(async () => {
  await pushes.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const hook = (change: Partial<Push> = {}): Push => ({
  ...newPush('push-1', feed.id, 'webhook', 'Board'),
  values: { url: 'https://board.example/' },
  ...change,
});
const stateNow = () => pushes.list()[0]?.state;

it('sends soon after it was saved, then when the rows have changed', async () => {
  pushes.start();
  pushes.save(hook(), { token: 'secret' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([{ lines, token: 'secret' }]);
  expect(learned).toEqual(['secret']);
  expect(stateNow()).toMatchObject({ sentRows: 2, error: null, isSending: false });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  etag = 2;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
  etag = 3;
  pushes.resourceRan('resource-1');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(3);
  expect(changes).toBeGreaterThan(3);
});

it('sends by its interval also what has not changed', async () => {
  pushes.start();
  pushes.save(hook({ seconds: 30 }), {});
  await vi.advanceTimersByTimeAsync(95_000);
  expect(sent).toHaveLength(4);
});

it('keeps the time between two sends that the target allows', async () => {
  vi.spyOn(sendRows, 'trmnl').mockImplementation(async (rows) => void sent.push({ lines: rows.lines, token: '' }));
  pushes.start();
  pushes.save(
    { ...newPush('push-1', feed.id, 'trmnl', 'Frame'), seconds: 10 },
    { webhookUrl: 'https://trmnl.example/x' },
  );
  await vi.advanceTimersByTimeAsync(299_000);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent).toHaveLength(2);
});

it('tries again after a failure, and waits for the user where only the user can help', async () => {
  failure = new RequestError('push.server_error', verbatim('No.'));
  pushes.start();
  pushes.save(hook({ seconds: 1 }), {});
  await vi.advanceTimersByTimeAsync(500);
  expect(stateNow()).toMatchObject({ error: { code: 'push.server_error' }, sentAt: null });
  await vi.advanceTimersByTimeAsync(10_500);
  expect(sent).toHaveLength(2);
  failure = new RequestError('push.unauthorized', verbatim('No.'));
  await vi.advanceTimersByTimeAsync(20_500);
  expect(stateNow()).toMatchObject({ error: { code: 'push.unauthorized' }, nextAt: null });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(sent).toHaveLength(3);
  failure = undefined;
  pushes.save(hook({ seconds: 1 }), { token: 'new' });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(stateNow()).toMatchObject({ error: null, sentRows: 2 });
});

it('sends nothing while it is off, incomplete or without its feed, but on the user’s word', async () => {
  pushes.start();
  pushes.save(hook({ isOn: false }), {});
  pushes.save(hook({ id: 'push-2', values: {} }), {});
  pushes.save(hook({ id: 'push-3', feedId: 'gone' }), {});
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(0);
  expect(pushes.list().map(({ state }) => state.error?.code)).toEqual([undefined, 'push.incomplete', undefined]);
  await pushes.send('push-1');
  await pushes.send('push-1');
  expect(sent).toHaveLength(2);
  await expect(pushes.send('none')).rejects.toMatchObject({ code: 'push.not_found' });
});

it('stores no field that its kind does not have, and brings a deleted target back with its secrets', () => {
  const saved = pushes.save(hook({ values: { url: 'https://x/', token: 'open', odd: '1' } }), { token: 't' });
  expect(saved.push.values).toEqual({ url: 'https://x/' });
  expect(saved.secretNames).toEqual(['token']);
  expect(() => pushes.save(hook(), { url: 'x' })).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  pushes.remove('push-1');
  expect(pushes.list()).toEqual([]);
  expect(pushes.restore('push-1').secretNames).toEqual(['token']);
});

it('tells the window what was left out', async () => {
  vi.spyOn(sendRows, 'geckoboard').mockImplementation(async (rows) => void sent.push({ lines: rows.lines, token: '' }));
  lines = Array.from({ length: 700 }, (_, index) => `{"a":${index}}`);
  const push: Push = {
    ...newPush('push-1', feed.id, 'geckoboard', 'Wall'),
    values: { url: 'https://g/', dataset: 'd' },
  };
  pushes.save(push, { apiKey: 'k' });
  const { state } = await pushes.send('push-1');
  expect(state).toMatchObject({ sentRows: 500, leftOut: 200 });
});

it('does not send again after a restart what the target has, and keeps its interval', async () => {
  pushes.start();
  pushes.save(hook(), {});
  pushes.save(hook({ id: 'push-2', seconds: 3_600 }), {});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(2);
  await pushes.close();
  await vi.advanceTimersByTimeAsync(60_000);
  pushes = startApp();
  expect(pushes.list().map(({ state }) => state.sentRows)).toEqual([2, 2]);
  pushes.start();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(3_000_000);
  expect(sent).toHaveLength(3);
  await pushes.close();
  // What changed meanwhile is sent soon.
  etag = 2;
  pushes = startApp();
  pushes.start();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(4);
});

it('writes what was sent only when it is something else', async () => {
  pushes.start();
  pushes.save(hook({ seconds: 1 }), {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent.length).toBeGreaterThan(20);
  expect(writes).toBe(1);
  await pushes.close();
  expect(writes).toBe(2);
});

it('sends the same rows to another address, but not for another name', async () => {
  pushes.start();
  pushes.save(hook(), {});
  await vi.advanceTimersByTimeAsync(1_000);
  pushes.save(hook({ name: 'Lobby' }), {});
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(1);
  pushes.save(hook({ values: { url: 'https://other.example/' } }), {});
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(2);
});

it('looks again when rows changed during a send', async () => {
  const more = Promise.withResolvers<void>();
  pushes.start();
  pushes.save(hook(), {});
  await vi.advanceTimersByTimeAsync(1_000);
  etag = 2;
  pushes.resourceRan('resource-1');
  vi.spyOn(sendRows, 'webhook').mockImplementationOnce(async () => more.promise);
  await vi.advanceTimersByTimeAsync(1_500);
  etag = 3;
  pushes.resourceRan('resource-1');
  more.resolve();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(2);
  expect(lastSent['push-1']?.etag).toBe('"3"');
});

it('goes with its feed and comes back with it and its secret; targets of lost feeds are dropped at the start', async () => {
  pushes.start();
  pushes.save(hook(), { token: 't' });
  pushes.save(hook({ id: 'push-2', feedId: 'other' }), {});
  await vi.advanceTimersByTimeAsync(1_000);
  pushes.feedRemoved(feed.id);
  expect(pushes.list().map(({ push }) => push.id)).toEqual(['push-2']);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  pushes.feedRestored(feed.id);
  expect(pushes.list().map(({ secretNames }) => secretNames)).toEqual([['token'], []]);
  etag = 2;
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent).toHaveLength(2);
  await pushes.close();
  pushes = startApp();
  pushes.start();
  expect(pushes.list().map(({ push }) => push.id)).toEqual(['push-1']);
});

it('tries again when the vault is open', async () => {
  failure = new VaultError('vault.locked', verbatim('Locked.'));
  pushes.start();
  pushes.save(hook(), {});
  await vi.advanceTimersByTimeAsync(1_000);
  failure = undefined;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  pushes.keysChanged();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(stateNow()).toMatchObject({ error: null, sentRows: 2 });
});
