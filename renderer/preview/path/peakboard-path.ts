import type { PathSuggestion } from '../../../app/shared/contract/paths.ts';

/** Names and indexes alone, and at most one wildcard at the end. */
const onePlace =
  /^\$(?:\.[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|\['(?:[^'\\]|\\.)*'\]|\["(?:[^"\\]|\\.)*"\]|\[\d+\])*(?:\.\*|\[\*\])?$/;

/**
 * Whether Peakboard's path can lead to the rows: its JSON data source takes a JSONPath to an array (rows) or an object
 * (one row).
 */
export function fitsPeakboard(path: string, kind: PathSuggestion['kind'] | undefined, withParents: boolean): boolean {
  if (withParents || kind === 'keyed') return false;
  return !path.startsWith('$') || onePlace.test(path);
}
