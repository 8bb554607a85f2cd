import { viewsOf } from './decoded.ts';
import { createPackedSearch, type Found, type Look } from './packed.ts';
import { createPlainWords, type Words } from './plain-words.ts';
import { codesOf, SecretIndex, shortestPiece } from './secret-index.ts';
import { ShortSecrets } from './short-secrets.ts';

/** Every secret that the app has held since it started, so that none is shown anywhere. */
export interface KnownSecrets {
  /** A value that the vault stores, or is about to store. */
  note(owner: string, name: string, value: string): void;
  /** A value that is not stored: a code, a state, typed text. */
  learn(value: string): void;
  /** Increases with every new secret: text that was clean before may not be now. */
  version(): number;
  /**
   * Ranges of a text that are pieces of secrets. `words`: which plain words among them are skipped (`plain-words.ts`).
   */
  find(text: string, found: Found, words?: Words): void;
}

/** Old tokens may still be valid, so this many values are kept per name. */
const rememberedValues = 3;
const mostLearned = 1000;
/** The index keeps pieces of forgotten secrets up to this number. */
const mostForgotten = 200_000;

export function createKnownSecrets(): KnownSecrets {
  const noted = new Map<string, string[]>();
  const learned = new Set<string>();
  let pieces = new SecretIndex();
  let plainWords = createPlainWords();
  let short = new ShortSecrets();
  let forgotten = 0;
  let version = 0;

  const index = (secret: string): void => {
    version += 1;
    if (secret.length < shortestPiece) {
      // Shorter secrets are masked only by name: matching them would mask ordinary words.
      if (secret.length >= 4) short.add(secret);
      return;
    }
    for (const spelling of spellingsOf(secret)) {
      pieces.add(spelling);
      plainWords.add(spelling);
    }
  };
  const forget = (secret: string): void => {
    forgotten += secret.length;
    if (forgotten < Math.max(mostForgotten, pieces.count / 2)) return;
    forgotten = 0;
    pieces = new SecretIndex();
    plainWords = createPlainWords();
    short = new ShortSecrets();
    for (const secrets of noted.values()) for (const each of secrets) index(each);
    for (const each of learned) index(each);
  };

  const lookIn: Look = (codes, length, found) => {
    pieces.find(codes, length, found);
    short.find(codes, length, found);
  };
  const searchPacked = createPackedSearch(lookIn);

  return {
    note(owner, name, value) {
      const key = `${owner}\n${name}`;
      const values = noted.get(key) ?? [];
      if (values.at(-1) === value || value === '') return;
      values.push(value);
      noted.set(key, values);
      index(value);
      const old = values.length > rememberedValues ? values.shift() : undefined;
      if (old !== undefined) forget(old);
    },
    learn(value) {
      if (value === '' || learned.has(value)) return;
      learned.add(value);
      index(value);
      for (const oldest of learned) {
        if (learned.size <= mostLearned) break;
        learned.delete(oldest);
        forget(oldest);
      }
    },
    version: () => version,
    find: (text, found, words = 'masked') => {
      const codes = codesOf(text);
      if (words === 'masked') lookIn(codes, codes.length, found);
      else plainWords.leaveOut(text, words, (telling) => lookIn(codes, codes.length, telling), found);
      if (pieces.count > 0) searchPacked(codes, codes.length, found);
    },
  };
}

/** The secret as it is, with its own escapes decoded as texts are, and in Base64 and hex. */
function* spellingsOf(secret: string): Generator<string> {
  for (const { text } of viewsOf(secret)) yield text;
  const bytes = Buffer.from(secret, 'utf8').toString('latin1');
  if (bytes !== secret) yield bytes;
}
