import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallName, EventPayload } from '../../../app/shared/contract/contract.ts';
import { errorCodes } from '../../../app/shared/error-codes.ts';
import { AppError, OAuthError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { safeText } from '../../../app/shared/safe-text.ts';
import { isPacked, longestPacked, pieces, secretText, spellings } from '../console/said-back.ts';
import { atBorder } from './at-border.ts';

const secret = 'Zr8kQ2-vT0xLm95n';

/** What each field that has words of a service holds, by the call that brings it. */
const error = (text: string) => ({
  code: 'token.refused',
  message: `The extra parameter "${text}" is set by Tokenboard.`,
  serviceMessage: text,
  details: { host: text, issuer: text, scope: text, error: text, errorUri: `https://example.com/${text}`, status: 400 },
});
const view = (status: object) => ({ connection: { id: 'c' }, status, secrets: [], usedBy: [] });
const responses: Partial<Record<CallName, (text: string) => unknown>> = {
  'connections.list': (text) => [
    view({
      status: 'authorized',
      account: text,
      scopes: [text],
      tokenTypeNote: verbatim(`The service calls this token “${text}”.`),
    }),
    view({ status: 'failing', error: error(text), account: text }),
    view({
      status: 'authorizing',
      refused: { host: text, reason: text },
      errorPage: error(text),
      signInPrompt: { host: text, scheme: 'Basic' },
    }),
  ],
  'connections.introspect': (text) => ({ active: true, scopes: [text], account: text, facts: [[text, text]] }),
  'connections.discover': (text) => ({
    host: text,
    issuer: text,
    authorizationUrl: `https://example.com/${text}`,
    scopes: [text],
    notes: [{ kind: 'issuer_differs', issuer: text }],
  }),
  'connections.removeAuthorization': (text) => ({ revoked: 'failed', error: error(text), view: view({}) }),
  'resources.run': (text) => ({
    statusText: text,
    contentType: text,
    finalUrl: `https://example.com/${text}`,
    notes: [`The service redirected to ${text}.`],
    error: error(text),
  }),
};
/** A word that is only a piece may be shown (`plain-words.ts`). */
const mayStay = (piece: string) => /^(?:\p{L}{0,2}\s|[+\-_.,:;/])?\p{L}+(?:\s\p{L}{0,2}|[+\-_.,:;/])?$/u.test(piece);
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('what crosses to the window', () => {
  it('shows no secret that a service says back, in whatever spelling and field, and with whatever error [35] [51]', () => {
    fc.assert(
      fc.property(
        secretText.filter((text) => text.trim().length >= 6 && !text.includes('•')),
        fc.nat(spellings.length - 1),
        fc.constantFrom(...errorCodes),
        fc.boolean(),
        (text, spell, code, isCleaned) => {
          const { response, event, report } = atBorder(text);
          const spelled = spellings[spell]?.(text) ?? text;
          const sentence = `no: ${isCleaned ? safeText(spelled) : spelled} is it`;
          const connectionsChanged = { views: responses['connections.list']?.(sentence), removed: [] };
          const shown = [
            ...Object.entries(responses).map(([call, make]) => response(call as CallName, make(sentence))),
            // Only the texts count here.
            event('connections.changed', connectionsChanged as EventPayload<'connections.changed'>),
            report(new AppError(code, verbatim(sentence), { serviceMessage: sentence, details: { host: sentence } })),
          ].flatMap(textsIn);
          const own = textsIn([Object.values(responses).map((make) => make('no:  is it')), code]).join('\n');
          const packed = spelled !== text && isPacked.test(spelled) ? pieces(spelled, longestPacked) : [];
          const parts = [...pieces(text), ...packed].filter((piece) => !mayStay(piece));
          // Whole it never stays, but for a secret that is a word, in a sentence of our own.
          const telling = [...parts, ...(/^\p{L}+$/u.test(text) ? [] : [text])].filter((piece) => !own.includes(piece));
          expect(telling.filter((piece) => shown.some((each) => each.includes(piece)))).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it.each(['callback.error', 'id_token.issuer_mismatch'] as const)(
    'an error %s has no secret in it [35] [51]',
    (code) => {
      const { report } = atBorder(secret);
      const details = { issuer: `https://${secret}.example.com`, status: 400 };
      expect(
        report(new OAuthError(code, verbatim(`${secret} is odd.`), { serviceMessage: `bad ${secret}`, details })),
      ).toEqual({
        code,
        message: verbatim('•••• is odd.'),
        serviceMessage: 'bad ••••',
        details: { issuer: 'https://••••.example.com', status: 400 },
      });
    },
  );

  it('a message, also one among the details, has no secret in its values, whatever their names are [35] [51]', () => {
    const { report } = atBorder(secret);
    const inside = { id: 'core.unexpected', values: { status: secret, count: 3 } };
    const text = { id: 'core.unexpected', values: { id: secret, body: `a ${secret}`, kind: inside } };
    const masked = {
      id: 'core.unexpected',
      values: { id: '••••', body: 'a ••••', kind: { id: 'core.unexpected', values: { status: '••••', count: 3 } } },
    };
    const reported = report(new OAuthError('token.refused', text, { details: { status: text } }));
    expect([reported.message, reported.details]).toEqual([masked, { status: masked }]);
  });

  it('an address or scope of a discovery document that has a secret in it is left out, not spoiled [51]', () => {
    const found = {
      issuer: 'https://login.example.com',
      accessTokenUrl: `https://login.example.com/${secret}`,
      scopes: ['read', secret],
    };
    expect(atBorder(secret).response('connections.discover', found)).toEqual({
      issuer: 'https://login.example.com',
      accessTokenUrl: '',
      scopes: ['read'],
    });
  });

  it('is the data, the settings and the login code as they are, and the secret that was asked for', () => {
    const { response } = atBorder(secret, 'field', 'WDJB-MJHT');
    const device = { userCode: 'WDJB-MJHT', verificationUri: 'https://example.com/', expiresAt: 1 };
    const authorizing = {
      connection: { username: secret },
      status: { status: 'authorizing', device },
      secrets: ['clientSecret'],
    };
    expect(response('connections.save', authorizing)).toEqual(authorizing);
    for (const call of [
      'preview.rows',
      'resources.save',
      'secrets.reveal',
      'console.curl',
      'connections.loginLink',
    ] as const)
      expect(response(call, { value: secret })).toEqual({ value: secret });
    const run = { body: { status: 'unparsed', message: secret }, statusText: 'OK' };
    expect(response('resources.run', run)).toEqual(run);
  });

  it('is the ID of a connection at Peaka as it is, whatever else has that text: the window names it so', () => {
    const link = {
      peakaId: secret,
      accountId: secret,
      clientId: secret,
      ownCallbackUrl: `https://own.example/${secret}`,
    };
    const { response } = atBorder(secret);
    expect(response('peaka.links', [{ link }])).toEqual([{ link }]);
    expect(response('peaka.connections', { connections: [{ id: secret, name: secret, linkId: secret }] })).toEqual({
      connections: [{ id: secret, name: '••••', linkId: secret }],
    });
  });

  it('is a target with its own texts, which would be saved masked. Only what the target said is masked', () => {
    const { response } = atBorder(secret);
    const push = { id: 'p', name: `Board ${secret}`, values: { url: `https://example.com/${secret}` } };
    const state = (text: string) => ({
      error: { code: 'push.refused', message: verbatim(text), serviceMessage: text },
    });
    const view = (text: string) => ({ push, secretNames: [secret], state: state(text) });
    for (const call of ['push.save', 'push.restore', 'push.send'] as const)
      expect(response(call, view(`no: ${secret}`))).toEqual(view('no: ••••'));
    expect(response('push.list', [view(`no: ${secret}`)])).toEqual([view('no: ••••')]);
  });

  it('is masked in a call that nobody has thought of', () => {
    expect(atBorder(secret).response('connections.later' as CallName, { anything: [{ at: secret }] })).toEqual({
      anything: [{ at: '••••' }],
    });
  });
});

describe('names of Peaka’s types', () => {
  const password = 'postgres';
  const type = (name: string) => ({ type: name, label: name, fields: [{ name, description: name }] });
  const link = (name: string) => ({
    link: { type: name, name, project: { id: name, name } },
    secrets: [],
    login: null,
  });

  it('stay, because they go back to Peaka: a password may be the name of its database', () => {
    const { response } = atBorder(password);
    expect(response('peaka.types', [type('POSTGRES')])).toEqual([
      { type: 'POSTGRES', label: '••••', fields: [{ name: 'POSTGRES', description: '••••' }] },
    ]);
    expect(response('peaka.links', [link('postgres')])).toMatchObject([{ link: { type: 'postgres', name: '••••' } }]);
    expect(response('peaka.handOverPlan', { handed: ['postgres'], missing: ['postgres_url'] })).toEqual({
      handed: ['postgres'],
      missing: ['postgres_url'],
    });
    expect(response('peaka.connections', { connections: [{ id: 'c', name: password, type: password }] })).toEqual({
      connections: [{ id: 'c', name: '••••', type: password }],
    });
  });

  it('and the ID of a connection there, whatever it looks like', () => {
    const made = { link: { ...link('n').link, peakaId: secret }, secrets: [], login: null };
    expect(atBorder(secret).response('peaka.logIn', made)).toMatchObject({ link: { peakaId: secret } });
  });

  it('are masked unless they are of words alone', () => {
    const { response } = atBorder(secret);
    expect(JSON.stringify(response('peaka.types', [type(secret)]))).not.toContain(secret);
    expect(JSON.stringify(response('connections.introspect', { type: 'postgres' }))).toContain('postgres');
    expect(atBorder(password).response('connections.introspect', { type: password })).toEqual({ type: '••••' });
  });
});
