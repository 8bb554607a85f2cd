import type { Found } from './packed.ts';
import { codesOf, SecretIndex, shortestPiece } from './secret-index.ts';

/**
 * What becomes of a plain word that is a piece of a secret: letters alone, in one case or with a capital first.
 *
 * - `masked`: nothing of a secret is shown. The console's rule: what it shows is exported and sent to others, and is
 *   read field by field, so that a blank word costs little there.
 * - `shown`: the rule for what services say, in the window. A client secret "sandbox-secret" must not blank the word
 *   "secret" in the one sentence that tells what is wrong. Shown is only a word beside which the secret has more:
 *   under 12 letters, and out of a row of letters that ends by then, too. The longer rows of a secret are masked down to
 *   six letters, as a token without digits is cut somewhere.
 *   A secret that is a plain word itself, such as the password "password", stays masked in all its pieces: they tell all
 *   or most of it, and the user typed it and can guess the word in "invalid ••••". One of four or five letters is masked
 *   where it stands alone as it was typed: within other words it would blank parts of all that services say.
 * - `all_shown`: the rule for sentences of our own, in which a service's words are but a host or a name. Also a secret
 *   that is a plain word stays: a blank in a sentence that everybody knows would tell the secret.
 */
export type Words = 'masked' | 'shown' | 'all_shown';

const longestWord = 11;
const plainWord = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
/**
 * What stands beside a word tells nothing more where it is one sign ("client-secret", beside the secret
 * "sandbox-secret"), or the end of another word, which a passphrase shares by chance.
 */
const bareWord = /^(?:\p{L}{0,2}\s|[+\-_.,:;/])?(\p{L}+)(?:\s\p{L}{0,2}|[+\-_.,:;/])?$/u;
const longRow = new RegExp(String.raw`\p{L}{${longestWord + 1},}`, 'gu');

const isPartOfWord = (text: string, start: number, end: number): boolean =>
  /\p{L}/u.test(text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1));

export interface PlainWords {
  add(secret: string): void;
  /** What `find` finds in the text, piece beside piece as one, without the plain words that may be shown. */
  leaveOut(text: string, words: Exclude<Words, 'masked'>, find: (found: Found) => void, found: Found): void;
}

export function createPlainWords(): PlainWords {
  /** Pieces that are masked though they look like a word: of long rows of letters, and of secrets that are hardly more. */
  const telling = new SecretIndex();
  /** Of secrets that are a word. */
  const wordSecrets = new SecretIndex();
  const has = (pieces: SecretIndex, word: string): boolean => {
    let isThere = false;
    pieces.find(codesOf(word), word.length, () => {
      isThere = true;
    });
    return isThere;
  };
  const mayBeShown = (text: string, start: number, end: number, words: Words): boolean => {
    const piece = text.slice(start, end);
    const word = bareWord.exec(piece)?.[1];
    if (word === undefined || word.length > longestWord || !plainWord.test(word) || has(telling, piece)) return false;
    if (words === 'all_shown') return true;
    return piece.length < shortestPiece ? isPartOfWord(text, start, end) : !has(wordSecrets, piece);
  };
  return {
    add: (secret) => {
      for (const [row] of secret.matchAll(longRow)) telling.add(row);
      if (/^\p{L}+$/u.test(secret)) wordSecrets.add(secret);
      else if (bareWord.test(secret)) telling.add(secret);
    },
    leaveOut: (text, words, find, found) => {
      const ranges: [start: number, end: number][] = [];
      find((start, end) => ranges.push([start, end]));
      ranges.sort(([a], [b]) => a - b);
      const joined: [start: number, end: number][] = [];
      for (const [start, end] of ranges) {
        const last = joined.at(-1);
        if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
        else joined.push([start, end]);
      }
      for (const [start, end] of joined) if (!mayBeShown(text, start, end, words)) found(start, end);
    },
  };
}
