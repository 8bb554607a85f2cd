import { describe, expect, it } from 'vitest';
import { findNamedSecrets, findSecretForms } from '../../../../app/console/mask/text-places.ts';

const named = (text: string, isHidden: (name: string, value: string) => boolean = (name) => name === 'secret') => {
  const texts: string[] = [];
  findNamedSecrets(text, isHidden, (start, end) => texts.push(text.slice(start, end)));
  return [...new Set(texts)];
};
const formed = (text: string) => {
  const texts: string[] = [];
  findSecretForms(text, (start, end) => texts.push(text.slice(start, end)));
  return texts;
};

describe('a value behind its name', () => {
  it.each([
    ['in a form', 'a=b&secret=c&d=e', ['c']],
    ['at the end of a form', 'secret=c', ['c']],
    ['before a fragment', '?secret=c#d=e', ['c']],
    ['in the value of another', 'url=https://x.example/?secret=c', ['c']],
    ['in a sentence', 'we got secret=c; try again', ['c']],
    ['in a header', 'Digest secret="c d", x="y"', ['c d']],
    ['in a script', "secret: 'c d', x: 'y'", ['c d']],
    ['in a script in a script', '{\\"secret\\":\\"c\\"}', ['c']],
    ['in XML', '<secret>c</secret><a>b</a>', ['c']],
    ['in XML with a prefix and attributes', '<x:secret a="1">c</x:secret>', ['c']],
    ['in CDATA', '<secret><![CDATA[c<d]]></secret>', ['c<d']],
    ['in a field of a page', '<input name="secret" type="hidden" value="c">', ['c']],
    ['and not where it is empty', 'secret=&a=b <secret></secret> secret=""', []],
    ['and not under a name that only ends like it', 'my-secret=c x.secret=d', []],
    ['and not where there is no name', 'just words, "quoted" ones too', []],
  ])('is found %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('is asked about with its name and itself', () => {
    const asked: string[] = [];
    named('a=b&c="d" <e>f</e>', (name, value) => {
      asked.push(`${name}:${value}`);
      return false;
    });
    expect(asked).toEqual(['a:b', 'c:d', 'e:f']);
  });
});

describe('a secret that shows itself by its form', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2ln';
  const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----';
  it.each([
    ['a JWT', `see ${jwt} here`, [jwt]],
    ['a JWT that was cut off', 'see eyJhbGciOi', ['eyJhbGciOi']],
    ['a private key', `see ${pem}\nhere`, [pem]],
    ['a private key that was cut off', `see ${pem.slice(0, 40)}`, [pem.slice(0, 40)]],
    ['a token behind its scheme', 'sent Bearer abc123, and', ['abc123']],
    ['a long token without digits', `sent token ${'x'.repeat(25)} and`, ['x'.repeat(25)]],
    ['no words behind a scheme', `a bearer token, basic knowledge, token ${'x'.repeat(24)}`, []],
    ['a login in a URL', 'at https://ann:pw@x.example/ and', ['ann:pw']],
    ['no at sign in a path', 'at https://x.example/a@b and mail ann@x.example', []],
    ['none in a sentence', 'nothing to see', []],
  ])('is %s', (_, text, expected) => {
    expect(formed(text)).toEqual(expected);
  });
});
