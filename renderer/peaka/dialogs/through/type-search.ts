import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { matches } from '../../../common/filter.ts';

/** The categories of the types, sorted, each once. A type without one is in the category ``. Pure. */
export const categoriesOf = (types: readonly PeakaType[]): string[] =>
  [...new Set(types.map(({ category }) => category))].sort((a, b) =>
    // What has no category comes last.
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b),
  );

/**
 * The types that contain every typed word, by category. `category`: one alone, `null` all of them. Names that begin with
 * the typed text come first in their category. Pure.
 */
export function findTypes(types: readonly PeakaType[], typed: string, category: string | null): PeakaType[] {
  const searched = typed.trim().toLowerCase();
  const rank = ({ label }: PeakaType): number => (searched !== '' && label.toLowerCase().startsWith(searched) ? 0 : 1);
  const found = types.filter(
    (type) =>
      (category === null || type.category === category) &&
      matches(`${type.label} ${type.type} ${type.category}`, searched),
  );
  return categoriesOf(found).flatMap((each) =>
    found.filter((type) => type.category === each).sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label)),
  );
}
