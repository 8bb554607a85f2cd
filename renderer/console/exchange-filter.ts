import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import type { Language } from '../../app/shared/messages/languages.ts';
import type { ConsoleScope } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { type Chip, chipOfKind, chips, isFailed, resultOf } from './exchange-words.ts';

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

/** Few users know Peaka: its choice appears with its first request. A chosen one stays, so that it can be taken back. */
export const offeredChips = (exchanges: readonly Pick<ExchangeSummary, 'kind'>[], chosen: ReadonlySet<Chip>): Chip[] =>
  chips.filter(
    (chip) =>
      (chip !== 'peaka' && chip !== 'feed') ||
      chosen.has(chip) ||
      exchanges.some(({ kind }) => chipOfKind[kind] === chip),
  );

/** Lower case; made once for each request and language: ten thousand are searched at every key. */
const made = new WeakMap<ExchangeSummary, { language: Language; searched: string }>();
function searchedText(exchange: ExchangeSummary, language: Language): string {
  const known = made.get(exchange);
  if (known?.language === language) return known.searched;
  const { method, url, kind, error } = exchange;
  const searched = [method, url, resultOf(exchange), text(`console.kind.${kind}`), error ?? ''].join(' ').toLowerCase();
  made.set(exchange, { language, searched });
  return searched;
}

/** A test for one request. `nameOf`: of its connection and resource. `language`: of the words that are searched. */
export function exchangeTest(
  filter: ExchangeFilter,
  nameOf: (exchange: ExchangeSummary) => string,
  language: Language,
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
    const searched = searchedText(exchange, language);
    const missing = words.filter((word) => !searched.includes(word));
    if (missing.length === 0) return true;
    const name = nameOf(exchange).toLowerCase();
    return missing.every((word) => name.includes(word));
  };
}
