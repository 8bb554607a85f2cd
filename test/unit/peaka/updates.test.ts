import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPeakaUpdates } from '../../../app/peaka/updates.ts';
import type { CodeOf } from '../../../app/shared/error-codes.ts';
import { HttpError, RequestError, SettingsError, VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { handedLink } from './peaka-links.ts';

const start = Date.UTC(2026, 0, 1);
beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

const peaka = (code: CodeOf<'peaka'>, details = {}) => new RequestError(code, verbatim('x'), { details });
const down = () => peaka('peaka.server_error', { status: 503 });

function build(...ofLinks: Partial<PeakaLink>[]) {
  const held = new Map(ofLinks.map((changes) => [changes.id ?? 'link-1', handedLink(changes)]));
  /** For which link each PUT was, and when it started, in whole seconds. */
  const puts: string[] = [];
  let respond: (link: PeakaLink) => Promise<void> = async () => undefined;
  let atOnce = 0;
  let most = 0;
  const asleep = new Set<string>();
  const disk = { isFull: false };
  const make = () =>
    createPeakaUpdates({
      links: {
        list: () => [...held.values()],
        find: (id) => held.get(id),
        change: (id, change) => {
          const link = held.get(id);
          if (link === undefined) throw new Error('changed a link that is gone');
          if (disk.isFull) throw new SettingsError('settings.unwritable', verbatim('full'));
          held.set(id, { ...link, ...change });
          return { ...link, ...change };
        },
      },
      put: async (link) => {
        puts.push(`${link.id} ${Math.floor((Date.now() - start) / 1000)}`);
        atOnce += 1;
        most = Math.max(most, atOnce);
        try {
          await respond(link);
        } finally {
          atOnce -= 1;
        }
      },
      isAsleep: ({ id }) => asleep.has(id),
      storedError: ({ serviceMessage: _, ...error }) => error,
      now: Date.now,
      random: () => 0,
    });
  return {
    make,
    updates: make(),
    held,
    puts,
    disk,
    asleep,
    most: () => most,
    pending: (id = 'link-1') => held.get(id)?.pending,
    respond: (next: (link: PeakaLink) => Promise<void>) => {
      respond = next;
    },
  };
}

it('sends an update at once, and notes when Peaka received it', async () => {
  const { updates, held, puts } = build({});
  updates.start();
  await seconds(10);
  updates.queue('link-1');
  expect(held.get('link-1')?.pending).toEqual({ since: start + 10_000, attempts: 0, retryAt: start + 10_000 });
  await seconds(0);
  expect(puts).toEqual(['link-1 10']);
  expect(held.get('link-1')).toMatchObject({ pending: null, updatedAt: start + 10_000 });
  expect(vi.getTimerCount()).toBe(0);
});

it('tries again with growing waits while Peaka is down, and says when [31]', async () => {
  const { updates, puts, pending, respond } = build({});
  respond(() => Promise.reject(down()));
  updates.start();
  updates.queue('link-1');
  await seconds(40);
  expect(puts).toEqual(['link-1 0', 'link-1 5', 'link-1 15', 'link-1 35']);
  expect(pending()).toMatchObject({ since: start, attempts: 4, retryAt: start + 75_000 });
  expect(pending()?.error?.code).toBe('peaka.server_error');
  // A newer token does not shorten the wait.
  updates.queue('link-1');
  await seconds(30);
  expect(puts).toHaveLength(4);
  respond(async () => undefined);
  await seconds(10);
  expect(puts).toHaveLength(5);
  expect(pending()).toBeNull();
});

it('keeps an update over a restart, also one that needed the user', async () => {
  const { make, puts, pending, respond, updates } = build({ id: 'link-1' }, { id: 'link-2' });
  respond(({ id }) => Promise.reject(id === 'link-1' ? down() : peaka('peaka.key_refused')));
  updates.start();
  updates.queue('link-1');
  updates.queue('link-2');
  await seconds(1);
  updates.close();
  await seconds(100);
  expect(puts).toEqual(['link-1 0', 'link-2 0']);
  expect(pending('link-2')).toMatchObject({ retryAt: null });
  respond(async () => undefined);
  const next = make();
  await seconds(0);
  expect(puts).toHaveLength(2);
  next.start();
  await seconds(0);
  expect(puts.slice(2)).toEqual(['link-1 101', 'link-2 101']);
  expect([pending('link-1'), pending('link-2')]).toEqual([null, null]);
});

it('stores what comes before the start, and sends it then', async () => {
  const { updates, puts, pending } = build({});
  updates.queue('link-1');
  await seconds(100);
  expect(puts).toEqual([]);
  expect(pending()).not.toBeNull();
  updates.start();
  await seconds(0);
  expect(puts).toEqual(['link-1 100']);
});

describe('an update that needs the user', () => {
  it.each(['peaka.key_refused', 'peaka.forbidden', 'peaka.not_found', 'peaka.invalid_request'] as const)(
    'is not repeated after %s, also not for a newer token',
    async (code) => {
      const { updates, puts, pending, respond } = build({});
      respond(() => Promise.reject(peaka(code)));
      updates.start();
      updates.queue('link-1');
      await seconds(4000);
      updates.queue('link-1');
      updates.woke();
      updates.changedAll();
      await seconds(4000);
      expect(puts).toEqual(['link-1 0']);
      expect(pending()).toMatchObject({ retryAt: null, error: { code } });
    },
  );

  it('is sent again after the user saved the account, or asks for it', async () => {
    const { updates, puts, pending, respond } = build({});
    respond(() => Promise.reject(peaka('peaka.key_refused')));
    updates.start();
    updates.queue('link-1');
    await seconds(0);
    updates.accountChanged('another');
    await seconds(0);
    expect(puts).toHaveLength(1);
    updates.accountChanged('account-1');
    await seconds(0);
    expect(puts).toHaveLength(2);
    await expect(updates.send('link-1')).rejects.toMatchObject({ code: 'peaka.key_refused' });
    respond(async () => undefined);
    await updates.send('link-1');
    expect(puts).toHaveLength(4);
    expect(pending()).toBeNull();
  });
});

it('is not repeated where Peaka renews and may have used up its refresh token by then [29]', async () => {
  const { make, updates, puts, pending, respond } = build({ renewal: 'second_login' });
  respond(() => Promise.reject(new HttpError('http.timeout', verbatim('x'))));
  updates.start();
  updates.queue('link-1');
  await seconds(100);
  expect(pending()).toMatchObject({ attempts: 1, retryAt: null, error: { code: 'peaka.result_unknown' } });
  updates.woke();
  updates.accountChanged('account-1');
  updates.close();
  make().start();
  await seconds(100);
  expect(puts).toEqual(['link-1 0']);
});

it('is repeated where Peaka renews, as long as Peaka cannot have received it', async () => {
  const { updates, puts, respond } = build({ renewal: 'second_login' });
  respond(() => Promise.reject(new HttpError('http.refused', verbatim('x'))));
  updates.start();
  updates.queue('link-1');
  await seconds(6);
  expect(puts).toEqual(['link-1 0', 'link-1 5']);
});

it('waits for the vault, and goes on when it is unlocked', async () => {
  const { updates, puts, pending, respond } = build({});
  respond(() => Promise.reject(new VaultError('vault.locked', verbatim('x'))));
  updates.start();
  updates.queue('link-1');
  await seconds(100);
  expect(pending()).toMatchObject({ retryAt: null, error: { code: 'vault.locked' } });
  respond(async () => undefined);
  updates.changedAll();
  await seconds(0);
  expect(puts).toEqual(['link-1 0', 'link-1 100']);
  expect(pending()).toBeNull();
});

it('tries again at once after the computer woke, but not before the time that Peaka asked for', async () => {
  const { updates, puts, respond } = build({ id: 'link-1' }, { id: 'link-2' });
  respond(({ id }) =>
    Promise.reject(id === 'link-1' ? down() : peaka('peaka.rate_limited', { retryAfterSeconds: 90 })),
  );
  updates.start();
  updates.queue('link-1');
  updates.queue('link-2');
  await seconds(6);
  updates.woke();
  await seconds(0);
  expect(puts).toEqual(['link-1 0', 'link-2 0', 'link-1 5', 'link-1 6']);
  await seconds(84);
  expect(puts.at(-1)).toBe('link-2 90');
});

describe('on a full disk', () => {
  it('an update is sent nevertheless, once, and nothing that led to it fails', async () => {
    const { updates, puts, disk } = build({});
    updates.start();
    disk.isFull = true;
    updates.queue('link-1');
    await seconds(1000);
    expect(puts).toEqual(['link-1 0']);
    await updates.send('link-1');
    expect(puts).toHaveLength(2);
  });

  it('an update is not repeated because its result cannot be stored, and a failed one keeps its waits', async () => {
    const { updates, puts, pending, disk, respond } = build({});
    respond(async () => {
      disk.isFull = true;
    });
    updates.start();
    updates.queue('link-1');
    await seconds(100);
    expect(puts).toEqual(['link-1 0']);
    respond(() => Promise.reject(down()));
    updates.queue('link-1');
    await seconds(16);
    expect(puts).toEqual(['link-1 0', 'link-1 100', 'link-1 105', 'link-1 115']);
    disk.isFull = false;
    respond(async () => undefined);
    await seconds(100);
    expect(puts).toHaveLength(5);
    expect(pending()).toBeNull();
  });
});

describe('a link', () => {
  it('has one update at a time, and one more if a newer token came meanwhile', async () => {
    const { updates, puts, pending, respond, most } = build({});
    respond(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    updates.start();
    updates.queue('link-1');
    await seconds(1);
    updates.queue('link-1');
    updates.queue('link-1');
    const sent = updates.send('link-1');
    await seconds(5);
    await sent;
    expect(puts).toEqual(['link-1 0', 'link-1 2']);
    expect(pending()).toBeNull();
    expect(most()).toBe(1);
  });

  it('has no update during other work on it', async () => {
    const { updates, puts } = build({});
    updates.start();
    const work = updates.alone('link-1', () => new Promise((resolve) => setTimeout(resolve, 3000)));
    updates.queue('link-1');
    await seconds(2);
    expect(puts).toEqual([]);
    await seconds(2);
    await work;
    expect(puts).toEqual(['link-1 3']);
  });

  it('that was removed ends its update, however that ends', async () => {
    const { updates, held, puts, respond } = build({ id: 'link-1' }, { id: 'link-2' });
    respond(({ id }) => {
      held.delete(id);
      return id === 'link-1' ? Promise.resolve() : Promise.reject(down());
    });
    updates.start();
    updates.queue('link-1');
    updates.queue('link-2');
    await seconds(100);
    expect(puts).toHaveLength(2);
    expect(held.size).toBe(0);
    await updates.send('link-1');
    expect(puts).toHaveLength(2);
  });

  it('has nothing to send once its connection here is gone', async () => {
    const { updates, puts, pending, respond } = build({});
    respond(() => Promise.reject(new RequestError('connection.not_found', verbatim('x'))));
    updates.start();
    updates.queue('link-1');
    await seconds(100);
    expect(puts).toHaveLength(1);
    expect(pending()).toBeNull();
  });

  it('that sleeps is not sent, and no timer waits for it', async () => {
    const { updates, puts, asleep } = build({});
    asleep.add('link-1');
    updates.start();
    updates.queue('link-1');
    await seconds(100);
    expect(puts).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    asleep.clear();
    updates.changedAll();
    await seconds(0);
    expect(puts).toEqual(['link-1 100']);
  });
});
