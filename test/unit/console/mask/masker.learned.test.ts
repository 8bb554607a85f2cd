import { describe, expect, it } from 'vitest';
import type { KnownSecrets } from '../../../../app/console/mask/known-secrets.ts';
import { createMasker, type Masker } from '../../../../app/console/mask/masker.ts';
import { maskerOf } from '../some-exchange.ts';

const random = 'Zm9vYmFyMTIzNDU2';

describe('what the mask learns', () => {
  it('holds for texts that were clean before, in every rule for words [37]', () => {
    const { known, masker } = maskerOf();
    const text = `it was ${random}`;
    expect([masker.text(text, 'data'), masker.values(text), masker.values(text, 'shown')]).toEqual([text, text, text]);
    known.learn(random);
    const shown = 'it was ••••';
    expect([masker.text(text, 'data'), masker.values(text), masker.values(text, 'shown')]).toEqual([
      shown,
      shown,
      shown,
    ]);
  });

  it('is masked again in a text that is seen again, long or short [37]', () => {
    const { masker } = maskerOf('known-secret-1');
    for (const text of ['a known-secret-1', `${'a '.repeat(300)}known-secret-1`])
      for (let time = 0; time < 2; time += 1) {
        expect(masker.values(text)).not.toContain('known');
        expect(masker.text(text, 'data')).not.toContain('known');
      }
  });

  it('differs by what a text is and which names are hidden in it [37]', () => {
    const { masker } = maskerOf();
    const text = 'state=a&tk=b';
    expect(masker.text(text, 'data')).toBe(text);
    expect(masker.text(text, 'protocol')).toBe('state=••••&tk=b');
    expect(masker.text(text, 'data', new Set(['tk']))).toBe('state=a&tk=••••');
    expect(masker.text(text, 'data')).toBe(text);
  });

  it('keeps apart the rules for words, of which the console has the strictest [37]', () => {
    const { masker } = maskerOf('sandbox-secret');
    const text = 'no secret';
    expect(masker.values(text, 'shown')).toBe(text);
    expect(masker.values(text)).toBe('no ••••');
    expect(masker.values(text, 'masked')).toBe('no ••••');
  });

  it.each([
    ['a token that came under a name of its own', 'token_response', `{"data":{"x":"${random}"}}`],
    ['a token that came by itself in JSON', 'token_response', `"${random}"`],
    ['what a name of the protocol stood before', 'protocol', `x=1&client_assertion=${random}`],
    ['what a secret name stood before', 'page', `<input name="csrf_token" value="${random}">`],
  ] as const)('is %s [37]', (_, kind, text) => {
    const { masker } = maskerOf();
    masker.text(text, kind);
    expect(masker.values(`it was ${random} then`)).toBe('it was •••• then');
  });

  it('is hidden in JSON that is sent with all that is inside of it [37]', () => {
    expect(maskerOf().masker.text('{"code":{"a":["b"]},"c":"d"}', 'protocol')).toBe('{"code":{"a":["••••"]},"c":"d"}');
    expect(maskerOf().masker.text('{"code":{"a":"b"}}', 'data')).toBe('{"code":{"a":"b"}}');
  });

  it('is nothing of data, no word and nothing short: they would blank out what the user came for', () => {
    const { masker } = maskerOf();
    masker.text(`access_token=${random}`, 'data');
    masker.text(`{"access_token":"${random}"}`, 'data');
    masker.text('code=short-1&state=1234567', 'protocol');
    masker.text('code=access_denied', 'page');
    for (const text of [random, 'short-1', '1234567', 'access_denied']) expect(masker.values(text)).toBe(text);
  });

  it('is no ID at the end of a login through Peaka: later requests are about it', () => {
    const { masker } = maskerOf();
    const id = '0208f7e6-b62e-44dc-8b9f-f2ce27f0ddee';
    for (const mark of ['?', '&'])
      masker.text(`http://127.0.0.1:4000/peaka/x?connectionId=${id}${mark}status=success`, 'page');
    expect(masker.values(id)).toBe(id);
  });

  it('is a code of twelve characters and more, in JSON that is sent, too [37]', () => {
    const { masker } = maskerOf();
    expect(masker.text('{"code":"M.C507_BL2.!","state":"x"}', 'protocol')).toBe('{"code":"••••","state":"••••"}');
    expect(masker.values('it was M.C507_BL2.!')).toBe('it was ••••');
  });
});

describe('a text without secrets', () => {
  /** Counts how often a text is searched. */
  function counted() {
    let version = 0;
    let searches = 0;
    const known: KnownSecrets = {
      note: () => undefined,
      learn: () => undefined,
      version: () => version,
      find: () => {
        searches += 1;
      },
    };
    const masker = createMasker(known);
    return {
      masker,
      newSecret: () => {
        version += 1;
      },
      searchesOf: (work: () => unknown) => {
        searches = 0;
        work();
        return searches;
      },
    };
  }
  const rules: [string, (masker: Masker, text: string) => string][] = [
    ['in its values', (masker, text) => masker.values(text)],
    ['by its names, too', (masker, text) => masker.text(text, 'data')],
  ];

  it.each(rules)('is searched once, and once more after each new secret: %s', (_, mask) => {
    const { masker, newSecret, searchesOf } = counted();
    const twice = () => [mask(masker, 'a header'), mask(masker, 'a header')];
    expect(searchesOf(twice)).toBe(1);
    expect(searchesOf(twice)).toBe(0);
    newSecret();
    expect(searchesOf(twice)).toBe(1);
    expect(searchesOf(twice)).toBe(0);
  });

  it.each(rules)('is not remembered where it is long, as it rarely repeats: %s', (_, mask) => {
    const { masker, searchesOf } = counted();
    const twice = (length: number) => () => [1, 2].map(() => mask(masker, 'x'.repeat(length)));
    expect(searchesOf(twice(500))).toBe(1);
    expect(searchesOf(twice(501))).toBe(2);
  });

  it('is forgotten where there are too many', () => {
    const { masker, searchesOf } = counted();
    masker.values('the first');
    for (let text = 0; text < 10_001; text += 1) masker.values(String(text));
    expect(searchesOf(() => masker.values('the first'))).toBe(1);
  });
});

describe('a token response that is no JSON', () => {
  it.each([
    ['a form', 'a=b', 'a=••••'],
    ['a form with blanks around it', ' a=b ', ' a=•••• '],
    ['a form in the middle of a text', 'x a=b', '••••'],
    ['a form with more behind it', 'a=b <c>', '••••'],
    ['padded Base64', 'YWJj==', '••••'],
  ])('is shown as what it may be: %s [37]', (_, text, shown) => {
    expect(maskerOf().masker.text(text, 'token_response')).toBe(shown);
  });
});
