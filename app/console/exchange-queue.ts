import type { RawExchange } from '../http/exchanges.ts';

/** Times are those of `performance.now()`. */
export interface WaitingExchange {
  exchange: RawExchange;
  begun: number;
  ended: number;
}

/** By their beginning: what responds to a 401 ends before the body of that 401 is let go. */
export interface ExchangeQueue {
  put(exchange: WaitingExchange): void;
  first(): WaitingExchange | undefined;
  take(): void;
  size(): number;
  /** Of all bodies, as they came. */
  bytes(): number;
  /** Whether one waits that had ended by then. */
  hasEndedBy(time: number): boolean;
  clear(): void;
}

const bytesOf = ({ exchange: { requestBody, responseBody } }: WaitingExchange): number =>
  (requestBody?.length ?? 0) + (responseBody?.length ?? 0);

/** Holes that many at its start are closed: to move ten thousand for each that goes would cost more than the rest. */
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
