import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CopyAsDeps, copyAs } from '../../../../app/resources/copy-as/copy-as.ts';
import type { Connection } from '../../../../app/shared/connection/connection.ts';
import { type Copied, type CopyTarget, copyTargets } from '../../../../app/shared/copy-as.ts';
import { RequestError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import type { Resource } from '../../../../app/shared/resource/resource.ts';
import { applyPasted } from '../../../../renderer/resources/paste/apply-pasted.ts';
import { readPasted } from '../../../../renderer/resources/paste/read-pasted.ts';
import { connection, resource } from '../../../servers/items.ts';

const accessToken = 'canary-access-token';

function depsOf(item: Resource, secrets: Record<string, string>, of: Connection = connection()): CopyAsDeps {
  const tokenSet = { accessToken, obtainedAt: 0, values: {} } as ReturnType<CopyAsDeps['tokens']['peek']> & object; // what copying reads of it
  return {
    resources: { get: () => item },
    tokens: { usableToken: () => tokenSet, peek: () => tokenSet },
    fetch: {
      connections: { find: () => of },
      vault: {
        has: (_owner: string, name: string) => name in secrets,
        read: (_owner: string, name: string) => secrets[name],
      },
      practice: { current: () => undefined, ensure: () => Promise.reject(new Error('not needed')) },
      authorizer: {
        requireHost: (_connection: Connection, { host }: URL) => {
          if (host === 'api.example.com') return;
          throw new RequestError('resource.host_not_allowed', verbatim(host));
        },
      },
    } as unknown as CopyAsDeps['fetch'], // the parts that copying uses
  };
}

const textOf = (copied: Copied): string => {
  if (copied.kind === 'text') return copied.text;
  return copied.kind === 'fields' ? copied.fields.map(({ value }) => value).join('\n') : '';
};
const copy = (
  item: Resource,
  secrets: Record<string, string>,
  target: CopyTarget,
  withToken: boolean,
  of?: Connection,
) => copyAs({ id: item.id, target, withToken }, depsOf(item, secrets, of));

const withOAuth = resource({ authorization: { type: 'oauth', connectionId: 'connection-1' } });

describe('copying a request', () => {
  it('writes the token only on the explicit choice, for every target [35]', async () => {
    for (const target of copyTargets) {
      const masked = await copy(withOAuth, {}, target, false);
      expect(textOf(masked), target).not.toContain(accessToken);
      expect(textOf(masked), target).toContain('TOKENBOARD_TOKEN');
      const real = await copy(withOAuth, {}, target, true);
      expect(textOf(real), target).toContain(accessToken);
      expect(textOf(real), target).not.toContain('TOKENBOARD_');
    }
  });

  it('shows a variable for each secret, and says what goes in [35]', async () => {
    const item = resource({
      url: 'https://api.example.com/{tenant}/x?key={key}',
      variables: { tenant: 'acme' },
      method: 'POST',
      body: { type: 'json', text: '{"k":"{key}"}', variables: '' },
      headers: [{ name: 'X-Api-Key', value: '', secret: true }],
      secretValues: ['key'],
      authorization: { type: 'basic', username: 'ann' },
    });
    const secrets = { 'header:x-api-key': 'canary-1', 'value:key': 'canary-2', basicPassword: 'canary-3' };
    const masked = await copy(item, secrets, 'curl', false);
    expect(textOf(masked)).toBe(
      [
        `curl --globoff --path-as-is --request POST 'https://api.example.com/acme/x?key='"$TOKENBOARD_KEY"`,
        `--header 'Content-Type: application/json'`,
        `--header 'Accept: application/json, */*;q=0.5'`,
        `--header 'X-Api-Key: '"$TOKENBOARD_X_API_KEY"`,
        `--user 'ann:'"$TOKENBOARD_PASSWORD"`,
        `--data-raw '{"k":"'"$TOKENBOARD_KEY"'"}'`,
      ].join(' \\\n  '),
    );
    expect(masked.kind === 'text' && masked.variables.map(({ name }) => name)).toEqual([
      'TOKENBOARD_KEY',
      'TOKENBOARD_X_API_KEY',
      'TOKENBOARD_PASSWORD',
    ]);
    for (const target of copyTargets)
      expect(JSON.stringify(await copy(item, secrets, target, false))).not.toContain('canary');
    const real = textOf(await copy(item, secrets, 'curl', true));
    for (const secret of ['canary-1', 'canary-2', btoa('ann:canary-3')]) expect(real).toContain(secret);
  });

  it('needs no login for a copy without the token, and no host for it', async () => {
    const elsewhere = { ...withOAuth, url: 'https://elsewhere.example.com/' };
    expect(textOf(await copy(elsewhere, {}, 'curl', false))).toContain('"$TOKENBOARD_TOKEN"');
    await expect(copy(elsewhere, {}, 'curl', true)).rejects.toMatchObject({ code: 'resource.host_not_allowed' });
  });

  it('puts a token into the query where the service expects it', async () => {
    const inQuery = connection({ tokenPlacement: { in: 'query', name: 'access_token', prefix: '' } });
    const text = textOf(await copy(withOAuth, {}, 'python', false, inQuery));
    expect(text).toContain('"https://api.example.com/data?access_token=" + os.environ["TOKENBOARD_TOKEN"]');
  });

  it('says what to do instead of copying a signature', async () => {
    const signing = connection({ grant: 'oauth1' });
    expect(await copy(withOAuth, {}, 'curl', true, signing)).toMatchObject({
      kind: 'refused',
      message: { id: 'copyAs.signed' },
    });
  });

  it('refuses a header with a line break', async () => {
    const broken = resource({ headers: [{ name: 'X', value: 'a\r\nHost: evil', secret: false }] });
    await expect(copy(broken, {}, 'curl', false)).rejects.toMatchObject({ code: 'resource.invalid' });
  });

  it("fills in Peakboard's fields, with the settings of the login", async () => {
    const item = {
      ...withOAuth,
      dataPath: '/data/line items/0',
      headers: [{ name: 'X-V', value: '2', secret: false }],
    };
    const of = connection({ scopes: ['a', 'b'], accessType: 'offline' });
    const copied = await copy(item, {}, 'peakboard', false, of);
    expect(copied.kind === 'fields' && copied.fields.map(({ label, value }) => [label.id, value])).toEqual([
      ['copyAs.peakboard.source', 'JSON'],
      ['copyAs.peakboard.url', 'https://api.example.com/data'],
      ['copyAs.peakboard.path', "$.data['line items'][0]"],
      ['copyAs.peakboard.header', 'application/json, */*;q=0.5'],
      ['copyAs.peakboard.header', '2'],
      ['copyAs.peakboard.authentication', 'OAuth'],
      ['copyAs.peakboard.callback', 'https://www.peakboard.com/oauth2-callback/'],
      ['copyAs.peakboard.authorizationUrl', 'https://auth.example.com/authorize'],
      ['copyAs.peakboard.accessTokenUrl', 'https://auth.example.com/token'],
      ['copyAs.peakboard.clientId', 'client'],
      ['copyAs.peakboard.scope', 'a b'],
      ['copyAs.peakboard.accessType', 'offline'],
      ['copyAs.peakboard.currentToken', '<TOKENBOARD_TOKEN>'],
    ]);
  });

  /** `{{` begins a relative date, and one that is not known is an error before anything is sent or copied. */
  const hasNoDate = (each: string) => !each.includes('{{');
  const text = fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
    .filter((each) => each.trim() !== '' && hasNoDate(each));
  const anyResource = fc
    .record({
      path: fc.stringMatching(/^[\w\-.~!$()*+,;:@/]{0,20}$/),
      query: fc.array(fc.tuple(fc.stringMatching(/^q[a-z]{0,5}$/), text), { maxLength: 3 }),
      headers: fc.uniqueArray(fc.tuple(fc.stringMatching(/^X-[A-Z][a-z]{0,8}$/), text), {
        maxLength: 3,
        selector: ([name]) => name.toLowerCase(),
      }),
      authorization: fc.constantFrom<Resource['authorization']>(
        { type: 'none' },
        { type: 'bearer' },
        { type: 'basic', username: 'ann' },
      ),
      body: fc.option(
        fc.dictionary(text, fc.string({ unit: 'grapheme', maxLength: 20 }).filter(hasNoDate), { maxKeys: 3 }),
        {
          nil: undefined,
        },
      ),
    })
    .map(({ path, query, headers, authorization, body }) =>
      resource({
        url: `https://api.example.com/${path}${query.length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
        headers: headers.map(([name, value]) => ({ name, value: value.trim(), secret: false })),
        authorization,
        ...(body === undefined
          ? {}
          : { method: 'POST' as const, body: { type: 'json' as const, text: JSON.stringify(body), variables: '' } }),
      }),
    );

  it('gives the same request again when a copied cURL command is pasted', async () => {
    const secrets = { bearerToken: 'canary-token', basicPassword: "pass'word" };
    await fc.assert(
      fc.asyncProperty(anyResource, async (item) => {
        const copied = textOf(await copy(item, secrets, 'curl', true));
        const pasted = readPasted(copied);
        if (pasted === undefined) throw new Error(copied);
        const applied = applyPasted(resource(), pasted);
        const again = resource(applied.change);
        expect(again.authorization).toEqual(item.authorization);
        expect(textOf(await copy(again, { ...applied.secrets }, 'curl', true))).toBe(copied);
      }),
      { numRuns: 100 },
    );
  });
});
