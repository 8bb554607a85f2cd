import { type ExchangeRecorder, keptBodyBytes, type RawExchange } from '../http/exchanges.ts';
import { createExchangeQueue, type WaitingExchange } from './exchange-queue.ts';
import type { KnownSecrets } from './mask/known-secrets.ts';
import { maskExchange } from './mask/mask-exchange.ts';
import type { Masker } from './mask/masker.ts';
import type { ExchangeStore } from './store.ts';
import { unpackStart } from './unpack.ts';

export interface ConsoleRecorder extends ExchangeRecorder {
  /**
   * Resolves when everything recorded before is in the store, except what waits for an older request, or after about
   * `withinMs`. Masks in slices, so that windows and requests continue.
   */
  settle(withinMs?: number): Promise<void>;
  /** Drops unmasked exchanges. */
  clear(): void;
  close(): void;
}

export interface RecorderDeps {
  store: ExchangeStore;
  known: KnownSecrets;
  masker: Masker;
  onChange(): void;
  limits?: WaitingLimits;
}

/**
 * The same limits as the store's. If more waits, the oldest is dropped unmasked, because the store would drop it first.
 */
export interface WaitingLimits {
  exchanges: number;
  /** For all bodies together, as received. */
  bytes: number;
}

const defaultLimits: WaitingLimits = { exchanges: 10_000, bytes: 32 * 2 ** 20 };

/** A thousand concurrent GETs must not wait for masking, so it runs between them, a little at a time. */
const restMs = 40;
const sliceMs = 1;
/** After a pause in sending there is time for more. */
const idleSliceMs = 8;
/** How long an exchange waits for an earlier one that still runs, such as a long download. */
const holdMs = 300;

export function createRecorder(deps: RecorderDeps): ConsoleRecorder {
  const { store, known, masker, onChange, limits = defaultLimits } = deps;
  const queue = createExchangeQueue();
  /** Start times of running requests, oldest first. */
  const onTheWay = new Map<number, number>();
  let requests = 0;
  let timer: NodeJS.Timeout | undefined;
  let lastRecorded = 0;

  const put = (exchange: WaitingExchange): void => {
    queue.put(exchange);
    let left = 0;
    for (; queue.size() > limits.exchanges || (queue.bytes() > limits.bytes && queue.size() > 1); left += 1)
      queue.take();
    if (left > 0) store.leaveOut(left);
  };

  /** Masks at least one exchange, if one is ready. Returns whether it did. */
  const maskFor = (ms: number): boolean => {
    const until = performance.now() + ms;
    const [oldest = Number.POSITIVE_INFINITY] = onTheWay.values();
    const mayGo = ({ begun, ended }: WaitingExchange) => begun < oldest || performance.now() - ended > holdMs;
    let done = false;
    for (let next = queue.first(); next !== undefined && mayGo(next); next = queue.first()) {
      queue.take();
      try {
        store.add(maskExchange(readable(next.exchange), masker));
      } catch {
        // An exchange that cannot be masked is not shown, and must not block those after it.
        store.leaveOut(1);
      }
      done = true;
      if (performance.now() >= until) break;
    }
    if (done) onChange();
    return done;
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      maskFor(performance.now() - lastRecorded < restMs ? sliceMs : idleSliceMs);
      if (queue.size() > 0) schedule();
    }, restMs).unref();
  };

  return {
    begin: () => {
      requests += 1;
      onTheWay.set(requests, performance.now());
      return requests;
    },
    record: (exchange, request) => {
      lastRecorded = performance.now();
      const begun = onTheWay.get(request ?? 0) ?? lastRecorded - (exchange.durationMs ?? 0);
      onTheWay.delete(request ?? 0);
      put({ exchange, begun, ended: lastRecorded });
      schedule();
    },
    learn: (secrets) => {
      for (const secret of secrets) if (secret !== undefined) known.learn(secret);
    },
    settle: async (withinMs = Number.POSITIVE_INFINITY) => {
      const from = performance.now();
      while (queue.hasEndedBy(from) && performance.now() - from < withinMs) {
        if (!maskFor(idleSliceMs)) return;
        if (queue.size() > 0) await new Promise((resolve) => setImmediate(resolve));
      }
    },
    clear: queue.clear,
    close: () => {
      clearTimeout(timer);
      queue.clear();
    },
  };
}

/** The exchange with its body decoded as text. */
function readable(exchange: RawExchange): RawExchange {
  const { responseBody: packed, responseHeaders } = exchange;
  if (packed === undefined) return exchange;
  const encoding = responseHeaders?.['content-encoding'];
  const responseBody = unpackStart(packed, Array.isArray(encoding) ? encoding.join() : encoding);
  return {
    ...exchange,
    responseBody,
    bodyTruncated: exchange.bodyTruncated === true || (responseBody?.length ?? 0) > keptBodyBytes,
  };
}
