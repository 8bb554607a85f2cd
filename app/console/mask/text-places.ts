import type { Found } from './json-places.ts';

/** Form bodies, query strings and fragments; also where they stand in the middle of a text, or in the value of another. */
const pairName = /(?<![\w.~%[\]-])([\w.~%[\]-]{1,80})=/g;
const pairEnd = /[&\s"'<>;#]|$/g;
/** Header parameters (RFC 9110 §5.6.6), XML attributes, and the pairs of scripts: `name="value"`, `"name": "value"`. */
const quoted = /(?<![\w.-])([\w.-]{1,80})\\*["']?\s{0,9}[:=]\s{0,9}\\*(["'])((?:(?!\\{0,8}\2)[^\r\n])*)/g;
/** XML and HTML: `<name>value`, with or without a prefix. */
const element = /<(?:[\w-]{1,80}:)?([\w.-]{1,80})(\s[^<>]*)?>([^<]+)/g;
/** The same, in CDATA. */
const characterData = /<(?:[\w-]{1,80}:)?([\w.-]{1,80})(\s[^<>]*)?>\s{0,99}<!\[CDATA\[((?:(?!\]\]>)[\s\S])+)/g;
/** An HTML field says its name in one attribute and its value in another. */
const field = /name=["']?([\w.[\]-]{1,80})["']?[^<>]{0,300}?\svalue=(["'])([^"'<>]*)/gi;

/** Finds values by the names before them. */
export function findNamedSecrets(text: string, isHidden: (name: string, value: string) => boolean, found: Found): void {
  if (text.includes('=')) findPairs(text, isHidden, found);
  const patterns = [
    ...(/["']/.test(text) ? [quoted] : []),
    ...(text.includes('<') ? [element, characterData, field] : []),
  ];
  for (const pattern of patterns) {
    for (const { index, 0: whole, 1: name = '', 3: value = '' } of text.matchAll(pattern)) {
      // Each pattern ends with its value.
      const end = index + whole.length;
      if (value !== '' && isHidden(name, value)) found(end - value.length, end);
    }
  }
}

function findPairs(text: string, isHidden: (name: string, value: string) => boolean, found: Found): void {
  let end = 0;
  for (const { index, 0: whole, 1: name = '' } of text.matchAll(pairName)) {
    const start = index + whole.length;
    if (end < start) {
      pairEnd.lastIndex = start;
      end = pairEnd.exec(text)?.index ?? text.length;
    }
    if (end > start && isHidden(name, text.slice(start, end))) found(start, end);
  }
}

/** RFC 7519: two or three parts, the first two starting with `{"` in Base64. Also matches a truncated JWT. */
const jwt = /eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g;
/** RFC 6750, RFC 7617, and what services call theirs. */
const scheme = /\b(?:bearer|basic|token|zoho-oauthtoken)\s+([\w.~+/=-]{6,})/gi;
/** RFC 3986 §3.2.1. */
const userinfo = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/([^\s/?#@"'<>]+)@/gi;
const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g;

/** A feed's key (`feeds/keys.ts`): after a restart, only its hash is known. */
const feedKey = /tbk_[\w-]{8,}/g;

/** Finds secrets by their form, whatever their name. */
export function findSecretForms(text: string, found: Found): void {
  for (const pattern of [jwt, pem, feedKey])
    for (const { index, 0: whole } of text.matchAll(pattern)) found(index, index + whole.length);
  // Skip words of a sentence ("a bearer token").
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(scheme))
    if (/\d/.test(value) || value.length > 24) found(index + whole.length - value.length, index + whole.length);
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(userinfo))
    found(index + whole.length - 1 - value.length, index + whole.length - 1);
}
