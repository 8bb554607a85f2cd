import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BundleFacts, bundleOf } from '../../../app/console/bundle.ts';
import type { ExchangeDetail } from '../../../app/shared/exchange.ts';
import { initialExportChoices } from '../../../app/shared/export/export.ts';
import { message, verbatim } from '../../../app/shared/messages/message.ts';
import { connection, resource } from '../../servers/items.ts';
import { maskerOf, rawExchange } from './some-exchange.ts';

/** Facts in which the text stands wherever a user or a service may have put it. */
function facts(text: string, exchanges: ExchangeDetail[] = []): BundleFacts {
  return {
    info: {
      version: '1.0.0',
      platform: 'electron',
      platformDescription: 'Electron 45',
      operatingSystem: 'linux',
      region: { dates: null, numbers: null },
      languages: ['en'],
      dataFolder: '',
      notices: [
        { id: 'n', level: 'warning', title: verbatim('A file was moved'), text: verbatim(`/home/ann/x ${text}`) },
      ],
      vault: { status: 'keychain' },
    },
    system: { node: '24' },
    home: '/home/ann',
    now: 0,
    presets: ['github'],
    connections: [
      {
        connection: connection({
          username: 'ann.meyer',
          extraTokenParameters: { note: text, client_secret: text },
          apiHeaders: { 'x-note': text },
          variables: { tenant: text },
          accessTokenUrl: `https://example.com/token?x=${encodeURIComponent(text)}`,
        }),
        status: {
          status: 'needs_login',
          error: { code: 'token.invalid_grant', message: verbatim('No.'), serviceMessage: `${text} is wrong` },
        },
        secrets: ['clientSecret'],
        usedBy: [],
      },
    ],
    resources: [
      {
        resource: resource({
          url: `https://example.com/?q=${encodeURIComponent(text)}`,
          headers: [{ name: 'x-note', value: text, secret: false }],
        }),
        secrets: [],
        lastRun: null,
      },
    ],
    preferences: {
      theme: 'system',
      language: 'system',
      sidebarWidth: 260,
      consoleHeight: 300,
      loginTimeoutSeconds: 300,
      requestTimeoutSeconds: 60,
      maximumBodyMebibytes: 64,
      notifiesOfRuns: true,
      keepsRunning: false,
      copiesHeader: false,
      recentPresets: [],
      copyTarget: 'curl',
      exportChoices: initialExportChoices,
    },
    network: {
      proxy: { mode: 'manual', url: 'http://proxy.example:8080', username: 'ann', hasPassword: true },
      certificates: [],
    },
    exchanges,
    dropped: 0,
  };
}

const bundleText = (text: string, masker = maskerOf().masker, exchanges: ExchangeDetail[] = []) =>
  JSON.stringify(bundleOf(facts(text, exchanges), masker));

