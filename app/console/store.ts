import { RequestError } from '../shared/errors.ts';
import type { ExchangeDetail, ExchangePage, ExchangeSummary } from '../shared/exchange.ts';
import { message } from '../shared/messages/message.ts';
import type { MaskedExchange } from './mask/mask-exchange.ts';

/** The last exchanges, in memory only: nothing in the console outlives the app unless the user exports it. */
export interface ExchangeStore {
  /** The ID of the last exchange, 0 before the first. */
  newest(): number;
  /** Accepts only masked exchanges, which only `maskExchange` creates. */
  add(exchange: MaskedExchange): void;
  /** Counts exchanges that were dropped before they were masked. */
  leaveOut(count: number): void;
  /** Exchanges after the ID, oldest first. */
  list(after: number, limit: number): ExchangePage;
  /** Throws RequestError `console.exchange_gone`. */
  exchange(id: number): ExchangeDetail;
  all(): ExchangeDetail[];
  clear(): void;
}

export interface ExchangeStoreLimits {
  exchanges: number;
  /** For all texts of all exchanges together. */
  characters: number;
}

const defaultLimits: ExchangeStoreLimits = { exchanges: 10_000, characters: 32 * 2 ** 20 };

const sizeOfHeaders = (headers: ExchangeDetail['requestHeaders']): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);

const sizeOf = (exchange: ExchangeDetail): number =>
  exchange.url.length +
  sizeOfHeaders(exchange.requestHeaders) +
  sizeOfHeaders(exchange.responseHeaders) +
  (exchange.requestBody?.length ?? 0) +
  (exchange.responseBody?.length ?? 0);

const summaryOf = (exchange: ExchangeDetail): ExchangeSummary => {
  const { requestHeaders, responseHeaders, requestBody, responseBody, bodyTruncated, ...summary } = exchange;
  return summary;
};

export function createExchangeStore(limits: ExchangeStoreLimits = defaultLimits): ExchangeStore {
  /** By ID, oldest first. */
  const exchanges = new Map<number, ExchangeDetail>();
  let newest = 0;
  let characters = 0;
  let dropped = 0;
  const oldest = () => newest - exchanges.size + 1;

  const dropOldest = (): void => {
    const exchange = exchanges.get(oldest());
    if (exchange === undefined) return;
    characters -= sizeOf(exchange);
    exchanges.delete(exchange.id);
    dropped += 1;
  };

  return {
    newest: () => newest,
    add(exchange) {
      newest += 1;
      const kept = { ...exchange, id: newest };
      exchanges.set(newest, kept);
      characters += sizeOf(kept);
      while (exchanges.size > limits.exchanges || (characters > limits.characters && exchanges.size > 1)) dropOldest();
    },
    leaveOut: (count) => {
      dropped += count;
    },
    list(after, limit) {
      const page: ExchangeSummary[] = [];
      for (let id = Math.max(after + 1, oldest()); id <= newest && page.length < limit; id += 1) {
        const exchange = exchanges.get(id);
        if (exchange !== undefined) page.push(summaryOf(exchange));
      }
      return { exchanges: page, newest, oldest: oldest(), dropped };
    },
    exchange(id) {
      const exchange = exchanges.get(id);
      if (exchange === undefined) throw new RequestError('console.exchange_gone', message('calls.exchangeGone'));
      return exchange;
    },
    all: () => [...exchanges.values()],
    clear() {
      exchanges.clear();
      characters = 0;
      dropped = 0;
    },
  };
}
