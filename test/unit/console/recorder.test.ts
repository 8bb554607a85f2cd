import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, type WaitingLimits } from '../../../app/console/recorder.ts';
import { createExchangeStore } from '../../../app/console/store.ts';
import { maskerOf, rawExchange } from './some-exchange.ts';

const { masker, known } = maskerOf('a-known-secret');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the recorder', () => {
  const create = (limits?: WaitingLimits) => {
    const store = createExchangeStore();
    let changes = 0;
    const onChange = () => {
      changes += 1;
    };
    return {
      store,
      recorder: createRecorder({ store, known, masker, onChange, ...(limits && { limits }) }),
      changes: () => changes,
    };
  };

  it('puts exchanges into the store masked, in order, and tells a burst as one change', async () => {
    // A busy machine must not split the burst: its slices of time do not pass.
    vi.spyOn(performance, 'now').mockReturnValue(1000);
    const { store, recorder, changes } = create();
    for (let count = 0; count < 10; count += 1)
      recorder.record(rawExchange({ at: count, responseBody: Buffer.from('it was a-known-secret') }));
    expect(store.newest()).toBe(0);
    await recorder.settle();
    expect(store.all().map(({ at, responseBody }) => [at, responseBody])).toEqual(
      Array.from({ length: 10 }, (_, at) => [at, 'it was ••••']),
    );
    expect(changes()).toBe(1);
  });

  it('leaves out what cannot be masked, and goes on with the next', async () => {
    const { store, recorder } = create();
    const unreadable = Object.defineProperty(rawExchange({}), 'method', {
      get: () => {
        throw new Error('no method');
      },
    });
    recorder.record(unreadable);
    recorder.record(rawExchange({ at: 2 }));
    await recorder.settle();
    expect(store.all().map(({ at }) => at)).toEqual([2]);
    expect(store.list(0, 9).dropped).toBe(1);
  });

  it('masks by itself soon after', async () => {
    const { store, recorder } = create();
    for (let count = 0; count < 100; count += 1) recorder.record(rawExchange({}));
    expect(store.newest()).toBe(0);
    await expect.poll(() => store.newest(), { timeout: 20_000 }).toBe(100);
  });

  it('leaves out the oldest of more than the store keeps, without masking them, and says so', async () => {
    const { store, recorder } = create({ exchanges: 10, bytes: 1_000 });
    for (let count = 0; count < 13; count += 1)
      recorder.record(rawExchange({ at: count, responseBody: Buffer.from('x') }));
    await recorder.settle();
    expect(store.all().map(({ at }) => at)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(store.list(0, 1)).toMatchObject({ newest: 10, dropped: 3 });
  });

  it('leaves out the oldest where their bodies are too large together, but never the newest', async () => {
    const { store, recorder } = create({ exchanges: 10, bytes: 100 });
    for (let at = 0; at < 4; at += 1) recorder.record(rawExchange({ at, responseBody: Buffer.alloc(40, 'x') }));
    await recorder.settle();
    expect(store.all().map(({ at }) => at)).toEqual([2, 3]);
    recorder.record(rawExchange({ at: 4, responseBody: Buffer.alloc(200, 'x') }));
    await recorder.settle();
    expect(store.exchange(store.newest()).at).toBe(4);
    expect(store.list(0, 1).dropped).toBe(2);
  });

  it('settles a flood in slices, between which others have their turn, and within the time it is given', async () => {
    const { store, recorder } = create();
    const body = Buffer.from(
      JSON.stringify(Array.from({ length: 300 }, (_, line) => ({ line, text: `line ${line}` }))),
    );
    for (let at = 0; at < 400; at += 1)
      recorder.record(rawExchange({ at, url: `https://a.example/${at}`, responseBody: body }));
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (store.newest() < 400) setImmediate(turn);
    };
    setImmediate(turn);
    await recorder.settle(0);
    expect(store.newest()).toBe(0);
    await recorder.settle(1);
    expect(store.newest()).toBeLessThan(400);
    await recorder.settle();
    expect(store.newest()).toBe(400);
    expect(turns).toBeGreaterThan(2);
  });

  it('forgets what waits when it is cleared', async () => {
    const { store, recorder } = create();
    recorder.record(rawExchange({}));
    recorder.clear();
    await recorder.settle();
    expect(store.newest()).toBe(0);
  });

  it('keeps the order in which requests began: a refresh ends before the body of the 401 that asked for it', async () => {
    const { store, recorder } = create();
    const first = recorder.begin();
    const second = recorder.begin();
    recorder.record(rawExchange({ kind: 'refresh' }), second);
    await recorder.settle();
    expect(store.newest()).toBe(0);
    recorder.record(rawExchange({ status: 401 }), first);
    await recorder.settle();
    expect(store.all().map(({ kind }) => kind)).toEqual(['get', 'refresh']);
  });

  it('does not let a long download hold back what came after it', async () => {
    const { store, recorder } = create();
    recorder.begin();
    recorder.record(rawExchange({ kind: 'refresh' }), recorder.begin());
    await expect.poll(() => store.newest(), { timeout: 20_000 }).toBe(1);
  });

  it('learns what was typed just now before it masks [37]', async () => {
    const { store, recorder } = create();
    recorder.record(rawExchange({ responseBody: Buffer.from('wrong: typed-password-1') }));
    recorder.learn(['typed-password-1', undefined]);
    await recorder.settle();
    expect(store.exchange(1).responseBody).toBe('wrong: ••••');
  });

  it.each([
    ['gzip', gzipSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['deflate', deflateSync('hello')],
  ])('unpacks the start of a body that came as %s, also a broken one', async (encoding, packed) => {
    const { store, recorder } = create();
    const responseHeaders = { 'content-encoding': encoding };
    recorder.record(rawExchange({ responseHeaders, responseBody: packed }));
    recorder.record(rawExchange({ responseHeaders, responseBody: packed.subarray(0, -2), bodyTruncated: true }));
    recorder.record(rawExchange({ responseHeaders, responseBody: Buffer.from('not packed') }));
    await recorder.settle();
    expect(store.exchange(1).responseBody).toBe('hello');
    expect('hello'.startsWith(store.exchange(2).responseBody ?? '')).toBe(true);
    expect(store.exchange(3)).not.toHaveProperty('responseBody');
  });

  it('shows nothing of a body that is no text [37]', async () => {
    const { store, recorder } = create();
    recorder.record(rawExchange({ responseBody: Buffer.from('a-known-secret', 'utf16le') }));
    await recorder.settle();
    expect(store.exchange(1)).not.toHaveProperty('responseBody');
  });
});
