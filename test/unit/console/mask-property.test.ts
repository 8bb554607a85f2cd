import fc from 'fast-check';
import { expect, it } from 'vitest';
import { curlOf } from '../../../app/console/curl.ts';
import { hopKinds } from '../../../app/http/hop-kinds.ts';
import type { RawHop } from '../../../app/http/hops.ts';
import { maskerOf, rawHop } from './some-hop.ts';

const longestShown = 5;
/** What five characters take at most, in Base64 of percent-encoded UTF-8. */
const longestPacked = 80;
const isPacked = /^[\w+/=-]+$/;

/** What services and people make: tokens, passwords with every sign, keys, texts in other scripts. */
const secretText = fc.oneof(
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
const spellings: readonly ((secret: string) => string)[] = [
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

/** Texts around it, with and without a name that gives it away. */
const around: readonly ((spelled: string) => string)[] = [
  (spelled) => spelled,
  (spelled) => `{"data":[{"note":"it was ${spelled} then"}],"more":true}`,
  (spelled) => `{"access_token":"${spelled}","token_type":"Bearer"}`,
  (spelled) => `grant_type=password&username=ann&note=${spelled}&x=1`,
  (spelled) => `<html><body>Wrong: <b>${spelled}</b></body></html>`,
  (spelled) => `we do not know ${spelled} here`,
  (spelled) => `x${spelled}y`,
];

const hop = (secret: string, spell: number, place: number, kind: (typeof hopKinds)[number]): RawHop => {
  const spelled = spellings[spell]?.(secret) ?? secret;
  const text = around[place]?.(spelled) ?? spelled;
  return rawHop({
    kind,
    status: 200,
    method: spell === 0 ? secret : 'POST',
    url: `https://example.com/a/${spelled}/b?note=${spelled}&code=${spelled}#x=${spelled}`,
    requestHeaders: { authorization: `Bearer ${secret}`, 'x-note': text, [`x-${spelled}`]: 'x', cookie: `a=${secret}` },
    responseHeaders: { location: `https://${spelled}@example.com/?q=${spelled}`, 'set-cookie': [spelled, text] },
    requestBody: text,
    responseBody: Buffer.from(text),
  });
};

function pieces(secret: string, shown = longestShown): string[] {
  const all: string[] = [];
  for (let start = 0; start + shown < secret.length; start += 1) all.push(secret.slice(start, start + shown + 1));
  return all;
}

/** What the shell makes of the command: the quotes around a word are no part of a secret that was cut before them. */
const shellWords = (command: string): string[] =>
  [...command.matchAll(/'((?:[^']|'\\'')*)'|[^\s']+/g)].map(([word, quoted]) =>
    (quoted ?? word).replaceAll(String.raw`'\''`, "'"),
  );

const fixed =
  'https://example.com/a/b?note=&code=#x= {"data":[{"note":"it was then"}],"more":true} access_token token_type Bearer grant_type=password&username=ann <html><body>Wrong:</body></html> we do not know here authorization cookie set-cookie location x-note curl --globoff --request --header --data-raw';

it('lets no six characters of a secret through, in whatever spelling and place they come [37] [51]', () => {
  fc.assert(
    fc.property(
      secretText.filter((secret) => secret.trim().length >= 6 && !secret.includes('•')),
      fc.nat(spellings.length - 1),
      fc.nat(around.length - 1),
      fc.constantFrom(...hopKinds),
      (secret, spell, place, kind) => {
        const { mask } = maskerOf(secret);
        const shown = mask(hop(secret, spell, place, kind));
        const fields = [
          shown.method,
          shown.url,
          ...shown.requestHeaders.flat(),
          ...shown.responseHeaders.flat(),
          shown.requestBody ?? '',
          shown.responseBody ?? '',
          ...shellWords(curlOf(shown)),
        ];
        // What stands in the text around anyway is not the secret's.
        const spelled = spellings[spell]?.(secret) ?? secret;
        const packed = spelled !== secret && isPacked.test(spelled) ? pieces(spelled, longestPacked) : [];
        const telling = [...pieces(secret), ...packed].filter((piece) => !fixed.includes(piece));
        for (const field of fields) expect(telling.filter((piece) => field.includes(piece))).toEqual([]);
      },
    ),
    { numRuns: 1500 },
  );
});

it('lets nothing of a token answer through that is not known to be harmless, though nobody told it the secret [37]', () => {
  const name = fc.oneof(
    fc.constantFrom('access_token', 'refresh_token', 'data', 'key', 'x'),
    fc.stringMatching(/^[a-z_]{1,12}$/),
  );
  const answer = fc.dictionary(name, fc.oneof(fc.constant('SECRET'), fc.dictionary(name, fc.constant('SECRET'))), {
    minKeys: 1,
  });
  const shownAnyway =
    /^(error|errors|message|reason|detail|title|status|ok|active|scope|scopes|expires|interval|iss|issuer|timestamp)$/;
  const secret = 'k3h9-Zs82-mQp1-77Ab';
  fc.assert(
    fc.property(answer, fc.nat(4), (value, indent) => {
      const text = JSON.stringify(
        value,
        (key, inner) => (shownAnyway.test(key.replaceAll('_', '')) ? undefined : inner),
        indent,
      );
      const { mask } = maskerOf();
      const responseBody = Buffer.from(text.replaceAll('SECRET', secret));
      const shown = mask({ kind: 'token', status: 200, responseBody }).responseBody ?? '';
      expect(pieces(secret).filter((piece) => shown.includes(piece))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
