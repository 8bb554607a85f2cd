import { createKnownSecrets } from './known-secrets.ts';
import { createMasker } from './masker.ts';

/**
 * Masks the secrets of a request in what the service says, as the console does: services echo what they were sent, cut,
 * escaped, encoded, or with invisible characters inside. For a text that `safeText` then makes safe to show.
 */
export function redact(text: string, secrets: Iterable<string | undefined>): string {
  if (text === '') return text;
  const known = createKnownSecrets();
  for (const secret of secrets) if (secret !== undefined) known.learn(secret);
  return createMasker(known).values(text);
}
