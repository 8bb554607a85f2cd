import fc from 'fast-check';
import { expect, it } from 'vitest';
import { curlOf } from '../../../../app/console/curl.ts';
import type { RawExchange } from '../../../../app/http/exchanges.ts';
import { exchangeKinds } from '../../../../app/shared/exchange-kinds.ts';
import { isPacked, longestPacked, pieces, secretText, spellings } from '../said-back.ts';
import { maskerOf, rawExchange } from '../some-exchange.ts';

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

const exchange = (secret: string, spell: number, place: number, kind: (typeof exchangeKinds)[number]): RawExchange => {
  const spelled = spellings[spell]?.(secret) ?? secret;
  const text = around[place]?.(spelled) ?? spelled;
  return rawExchange({
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

/** What the shell makes of the command: the quotes around a word are no part of a secret that was cut before them. */
const shellWords = (command: string): string[] =>
  [...command.matchAll(/(--header )?(?:'((?:[^']|'\\'')*)'|[^\s']+)/g)].flatMap(([word, isHeader, quoted]) => {
    const shown = (quoted ?? word).replaceAll(String.raw`'\''`, "'");
    // The colon after a header's name is curl's, and may look like the next character of a secret that was cut.
    const colon = isHeader === undefined ? -1 : shown.indexOf(': ');
    return colon === -1 ? [shown] : [shown.slice(0, colon), shown.slice(colon + 2)];
  });

const fixed =
  'https://example.com/a/b?note=&code=#x= {"data":[{"note":"it was then"}],"more":true} access_token token_type Bearer grant_type=password&username=ann <html><body>Wrong:</body></html> we do not know here authorization cookie set-cookie location x-note curl --globoff --request --header --data-raw';

it('lets no six characters of a secret through, in whatever spelling and place they come [37] [51]', () => {
  fc.assert(
    fc.property(
      secretText.filter((secret) => secret.trim().length >= 6 && !secret.includes('•')),
      fc.nat(spellings.length - 1),
      fc.nat(around.length - 1),
      fc.constantFrom(...exchangeKinds),
      (secret, spell, place, kind) => {
        const { mask } = maskerOf(secret);
        const shown = mask(exchange(secret, spell, place, kind));
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
    { numRuns: 1500, examples: [['!    :', 9, 0, 'window']] },
  );
});

it('lets nothing of a token response through that is not known to be harmless, though nobody told it the secret [37]', () => {
  const name = fc.oneof(
    fc.constantFrom('access_token', 'refresh_token', 'data', 'key', 'x'),
    fc.stringMatching(/^[a-z_]{1,12}$/),
  );
  const response = fc.dictionary(name, fc.oneof(fc.constant('SECRET'), fc.dictionary(name, fc.constant('SECRET'))), {
    minKeys: 1,
  });
  const shownAnyway =
    /^(error|errors|message|reason|detail|title|status|ok|active|scope|scopes|expires|interval|iss|issuer|timestamp)$/;
  const secret = 'k3h9-Zs82-mQp1-77Ab';
  fc.assert(
    fc.property(response, fc.nat(4), (value, indent) => {
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
