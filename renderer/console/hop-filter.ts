import type { HopSummary } from '../../app/console/hop.ts';
import type { ConsoleScope } from '../shell/window-state.ts';
import { type Chip, chips, isFailed, type Kind, kindsOfChip, kindWords } from './hop-words.ts';

export interface HopFilter {
  /** Words; a request must hold all of them. */
  text: string;
  /** None: every kind. `errors` narrows what the others let through. */
  chips: ReadonlySet<Chip>;
  scope: ConsoleScope | null;
}

export const noFilter: HopFilter = { text: '', chips: new Set(), scope: null };

export const isFiltering = ({ text, chips, scope }: HopFilter): boolean =>
  text.trim() !== '' || chips.size > 0 || scope !== null;

/** Lower case; made once for each request: ten thousand are searched at every key. */
const texts = new WeakMap<HopSummary, string>();
function textOf(hop: HopSummary): string {
  const known = texts.get(hop);
  if (known !== undefined) return known;
  const text = [hop.method, hop.url, hop.status ?? '', kindWords[hop.kind], hop.error ?? ''].join(' ').toLowerCase();
  texts.set(hop, text);
  return text;
}

/** A test for one request. `nameOf`: of its connection and resource. */
export function hopTest(filter: HopFilter, nameOf: (hop: HopSummary) => string): (hop: HopSummary) => boolean {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const kinds = new Set<Kind>(
    chips.flatMap((chip) => (chip !== 'errors' && filter.chips.has(chip) ? kindsOfChip[chip] : [])),
  );
  const onlyErrors = filter.chips.has('errors');
  const { scope } = filter;
  return (hop) => {
    if (scope !== null && (scope.kind === 'connection' ? hop.connectionId : hop.resourceId) !== scope.id) return false;
    if (kinds.size > 0 && !kinds.has(hop.kind)) return false;
    if (onlyErrors && !isFailed(hop)) return false;
    if (words.length === 0) return true;
    const text = textOf(hop);
    const missing = words.filter((word) => !text.includes(word));
    if (missing.length === 0) return true;
    const name = nameOf(hop).toLowerCase();
    return missing.every((word) => name.includes(word));
  };
}