describe('the diagnostic bundle', () => {
  it('lets no six characters of a secret through, wherever it was put [37]', () => {
    const empty = bundleText('');
    const secret = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 60 }),
      fc.stringMatching(/^[A-Za-z0-9_.~+/=-]{12,80}$/),
    );
    fc.assert(
      fc.property(
        secret.filter((text) => text.trim().length >= 6),
        (text) => {
          const { masker, mask } = maskerOf(text);
          const exchange = {
            ...mask(rawExchange({ kind: 'token', status: 400, responseBody: Buffer.from(`${text} is wrong`) })),
            id: 1,
          };
          const bundle = bundleText(text, masker, [exchange]);
          for (let start = 0; start + 6 <= text.length; start += 1) {
            const piece = text.slice(start, start + 6);
            if (!empty.includes(piece) && !'example.com/token?x= is wrong client_secret tenant x-note'.includes(piece))
              expect(bundle).not.toContain(piece);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says what happened in English, whatever the language of the app', () => {
    const before = facts('nothing');
    const title = message('files.damaged', { what: message('files.of.resources') });
    before.info.notices = [{ id: 'n', level: 'warning', title, text: message('calls.exportFailed') }];
    expect(bundleOf(before, maskerOf().masker)).toMatchObject({
      notices: [
        { level: 'warning', title: 'The file with your resources was damaged', text: 'The file could not be written.' },
      ],
      connections: [{ status: { error: { message: 'No.' } } }],
    });
  });

  it('hides whose connection it is wherever the name stands, also while it does not work', () => {
    const { mask } = maskerOf();
    const before = facts('nothing', [
      { ...mask(rawExchange({ status: 403, responseBody: Buffer.from('Not Carla Jones') })), id: 1 },
    ]);
    const error = {
      code: 'token.invalid_grant',
      message: verbatim('No.'),
      serviceMessage: 'Carla Jones has left',
    } as const;
    for (const status of ['needs_login', 'failing'] as const) {
      const connections = before.connections.map((view) => ({
        ...view,
        status: { status, error, account: 'Carla Jones' },
      }));
      const text = JSON.stringify(bundleOf({ ...before, connections }, maskerOf().masker));
      expect(text).toContain('has left');
      expect(text).not.toContain('Carla');
    }
  });

  it('shows no key in an address or a parameter of a connection or resource [37]', () => {
    const key = 'lqkjwheq';
    const url = (name: string) => `https://{host}/${name}?api_key=${key}&api-version=7&login_hint=ann.meyer`;
    const settings = connection({
      authorizationUrl: url('authorize'),
      accessTokenUrl: url('token'),
      refreshUrl: url('refresh'),
      requestUrl: url('request'),
      revocationUrl: url('revoke'),
      introspectionUrl: url('introspect'),
      deviceAuthorizationUrl: url('device'),
      accountUrl: url('account'),
      issuer: url('issuer'),
      extraAuthorizationParameters: { key, prompt: 'login' },
      extraTokenParameters: { subscription_key: key, next: url('next') },
      extraRefreshParameters: { pass: key },
      apiHeaders: { 'X-Auth': key },
    });
    const base = facts('');
    const [view] = base.connections;
    if (view === undefined) throw new Error('The facts have a connection.');
    const text = JSON.stringify(
      bundleOf({ ...base, connections: [{ ...view, connection: settings }] }, maskerOf().masker),
    );
    expect(text).not.toContain(key);
    expect(text).not.toContain('ann.meyer');
    for (const name of ['authorize', 'token', 'refresh', 'request', 'account', 'issuer'])
      expect(text).toContain(`https://{host}/${name}?api_key=••••&api-version=7&login_hint=••••`);
    expect(text).toContain('{"name":"prompt","value":"login"}');
  });

  it('names no people and no folders of theirs, and leaves out what the resources brought', () => {
    const { mask } = maskerOf();
    const exchanges = [
      { ...mask(rawExchange({ status: 200, responseBody: Buffer.from('{"city":"Munich"}') })), id: 1 },
      { ...mask(rawExchange({ kind: 'account', status: 200, responseBody: Buffer.from('{"x":"Ann"}') })), id: 2 },
      {
        ...mask(rawExchange({ status: 403, responseBody: Buffer.from('{"error":"no","email":"a@b.example"}') })),
        id: 3,
      },
      { ...mask(rawExchange({ kind: 'token', requestBody: 'grant_type=password&username=Bo&scope=a' })), id: 4 },
    ];
    const text = bundleText('nothing', undefined, exchanges);
    for (const name of ['Munich', '"Ann"', 'a@b.example', 'username=Bo', 'ann.meyer', '/home/ann', '"ann"'])
      expect(text, name).not.toContain(name);
    expect(text).toContain('~/x nothing');
    expect(text).toContain('{\\"error\\":\\"no\\",\\"email\\":\\"••••\\"}');
    expect(text).toContain('grant_type=password&username=••••&scope=a');
  });
});
