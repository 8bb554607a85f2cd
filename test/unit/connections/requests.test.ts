import { describe, expect, it } from 'vitest';
import type { GrantRun } from '../../../app/connections/grants/grant-runner.ts';
import { createRequests } from '../../../app/connections/requests.ts';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { PlatformError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { connection } from '../../servers/items.ts';
import { rejection } from '../oauth/token-settings.ts';

const tokenSet: TokenSet = { accessToken: 'a', tokenType: 'Bearer', obtainedAt: 0 };
const ours = (changes: Partial<Connection> = {}) => connection({ scopes: ['read'], ...changes });

/** Logins that go on until the test ends them. */
function logins() {
  const runs: (GrantRun & { end: (outcome: TokenSet | Error) => void })[] = [];
  const changes: string[] = [];
  const requests = createRequests(
    (grant) => {
      const { promise, resolve, reject } = Promise.withResolvers<TokenSet>();
      runs.push({ ...grant, end: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)) });
      return promise;
    },
    (id) => changes.push(id),
  );
  const request = (of = ours()) =>
    requests.request({ connection: of, secrets: {}, freshSession: false, timeoutMs: 1_000 });
  const first = () => {
    const [run] = runs;
    if (run === undefined) throw new Error('no login was started');
    return run;
  };
  return { requests, runs, changes, request, first };
}

describe('a login', () => {
  it('is one for a connection, whose result all callers get; another connection has its own [24]', async () => {
    const { requests, runs, changes, request } = logins();
    const one = request();
    const same = request();
    const other = request(ours({ id: 'connection-2' }));
    expect(runs).toHaveLength(2);
    expect(changes).toEqual(['connection-1', 'connection-2']);
    runs[0]?.end(tokenSet);
    expect(await one).toBe(tokenSet);
    expect(await same).toBe(tokenSet);
    expect(requests.state('connection-1')).toBeUndefined();
    expect(requests.state('connection-2')).toBeDefined();
    runs[1]?.end(new Error('failed'));
    expect(await rejection(other)).toMatchObject({ message: 'failed' });
    expect(requests.state('connection-2')).toBeUndefined();
  });

  it('is not started with settings that cannot work, and the field is named', async () => {
    const { runs, request } = logins();
    expect(await rejection(request(ours({ clientId: '' })))).toMatchObject({
      code: 'connection.invalid',
      details: { field: 'clientId' },
    });
    expect(runs).toHaveLength(0);
  });

  it('tells its steps and what its window shows, each once', () => {
    const { requests, changes, request, first } = logins();
    void request();
    expect(requests.state('connection-1')).toMatchObject({ step: null, window: 'popup', waitsForPaste: false });
    const device = { userCode: 'A', verificationUri: 'https://x.example/', expiresAt: 1 };
    const errorPage = new PlatformError('window.error_page', verbatim('Error 500.'));
    first().onStep('waiting_for_login');
    first().onDeviceLogin(device);
    first().onErrorPage(errorPage);
    expect(requests.state('connection-1')).toMatchObject({ step: 'waiting_for_login', device, errorPage });
    const refused = { host: 'login.example' };
    first().onRefused(refused);
    expect(requests.state('connection-1')).toMatchObject({ refused });
    expect(changes).toHaveLength(5);
    first().onSignInPrompt(undefined);
    expect(changes).toHaveLength(5);
    const prompt = { host: 'login.example', scheme: 'Basic' } as const;
    first().onSignInPrompt(prompt);
    first().onSignInPrompt(prompt);
    expect(changes).toHaveLength(6);
    expect(requests.state('connection-1')).toMatchObject({ signInPrompt: prompt });
  });

  it('has no window where its grant needs none', () => {
    const { requests, request } = logins();
    void request(ours({ grant: 'client_credentials' }));
    expect(requests.state('connection-1')).toMatchObject({ window: 'none' });
  });

  it.each(['window.closed', 'window.timeout'] as const)(
    'ended by %s says what the service said in its window, which tells more',
    async (code) => {
      const errorPage = new PlatformError('window.error_page', verbatim('Error 500.'));
      const said = logins();
      const waiting = said.request();
      said.first().onErrorPage(errorPage);
      said.first().end(new PlatformError(code, verbatim('x')));
      expect(await rejection(waiting)).toBe(errorPage);
      const nothing = logins();
      const alone = nothing.request();
      nothing.first().end(new PlatformError(code, verbatim('x')));
      expect(await rejection(alone)).toMatchObject({ code });
    },
  );

  it.each([
    ['a sign-in that it cannot do', (run: GrantRun) => run.onSignInPrompt({ host: 'login.example', scheme: 'Basic' })],
    ['a page that refuses embedded windows', (run: GrantRun) => run.onRefused({ host: 'login.example' })],
  ])('that showed %s has advice of its own, and keeps its error', async (_, show) => {
    const { request, first } = logins();
    const waiting = request();
    first().onErrorPage(new PlatformError('window.error_page', verbatim('Error 500.')));
    show(first());
    first().end(new PlatformError('window.closed', verbatim('x')));
    expect(await rejection(waiting)).toMatchObject({ code: 'window.closed' });
  });

  it('that failed otherwise keeps its own error', async () => {
    const { request, first } = logins();
    const waiting = request();
    first().onErrorPage(new PlatformError('window.error_page', verbatim('Error 500.')));
    first().end(new PlatformError('window.cancelled', verbatim('x')));
    expect(await rejection(waiting)).toMatchObject({ code: 'window.cancelled' });
  });

  it('is cancelled by itself, and all are when the app ends [24]', () => {
    const { requests, runs, request } = logins();
    void request();
    void request(ours({ id: 'connection-2' }));
    requests.cancel('connection-1');
    requests.cancel('nobody');
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    requests.close();
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });
});

