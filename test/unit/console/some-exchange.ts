import { createKnownSecrets } from '../../../app/console/mask/known-secrets.ts';
import { maskExchange } from '../../../app/console/mask/mask-exchange.ts';
import { createMasker } from '../../../app/console/mask/masker.ts';
import type { RawExchange } from '../../../app/http/exchanges.ts';

export const rawExchange = (facts: Partial<RawExchange>): RawExchange => ({
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
  return { known, masker, mask: (facts: Partial<RawExchange>) => maskExchange(rawExchange(facts), masker) };
}
