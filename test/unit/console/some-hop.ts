import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { maskHop } from '../../../app/console/mask/mask-hop.ts';
import { createMasker } from '../../../app/console/mask/masker.ts';
import type { RawHop } from '../../../app/http/hops.ts';

export const rawHop = (facts: Partial<RawHop>): RawHop => ({
  kind: 'get',
  at: 1,
  method: 'GET',
  url: 'https://api.example.com/v1/sales',
  requestHeaders: {},
  ...facts,
});

/** A masker that knows these secrets of the vault. */
export function maskerOf(...secrets: string[]) {
  const known = createKnownSecrets();
  for (const [index, secret] of secrets.entries()) known.note('owner', `secret-${index}`, secret);
  const masker = createMasker(known);
  return { known, masker, mask: (facts: Partial<RawHop>) => maskHop(rawHop(facts), masker) };
}
