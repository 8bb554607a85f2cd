import { describe, expect, it } from 'vitest';
import { createKnownSecrets } from '../../../../app/console/mask/known-secrets.ts';
import { createMasker } from '../../../../app/console/mask/masker.ts';
import { createRedactor, redact } from '../../../../app/console/mask/redact.ts';

describe('in what a service says', () => {
  it.each([
    ['sandbox-secret', 'invalid secret'],
    ['sandbox-secret', 'Secret of the sandbox'],
    ['sandbox-secret', 'client-secret and client_secret are missing'],
    ['MyPassword2026', 'Wrong password, or PASSWORD expired'],
    ['correct horse battery staple', 'the battery is not correct'],
    ['sandboxes/1', 'sandboxed'],
    ['hush', 'the user Hush hushed it'],
    ['hush', 'they ahush'],
  ])('a plain word that is only a piece of the secret %s stays: %s [35]', (secret, text) => {
    expect(redact(text, [secret])).toBe(text);
  });

  it.each([
    ['sandbox-secret', 'no: sandbox-secret', 'no: ••••'],
    ['sandbox-secret', 'no: SANDBOX-SECRET', 'no: ••••'],
    ['sandbox-secret', 'no: sandbox%2Dsecret', 'no: ••••'],
    ['sandbox-secret', 'no: box-secr', 'no: ••••'],
    ['sandbox-secret', `no: ${Buffer.from('id:sandbox-secret').toString('base64url')}`, 'no: aWQ6••••'],
    ['MyPassword2026', 'no: Password20', 'no: ••••'],
    ['MyPassword2026', 'no: MyPassw', 'no: ••••'],
    ['correct horse battery', 'no: horse batt', 'no:••••'],
    ['k7dhQwmzPxTb', 'no: dhQwmz', 'no: ••••'],
    ['4711', 'no: 4711', 'no: ••••'],
    ['hush', 'no: hush_1', 'no: ••••_1'],
  ])('all else of the secret %s is masked: %s [35] [37]', (secret, text, shown) => {
    expect(redact(text, [secret])).toBe(shown);
  });

  it('a long row of letters is masked down to six of them, as a token without digits is cut somewhere [37]', () => {
    const secret = 'qzkvwmtrbnhjdfxlpgsy';
    for (let length = 6; length <= secret.length; length += 1)
      expect(redact(`no: ${secret.slice(3, 3 + length)}`, [secret])).toBe('no: ••••');
  });

  it('a long row of letters in a secret with other signs is masked down to six of them, too [37]', () => {
    expect(redact('no: kvwmtr', ['qzkvwmtrbnhjdf-1'])).toBe('no: ••••');
  });

  it('a secret that is a plain word itself is masked, whole and in part [37]', () => {
    expect(redact('invalid sunshine', ['sunshine'])).toBe('invalid ••••');
    expect(redact('invalid Sunshi', ['sunshine'])).toBe('invalid ••••');
    expect(redact('no:sunshine!', ['sunshine.'])).toBe('no:••••!');
    expect(redact('no:my sunshine a', ['my sunshine a'])).toBe('no:••••');
    expect(redact('no: aa Bb cc', ['aa Bb cc'])).toBe('no: ••••');
  });
});

it('shows a word of eleven letters that is a piece of a secret, and none of twelve [35] [37]', () => {
  expect(redact('no abcdefghijk', ['abcdefghijk-1'])).toBe('no abcdefghijk');
  expect(redact('no abcdefghijkl', ['abcdefghijkl-1'])).toBe('no ••••');
});

it('takes no letters of two secrets for a word, where they overlap or touch [37]', () => {
  expect(redact('no: abcdefghijkl', ['abcdefgh-1', 'efghijkl-2'])).toBe('no: ••••');
  expect(redact('no: abcdefghijkl', ['abcdef-1', 'ghijkl-2'])).toBe('no: ••••');
});

it('joins pieces that overlap or touch, in whatever order they are found [37]', () => {
  expect(redact('no: a1b2c3d4e5f6 and f6e5d4c3b2a1', ['f6e5d4c3b2a1', 'a1b2c3d4e5f6'])).toBe('no: •••• and ••••');
  expect(redact('no: ab12 and cd34ef56', ['ab12', 'cd34ef56'])).toBe('no: •••• and ••••');
  expect(redact('', ['secret-1'])).toBe('');
  expect(redact('fine', [undefined])).toBe('fine');
});

describe('one secret', () => {
  function build() {
    const known = createKnownSecrets();
    for (const secret of ['sandbox-secret', 'service', 'Zr8kQ2vT0x']) known.learn(secret);
    const masker = createMasker(known);
    return { masker, ...createRedactor(masker) };
  }

  it('that is a word does not blank a sentence of our own, which everybody could fill in; others are masked there [37]', () => {
    const { sentence, serviceMessage } = build();
    const text = 'The service refused the secret at zr8kq2vt0x.example.com.';
    expect(sentence(text)).toBe('The service refused the secret at ••••.example.com.');
    expect(serviceMessage(text)).toBe('The •••• refused the secret at ••••.example.com.');
  });

  it('is masked in all its words in the console, which is exported [37]', () => {
    expect(build().masker.values('a secret of the sandbox')).toBe('a •••• of the ••••');
  });
});
