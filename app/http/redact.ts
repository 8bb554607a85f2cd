/** Shorter ones are left: they would blank out ordinary words, and nothing that short is a secret. */
const shortest = 4;

/**
 * Takes every secret out of a text, also as it looks after URL encoding: services echo what they were sent.
 * The longest goes first, so that no rest of it stays.
 */
export function redact(text: string, secrets: Iterable<string | undefined>): string {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    if (secret === undefined || secret.length < shortest) continue;
    spellings.add(secret);
    const encoded = new URLSearchParams([['', secret]]).toString().slice(1);
    spellings.add(encoded);
    spellings.add(encoded.replace(/\+/g, '%20'));
  }
  let clean = text;
  for (const spelling of [...spellings].sort((a, b) => b.length - a.length)) clean = clean.split(spelling).join('•••');
  return clean;
}
