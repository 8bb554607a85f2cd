import { createKnownSecrets } from './known-secrets.ts';
import { createMasker, type Masker } from './masker.ts';

/**
 * Masks every secret that the app knows in what crosses to the window: services echo what they were sent, cut, escaped,
 * encoded, or with invisible characters inside. Plain words that are only a piece of a secret stay (`plain-words.ts`),
 * so that a sentence can still be read; the console, whose texts are exported, shows none.
 */
export interface Redactor {
  /** What a service says. */
  serviceMessage(text: string): string;
  /** A sentence of our own, with a host or a name of the service in it. */
  sentence(text: string): string;
}

export const createRedactor = (masker: Pick<Masker, 'values'>): Redactor => ({
  serviceMessage: (text) => masker.values(text, 'shown'),
  sentence: (text) => masker.values(text, 'all shown'),
});

/** `Redactor.serviceMessage` with these secrets alone. */
export function redact(text: string, secrets: Iterable<string | undefined>): string {
  if (text === '') return text;
  const known = createKnownSecrets();
  for (const secret of secrets) if (secret !== undefined) known.learn(secret);
  return createRedactor(createMasker(known)).serviceMessage(text);
}
