import fc from 'fast-check';
import { urlAsSent } from '../../../../app/http/request-target.ts';
import type { CopiedRequest, Part, Value } from '../../../../app/resources/copy-as/value.ts';

/** Secrets by the names of their environment variables. */
export const secrets = {
  TOKENBOARD_TOKEN: `a'b"c$HOME\`id\`%PATH%\\n#(lf)`,
  TOKENBOARD_IN_URL: 'a%20b',
};

const nasty = [
  `it's`,
  '"quoted"',
  '$HOME $(id) $x $' + '{x}',
  '`id`',
  '%PATH% %20 %zz',
  String.raw`\ \n \u0041 \x41 \'`,
  '#(lf) #{x} {y} @{z}',
  '!! -- ; & | < > * ? ~',
  '‘typographic’ “quotes”',
];
const inBodies = ['line\nline', 'line\r\nline\r', '\t\b\f\u0001\u007f\u0085', 'ü € 😀 \u2028 \ufeff', '</script>'];

const headerText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...nasty.map((text) => text.replace(/[^\x20-\x7e]/g, 'é'))),
      fc.string({
        unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code === 0x7f ? 0x7e : code)),
        maxLength: 12,
      }),
      fc.constant('a\tb'),
    ),
    { maxLength: 3 },
  )
  .map((texts) =>
    texts
      .join(' ')
      .replace(/^[\t ]+|[\t ]+$/g, '')
      .replace(/[\x80-\x9f]/g, 'ÿ'),
  );
const bodyText = fc
  .array(fc.oneof(fc.constantFrom(...nasty, ...inBodies), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 4,
  })
  .map((texts) => texts.join('').replaceAll('\0', '').toWellFormed());

const withVariable = (text: fc.Arbitrary<string>): fc.Arbitrary<Value> =>
  fc.oneof(
    text.map((each): Part[] => [each]),
    text.map((each): Part[] => ['x', { variable: 'TOKENBOARD_TOKEN' }, `y${each.trim()}`.trim()]),
  );

/** Sent by every program itself, or of the connection. */
const reserved =
  /^(?:host|connection|content-length|transfer-encoding|keep-alive|upgrade|te|trailer|expect|authorization|content-type)$/i;
const headerName = fc.stringMatching(/^[A-Za-z!#$%&'*+.^_`|~-][A-Za-z0-9!#$%&'*+.^_`|~-]{0,12}$/);

/** Characters that `urlAsSent` leaves in a URL. */
const target = fc.stringMatching(/^[\w\-.~!$&'()*+,;=:@/]{0,20}(?:%[0-9A-F]{2}[\w/]{0,5}){0,2}$/);

/** Any request that a resource may send. `origin`: of the server. */
export const anyRequest = (origin: string): fc.Arbitrary<CopiedRequest> =>
  fc
    .record({
      path: target.map((path) => path.replace(/(^|\/)\.{1,2}(?=\/|$)/g, '$1dot')),
      query: fc.option(fc.stringMatching(/^[\w\-.~!$&'()*+,;=:@/?%]{0,30}$/), { nil: undefined }),
      inUrl: fc.boolean(),
      headers: fc.uniqueArray(fc.tuple(headerName, withVariable(headerText)), {
        maxLength: 4,
        selector: ([name]) => name.toLowerCase(),
      }),
      authorization: fc.constantFrom<Value>(
        ['Bearer ', { variable: 'TOKENBOARD_TOKEN' }],
        ['Basic ', { base64: ["änn' ", ':', { variable: 'TOKENBOARD_TOKEN' }] }],
        ['Bearer plain'],
      ),
      body: fc.option(withVariable(bodyText), { nil: undefined }),
    })
    .map(({ path, query, inUrl, headers, authorization, body }): CopiedRequest => {
      const search = query === undefined ? '' : `?${query}`;
      return {
        method: body === undefined ? 'GET' : 'POST',
        url: inUrl
          ? [urlAsSent(new URL(`${origin}/${path}`)), '?token=', { variable: 'TOKENBOARD_IN_URL' }]
          : [urlAsSent(new URL(`${origin}/${path}${search}`))],
        headers: [
          ...headers.filter(([name]) => !reserved.test(name)),
          ['Authorization', authorization],
          ...(body === undefined ? [] : [['Content-Type', ['application/json']] satisfies [string, Value]]),
        ],
        body,
      };
    });

/** A value with its secrets filled in. */
export const filled = (value: Value): string =>
  value
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('base64' in part) return Buffer.from(filled(part.base64)).toString('base64');
      return secrets[part.variable as keyof typeof secrets];
    })
    .join('');
