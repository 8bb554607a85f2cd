import type { RawExchange } from '../http/exchanges.ts';

/** Times are those of `performance.now()`. */
export interface WaitingExchange {
  exchange: RawExchange;
  begun: number;
  ended: number;
}

/** Ordered by start time: the retry after a 401 ends before the body of that 401 is released. */
export interface ExchangeQueue {
  put(exchange: WaitingExchange): void;
  first(): WaitingExchange | undefined;
  take(): void;
  size(): number;
  /** Size of all bodies, as received. */
  bytes(): number;
  /** Whether an exchange waits that ended by this time. */
  hasEndedBy(time: number): boolean;
  clear(): void;
}

const bytesOf = ({ exchange: { requestBody, responseBody } }: WaitingExchange): number =>
  (requestBody?.length ?? 0) + (responseBody?.length ?? 0);

/**
 * Compact the array after this many removals: shifting ten thousand entries for each would cost more than everything
 * else.
 */
const mostHoles = 1_000;

export function createExchangeQueue(): ExchangeQueue {
  let exchanges: (WaitingExchange | undefined)[] = [];
  let start = 0;
  let bytes = 0;
  return {
    put: (exchange) => {
      let place = exchanges.length;
      while (place > start && (exchanges[place - 1]?.begun ?? 0) > exchange.begun) place -= 1;
      if (place === exchanges.length) exchanges.push(exchange);
      else exchanges.splice(place, 0, exchange);
      bytes += bytesOf(exchange);
    },
    first: () => exchanges[start],
    take: () => {
      const exchange = exchanges[start];
      if (exchange === undefined) return;
      exchanges[start] = undefined;
      start += 1;
      bytes -= bytesOf(exchange);
      if (start < mostHoles && start < exchanges.length) return;
      exchanges = exchanges.slice(start);
      start = 0;
    },
    size: () => exchanges.length - start,
    bytes: () => bytes,
    hasEndedBy: (time) => exchanges.some((exchange) => exchange !== undefined && exchange.ended <= time),
    clear: () => {
      exchanges = [];
      start = 0;
      bytes = 0;
    },
  };
}
