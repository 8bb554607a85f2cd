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

/** Whatever is secret shows as this; how long it was is nobody's business. */
export const maskMark = '••••';

/**
 * What a text is, for what counts as secret in it: `protocol`, where OAuth speaks; `token_response`, of which only what
 * is known to be harmless is shown; `page`, a URL of a login page, which may carry its session under any name; `data`,
 * what the user came for.
 */
export type TextKind = 'protocol' | 'token_response' | 'page' | 'data';

export interface Masker {
  text(text: string, kind: TextKind, hiddenNames?: ReadonlySet<string>): string;
  /** Nothing but pieces of known secrets; `words`: with the plain words among them that may be shown. */
  values(text: string, words?: Words): string;
}

/** Shorter ones may be words, such as the code of an error. */
const shortestLearned = 12;

/** Header values and URLs come again and again. */
const longestRemembered = 500;
const mostRemembered = 10_000;

export function createMasker(known: KnownSecrets): Masker {
  /** Texts in which nothing was to mask, by what they are; no secret is ever in here. */
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
  /** By its name it is one, whatever it is written with: Microsoft's codes for personal accounts have `!`, `*` and `$`. */
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
      // A code or a state may be said back elsewhere, where no name stands before it.
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
    // What is neither may be the token itself, or name it in a way of its own: XML, YAML, a page.
    if (kind === 'token_response' && !isJson && !isForm(text)) return text.trim() === '' ? text : maskMark;
    const covered = new Uint8Array(text.length);
    const views = viewsOf(text);
    const hidden = hiddenIn(kind, isJson, hiddenNames);
    for (const { text: seen, from } of views) {
      const cover = (start: number, end: number) => covered.fill(1, from[start], from[end]);
      findSecretForms(seen, cover);
      findNamedSecrets(seen, hidden, cover);
    }
    // As it came: where its escapes are undone, a quote may be a part of a value.
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
    // Last, as the names may have taught some.
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

/** As `parseBody` knows one; the padding of Base64 makes none. */
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
