import { bearerPlacement } from '../../../app/shared/connection/standard-mapping.ts';
import type { TokenPlacement } from '../../../app/shared/connection/token-mapping.ts';
import { text } from '../../messages/text.ts';

/** The quick choices: how nearly every service takes a token. */
export type PlacementKind = 'bearer' | 'header' | 'query';
export const placementNames = (): Record<PlacementKind, string> => ({
  bearer: text('more.placement.bearer'),
  header: text('more.placement.header'),
  query: text('more.placement.query'),
});

export function placementKind({ in: place, name, prefix }: TokenPlacement): PlacementKind {
  if (place === 'query') return 'query';
  const isBearer = name.toLowerCase() === 'authorization' && prefix === bearerPlacement.prefix;
  return isBearer ? 'bearer' : 'header';
}

/** The initial values of a choice; earlier input for it stays. */
export function startOf(kind: PlacementKind, before: TokenPlacement): TokenPlacement {
  if (kind === placementKind(before)) return before;
  if (kind === 'bearer') return bearerPlacement;
  return kind === 'query'
    ? { in: 'query', name: 'access_token', prefix: '' }
    : { in: 'header', name: 'X-Access-Token', prefix: '' };
}

/** The request as sent, with dots for the token. */
export const placementPreview = ({ in: place, name, prefix }: TokenPlacement): string =>
  place === 'query' ? `GET …?${name}=••••••••` : `${name}: ${prefix}••••••••`;

/** A prefix that touches the token usually lacks a space (`Zoho-oauthtoken`). */
export const runsIntoToken = ({ in: place, prefix }: TokenPlacement): boolean =>
  place === 'header' && /[\p{L}\p{N}]$/u.test(prefix);
