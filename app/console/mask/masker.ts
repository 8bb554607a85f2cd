import {
  isEchoed,
  isPlainText,
  isProtocolName,
  isSecretName,
  isShownInTokenResponse,
  isShownParameter,
  looksRandom,
  plainName,
} from '../../shared/secret-names.ts';
import { viewsOf } from './decoded.ts';
import { findJsonSecrets } from './json-places.ts';
import type { KnownSecrets } from './known-secrets.ts';
import type { Words } from './plain-words.ts';
import { findNamedSecrets, findSecretForms } from './text-places.ts';

/** Replaces every secret. Does not reveal its length. */
export const maskMark = '••••';

/**
 * The kind of a text decides what counts as secret. `protocol`: OAuth messages. `token_response`: only known harmless
 * fields are shown. `page`: a login page's URL, whose parameters may carry its session. `data`: the user's data.
 */
export type TextKind = 'protocol' | 'token_response' | 'page' | 'data';

export interface Masker {
  text(text: string, kind: TextKind, hiddenNames?: ReadonlySet<string>): string;
  /** Masks only pieces of known secrets. `words`: plain words among them that may be shown. */
  values(text: string, words?: Words): string;
}

/** Shorter values may be words, such as an error code. */
const shortestLearned = 12;

/** A cache, because header values and URLs repeat. */
const longestRemembered = 500;
const mostRemembered = 10_000;

export function createMasker(known: KnownSecrets): Masker {
  /** Texts without secrets, by kind. No secret is ever in here. */
  const clean = new Set<string>();
  let cleanVersion = 0;
  const cleanTexts = (): Set<string> => {
    if (cleanVersion !== known.version() || clean.size > mostRemembered) clean.clear();
    cleanVersion = known.version();
    return clean;
  };
  const learn = (value: string): void => {
    if (looksRandom(value, shortestLearned)) known.learn(value);
  };
  /**
   * The name makes it a secret, whatever its characters: Microsoft's codes for personal accounts contain `!`, `*` and
   * `$`.
   */
  const learnNamed = (name: string, value: string, kind: TextKind): void => {
    const isOne = isEchoed(name) && value.length >= shortestLearned && (kind === 'protocol' || !isPlainText(value));
    if (isOne) known.learn(value);
    else learn(value);
  };
  const hiddenIn =
    (kind: TextKind, isJson: boolean, hiddenNames: ReadonlySet<string> | undefined) =>
    (name: string, value: string) => {
      const speaksOAuth = kind === 'protocol' || kind === 'page';
      const hidden =
        isSecretName(name) ||
        hiddenNames?.has(plainName(name)) === true ||
        (isProtocolName(name) && (speaksOAuth || looksRandom(value, shortestLearned))) ||
        (kind === 'page' && !isShownParameter(name) && looksRandom(value)) ||
        (kind === 'token_response' && !isJson && !isShownInTokenResponse(name));
      // A code or state may be repeated elsewhere without a name.
      if (hidden && kind !== 'data') learnNamed(name, value, kind);
      return hidden;
    };

  return {
    text(text, kind, hiddenNames) {
      const short = text.length <= longestRemembered;
      const key = short ? `${kind}\n${hiddenNames === undefined ? '' : [...hiddenNames].join()}\n${text}` : '';
      if (short && cleanTexts().has(key)) return text;
      const masked = maskText(text, kind, hiddenNames);
      if (short && masked === text) cleanTexts().add(key);
      return masked;
    },
    values(text, words = 'masked') {
      const short = text.length <= longestRemembered;
      const key = short ? `${words}\n${text}` : '';
      if (short && cleanTexts().has(key)) return text;
      const masked = maskValues(text, words);
      if (short && masked === text) cleanTexts().add(key);
      return masked;
    },
  };

  function maskText(text: string, kind: TextKind, hiddenNames: ReadonlySet<string> | undefined): string {
    const isJson = /^\s*[[{"]/.test(text);
    // Other formats may be the token itself, or name it differently: XML, YAML, a page.
    if (kind === 'token_response' && !isJson && !isForm(text)) return text.trim() === '' ? text : maskMark;
    const covered = new Uint8Array(text.length);
    const views = viewsOf(text);
    const hidden = hiddenIn(kind, isJson, hiddenNames);
    for (const { text: seen, from } of views) {
      const cover = (start: number, end: number) => covered.fill(1, from[start], from[end]);
      findSecretForms(seen, cover);
      findNamedSecrets(seen, hidden, cover);
    }
    // Search the text as received: with its escapes decoded, a quote may belong to a value.
    if (isJson)
      findJsonSecrets(
        text,
        {
          hidden: (name) => isSecretName(name) || (kind === 'protocol' && isProtocolName(name)),
          shown: kind === 'token_response' ? isShownInTokenResponse : undefined,
          hiddenValue: hidden,
        },
        (start, end) => {
          covered.fill(1, start, end);
          if (kind === 'token_response') learn(text.slice(start, end));
        },
      );
    // Last, because the named values may have added known secrets.
    for (const { text: seen, from } of views) known.find(seen, (start, end) => covered.fill(1, from[start], from[end]));
    return render(text, covered);
  }

  function maskValues(text: string, words: Words): string {
    const covered = new Uint8Array(text.length);
    for (const { text: seen, from } of viewsOf(text))
      known.find(seen, (start, end) => covered.fill(1, from[start], from[end]), words);
    return render(text, covered);
  }
}

/** A form as `parseBody` recognizes it. Base64 padding alone does not make one. */
const isForm = (text: string): boolean => /^\s*[\w.~%[\]-]{1,80}=(?!=*\s*$)[^\s<>{}]*\s*$/.test(text);

function render(text: string, covered: Uint8Array): string {
  let shown = '';
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && covered[end] === covered[start]) end += 1;
    shown += covered[start] === 1 ? maskMark : text.slice(start, end);
    start = end;
  }
  return shown;
}
