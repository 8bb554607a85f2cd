import { describe, expect, it } from 'vitest';
import type { LogInRequest } from '../../../app/peaka/login-ways.ts';
import { HttpError, PlatformError, RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { rejection } from '../oauth/token-settings.ts';
import { link } from './peaka-links.ts';
import { failing, logins, ownApp, request, values } from './peaka-logins.ts';

describe('a login that fails', () => {
  const ended = async (t: ReturnType<typeof logins>, given: LogInRequest = request) => {
    const error = await rejection(t.logIn(given));
    expect(t.state('link-1')).toBeNull();
    return error;
  };

  it.each([
    ['fail', '?connectionId=peaka-1&status=fail', 'peaka.login_failed'],
    ['another connection', '?connectionId=peaka-2&status=success', 'peaka.wrong_connection'],
    ['a parameter twice', '?connectionId=peaka-1&status=fail&status=success', 'callback.duplicate_parameter'],
  ])('leaves an unfinished link with its error: %s', async (_name, query, code) => {
    const t = logins();
    t.platform.login = async ({ callbackUrl }) => ({ url: `${callbackUrl}${query}`, method: 'GET' });
    expect(await ended(t)).toMatchObject({ code });
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', peakaId: 'peaka-1', error: { code } });
    expect(t.calls.map(([name]) => name)).toEqual(['create']);
  });

  it.each(['window.closed', 'window.timeout', 'window.load_failed'] as const)(
    'leaves an unfinished link with its error: %s [24]',
    async (code) => {
      const t = logins();
      t.platform.login = async () => {
        throw new PlatformError(code, verbatim('x'));
      };
      expect(await ended(t)).toMatchObject({ code });
      expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code } });
    },
  );

  it('tells the error page at which the user closed the window', async () => {
    const t = logins();
    t.platform.login = async ({ onErrorPage }) => {
      onErrorPage?.({ host: 'login.example', serviceMessage: 'invalid_client' });
      expect(t.state('link-1')?.errorPage).toMatchObject({ serviceMessage: 'invalid_client' });
      throw new PlatformError('window.closed', verbatim('x'));
    };
    expect(await ended(t)).toMatchObject({ code: 'window.error_page' });
    expect(t.links.get('link-1').error).toMatchObject({ code: 'window.error_page' });
  });

  it('shows a page that refuses the window, or asks for a sign-in that the window cannot do', async () => {
    const t = logins();
    t.platform.login = async ({ onRefused, onExchange }) => {
      onRefused?.({ host: 'login.example' });
      const responseHeaders = { 'www-authenticate': 'Negotiate' };
      onExchange?.({
        at: 1,
        method: 'GET',
        url: 'https://sso.example/',
        requestHeaders: {},
        status: 401,
        responseHeaders,
      });
      expect(t.state('link-1')).toMatchObject({
        refused: { host: 'login.example' },
        signInPrompt: { host: 'sso.example', scheme: 'Negotiate' },
      });
      throw new PlatformError('window.closed', verbatim('x'));
    };
    expect(await ended(t)).toMatchObject({ code: 'window.closed' });
    expect(t.exchanges).toMatchObject([{ kind: 'window', error: 'window.sign_in_prompt' }]);
  });

  it('is unconfirmed if the connection is not there although Peaka reported success', async () => {
    const t = logins({ get: failing('peaka.not_found') });
    expect(await ended(t)).toMatchObject({ code: 'peaka.login_unconfirmed' });
    expect(t.links.get('link-1').error?.code).toBe('peaka.login_unconfirmed');
    const other = logins({ get: async () => ({ id: 'peaka-2', name: '', type: '', url: undefined }) });
    expect(await ended(other)).toMatchObject({ code: 'peaka.login_unconfirmed' });
  });

  it('leaves nothing here if Peaka refused to create the connection', async () => {
    const t = logins({ create: failing('peaka.invalid_request') });
    expect(await ended(t, { ...ownApp, values })).toMatchObject({ code: 'peaka.invalid_request' });
    expect(t.links.list()).toEqual([]);
    expect(t.vault.stored.size).toBe(0);
  });

  it('stays known as unfinished if the ID cannot be stored, and opens no window', async () => {
    const t = logins();
    t.unwritableFrom('peaka-1');
    expect(await rejection(t.logIn(request))).toMatchObject({ code: 'settings.unwritable' });
    expect(t.links.get('link-1')).toMatchObject({ peakaId: '', error: { code: 'settings.unwritable' } });
    expect(t.platform.openWindows()).toBe(0);
  });

  it('stays known without an ID if Peaka may have created the connection', async () => {
    const t = logins({ create: failing('peaka.result_unknown') });
    expect(await ended(t)).toMatchObject({ code: 'peaka.result_unknown' });
    expect(t.links.get('link-1')).toMatchObject({
      state: 'unfinished',
      peakaId: '',
      error: { code: 'peaka.result_unknown' },
    });
  });

  it('is started again only after what it left at Peaka is deleted, or gone', async () => {
    const t = logins({ remove: failing('peaka.not_found') });
    t.links.put(link({ state: 'unfinished', peakaId: 'peaka-0' }));
    await t.logIn(request);
    expect(t.calls.map(([name, given]) => [name, given])).toMatchObject([
      ['remove', 'peaka-0'],
      ['create', {}],
      ['get', 'peaka-1'],
    ]);
    const down = logins({
      remove: async () => {
        throw new HttpError('http.offline', verbatim('x'));
      },
    });
    down.links.put(link({ state: 'unfinished', peakaId: 'peaka-0' }));
    expect(await ended(down)).toMatchObject({ code: 'http.offline' });
    expect(down.links.get('link-1').peakaId).toBe('peaka-0');
    expect(down.calls.map(([name]) => name)).toEqual(['remove']);
  });
});

