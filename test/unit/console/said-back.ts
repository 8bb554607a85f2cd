import fc from 'fast-check';

const longestShown = 5;
/** What five characters take at most, in Base64 of percent-encoded UTF-8. */
export const longestPacked = 80;
export const isPacked = /^[\w+/=-]+$/;

/** What services and people make: tokens, passwords with every sign, keys, texts in other scripts. */
export const secretText = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 60 }),
  fc.stringMatching(/^[A-Za-z0-9_.~+/=-]{12,80}$/),
  fc.string({ unit: 'grapheme', minLength: 6, maxLength: 30 }),
  fc.base64String({ minLength: 16, maxLength: 80 }),
  fc.stringMatching(/^[%&+"\\/a-f0-9 ]{8,24}$/),
);

const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1);
const percent = (text: string) => encodeURIComponent(text.toWellFormed());
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const entities = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** How services say back what they were sent. */
export const spellings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  form,
  percent,
  (secret) => percent(percent(secret)),
  json,
  (secret) => json(json(secret)),
  (secret) => percent(json(secret)),
  entities,
  (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  // Cut off, as a body is after 16 KiB, and as services shorten what they say back.
  (secret) => secret.slice(0, Math.ceil(secret.length * 0.7)),
  (secret) => secret.slice(Math.floor(secret.length * 0.3)),
  hex,
  (secret) => hex(secret).toUpperCase(),
  base64,
  (secret) => Buffer.from(secret).toString('base64url'),
  (secret) => base64(base64(secret)),
  (secret) => base64(hex(secret)),
  (secret) => base64(form(secret)),
  (secret) => secret.toUpperCase(),
  (secret) => secret.toLowerCase(),
  (secret) => percent(secret).toLowerCase(),
  // Invisible between its letters, and UTF-16 read as if it were not.
  (secret) => [...secret].join('\u200b'),
  (secret) => percent([...secret].join('\ufeff')),
  (secret) => [...secret].join('\u0000'),
  (secret) => json([...secret].join('\u0000')),
];

/** The pieces of a secret that are longer than what may be shown. */
export function pieces(secret: string, shown = longestShown): string[] {
  const all: string[] = [];
  for (let start = 0; start + shown < secret.length; start += 1) all.push(secret.slice(start, start + shown + 1));
  return all;
}
