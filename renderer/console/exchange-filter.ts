import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import type { ConsoleScope } from '../common/window-state.ts';
import { type Chip, chipOfKind, isFailed, kindWords } from './exchange-words.ts';

export interface ExchangeFilter {
  /** Words; a request must hold all of them. */
  text: string;
  /** None: every kind. `errors` narrows what the others let through. */
  chips: ReadonlySet<Chip>;
  scope: ConsoleScope | null;
}

export const noFilter: ExchangeFilter = { text: '', chips: new Set(), scope: null };

export const isFiltering = ({ text, chips, scope }: ExchangeFilter): boolean =>
  text.trim() !== '' || chips.size > 0 || scope !== null;

/** Lower case; made once for each request: ten thousand are searched at every key. */
const texts = new WeakMap<ExchangeSummary, string>();
function textOf(exchange: ExchangeSummary): string {
  const known = texts.get(exchange);
  if (known !== undefined) return known;
  const text = [exchange.method, exchange.url, exchange.status ?? '', kindWords[exchange.kind], exchange.error ?? '']
    .join(' ')
    .toLowerCase();
  texts.set(exchange, text);
  return text;
}

/** A test for one request. `nameOf`: of its connection and resource. */
export function exchangeTest(
  filter: ExchangeFilter,
  nameOf: (exchange: ExchangeSummary) => string,
): (exchange: ExchangeSummary) => boolean {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const onlyErrors = filter.chips.has('errors');
  const choosesKinds = filter.chips.size > (onlyErrors ? 1 : 0);
  const { scope } = filter;
  return (exchange) => {
    if (scope !== null && (scope.kind === 'connection' ? exchange.connectionId : exchange.resourceId) !== scope.id)
      return false;
    if (choosesKinds && !filter.chips.has(chipOfKind[exchange.kind])) return false;
    if (onlyErrors && !isFailed(exchange)) return false;
    if (words.length === 0) return true;
    const text = textOf(exchange);
    const missing = words.filter((word) => !text.includes(word));
    if (missing.length === 0) return true;
    const name = nameOf(exchange).toLowerCase();
    return missing.every((word) => name.includes(word));
  };
}