describe('what the user does during a login', () => {
  const callback = 'https://www.peakboard.com/oauth2-callback/?code=c';

  it('is to paste the callback, only where it is waited for, and again after a wrong one', async () => {
    const { requests, changes, request, first } = logins();
    void request();
    requests.paste('connection-1', 'anything');
    requests.paste('nobody', 'anything');
    const pasted = first().pastedCallback();
    expect(changes).toHaveLength(2);
    expect(requests.state('connection-1')).toMatchObject({ waitsForPaste: true });
    expect(() => requests.paste('connection-1', 'https://evil.example/?code=c')).toThrow(
      expect.objectContaining({ code: 'input.invalid', details: { field: 'url' } }),
    );
    expect(requests.state('connection-1')).toMatchObject({ waitsForPaste: true });
    requests.paste('connection-1', callback);
    expect(await pasted).toBe(callback);
    expect(changes).toHaveLength(3);
    expect(requests.state('connection-1')).toMatchObject({ waitsForPaste: false });
  });

  it('is to bring its window to the front, and to copy what the browser should show', () => {
    const { requests, request, first } = logins();
    const noLogin = expect.objectContaining({ code: 'connection.no_login' });
    requests.showWindow('connection-1');
    expect(() => requests.loginUrl('connection-1')).toThrow(noLogin);
    void request();
    expect(() => requests.loginUrl('connection-1')).toThrow(noLogin);
    requests.showWindow('connection-1');
    let shown = 0;
    first().onWindow({
      callback: new Promise(() => undefined),
      show: () => {
        shown += 1;
      },
    });
    first().onLoginUrl('https://login.example/?state=s');
    requests.showWindow('connection-1');
    expect(shown).toBe(1);
    expect(requests.loginUrl('connection-1')).toBe('https://login.example/?state=s');
    // It has the login's state: only who asks is told.
    expect(JSON.stringify(requests.state('connection-1'))).not.toContain('state=s');
  });
});