describe('a cancelled login', () => {
  it('leaves nothing if Peaka was not asked yet', async () => {
    const t = logins();
    const waiting = rejection(t.logIn(request));
    t.cancel('link-1');
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    expect(t.links.list()).toEqual([]);
    expect(t.calls).toEqual([]);
  });

  it('stays known, and learns the ID of what Peaka still created', async () => {
    const created = Promise.withResolvers<{ id: string; name: string; type: string; url: undefined }>();
    const t = logins({ create: () => created.promise });
    const waiting = rejection(t.logIn(request));
    await expect.poll(() => t.calls.length).toBe(1);
    t.cancel('link-1');
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    expect(t.links.get('link-1')).toMatchObject({ peakaId: '', error: { code: 'window.cancelled' } });
    created.resolve({ id: 'peaka-9', name: '', type: '', url: undefined });
    await expect.poll(() => t.links.get('link-1').peakaId).toBe('peaka-9');
  });

  it('deletes at Peaka what nothing here knows any more, and forgets a link that Peaka refused', async () => {
    const created = Promise.withResolvers<{ id: string; name: string; type: string; url: undefined }>();
    const t = logins({ create: () => created.promise });
    const waiting = rejection(t.logIn(request));
    await expect.poll(() => t.calls.length).toBe(1);
    t.cancel('link-1');
    await waiting;
    t.links.remove('link-1');
    created.resolve({ id: 'peaka-9', name: '', type: '', url: undefined });
    await expect.poll(() => t.calls.at(-1)).toEqual(['remove', 'peaka-9']);

    const refused = Promise.withResolvers<never>();
    const other = logins({ create: () => refused.promise });
    const second = rejection(other.logIn(request));
    await expect.poll(() => other.calls.length).toBe(1);
    other.cancel('link-1');
    await second;
    refused.reject(new RequestError('peaka.invalid_request', verbatim('no')));
    await expect.poll(() => other.links.list()).toEqual([]);
  });

  it('is what follows if the user removes the link, which does not come back', async () => {
    const t = logins();
    t.platform.login = () => new Promise(() => undefined);
    const waiting = rejection(t.logIn(request));
    await expect.poll(() => t.platform.openWindows()).toBe(1);
    t.links.remove('link-1');
    expect(await waiting).toMatchObject({ code: 'window.cancelled' });
    expect(t.platform.openWindows()).toBe(0);
    expect(t.links.list()).toEqual([]);
  });

  it('closes its window, and so does the end of the app [24]', async () => {
    for (const end of ['cancel', 'close'] as const) {
      const t = logins();
      t.platform.login = () => new Promise(() => undefined);
      const waiting = rejection(t.logIn(request));
      await expect.poll(() => t.platform.openWindows()).toBe(1);
      t.showWindow('link-1');
      expect(t.platform.shown).toEqual(['link-1']);
      t[end]('link-1');
      expect(await waiting).toMatchObject({ code: 'window.cancelled' });
      expect(t.platform.openWindows()).toBe(0);
      expect(t.links.get('link-1')).toMatchObject({ peakaId: 'peaka-1', error: { code: 'window.cancelled' } });
    }
  });
});
