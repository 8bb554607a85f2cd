import { createKnownSecrets } from './known-secrets.ts';
import { createMasker, type Masker } from './masker.ts';

/**
 * Masks every known secret in what is sent to the window: services echo what they received, cut, escaped, encoded, or
 * with invisible characters inside. Keeps plain words that are only a piece of a secret (`plain-words.ts`), so that
 * sentences stay readable. The console masks those too, because its texts are exported.
 */
export interface Redactor {
  /** Masks a service's text. */
  serviceMessage(text: string): string;
  /** Masks a sentence of the app that contains a host or a name from the service. */
  sentence(text: string): string;
}

export const createRedactor = (masker: Pick<Masker, 'values'>): Redactor => ({
  serviceMessage: (text) => masker.values(text, 'shown'),
  sentence: (text) => masker.values(text, 'all_shown'),
});

/** Like `Redactor.serviceMessage`, for these secrets only. */
export function redact(text: string, secrets: Iterable<string | undefined>): string {
  const known = createKnownSecrets();
  for (const secret of secrets) if (secret !== undefined) known.learn(secret);
  return createRedactor(createMasker(known)).serviceMessage(text);
}
