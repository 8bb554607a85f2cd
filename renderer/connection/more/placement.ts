import { bearerPlacement } from '../../../app/shared/connection/standard-mapping.ts';
import type { TokenPlacement } from '../../../app/shared/connection/token-mapping.ts';

/** The quick choices: how nearly every service takes a token. */
export type PlacementKind = 'bearer' | 'header' | 'query';
export const placementNames: Record<PlacementKind, string> = {
  bearer: 'Bearer',
  header: 'Own header',
  query: 'Query parameter',
};

export function placementKind({ in: place, name, prefix }: TokenPlacement): PlacementKind {
  if (place === 'query') return 'query';
  const isBearer = name.toLowerCase() === 'authorization' && prefix === bearerPlacement.prefix;
  return isBearer ? 'bearer' : 'header';
}

/** What a choice starts with; what was typed for it before stays. */
export function startOf(kind: PlacementKind, before: TokenPlacement): TokenPlacement {
  if (kind === placementKind(before)) return before;
  if (kind === 'bearer') return bearerPlacement;
  return kind === 'query'
    ? { in: 'query', name: 'access_token', prefix: '' }
    : { in: 'header', name: 'X-Access-Token', prefix: '' };
}

/** What goes out, with dots for the token. */
export const placementPreview = ({ in: place, name, prefix }: TokenPlacement): string =>
  place === 'query' ? `GET …?${name}=••••••••` : `${name}: ${prefix}••••••••`;

/** A prefix that runs into the token is most often a space that was forgotten (`Zoho-oauthtoken`). */
export const runsIntoToken = ({ in: place, prefix }: TokenPlacement): boolean =>
  place === 'header' && /[\p{L}\p{N}]$/u.test(prefix);
