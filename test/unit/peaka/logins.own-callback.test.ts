import { describe, expect, it, vi } from 'vitest';
import type { PeakaClient } from '../../../app/peaka/client.ts';
import { HttpError, RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { rejection } from '../oauth/token-settings.ts';
import { answer, failing, logins, ownCallback, values } from './peaka-logins.ts';

describe('a refusal of the service at the own callback', () => {
  const query = 'error=access_denied&error_description=No&state=s';
  const refused = async (changes: Partial<PeakaClient> = {}) => {
    const t = logins(changes);
    t.platform.login = answer(query);
    const end = rejection(t.logIn({ ...ownCallback, values }));
    await expect.poll(() => t.state('link-1')?.step).toBe('service_refused');
    expect(t.state('link-1')?.refusal).toEqual({ serviceMessage: 'access_denied: No' });
    return { ...t, end };
  };

  it('is shown, and not passed on if the user does not want it', async () => {
    const t = await refused();
    await t.passOn('link-1', false);
    expect(await t.end).toMatchObject({ code: 'peaka.service_refused', serviceMessage: 'access_denied: No' });
    expect(t.calls.map(([name]) => name)).toEqual(['create']);
    expect(t.links.get('link-1').error?.code).toBe('peaka.service_refused');
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is passed on as it came, and the login has failed whatever Peaka responds', async () => {
    const t = await refused();
    await t.passOn('link-1', true);
    expect(await t.end).toMatchObject({ code: 'peaka.login_failed', serviceMessage: 'access_denied: No' });
    expect(t.calls).toContainEqual(['passCallback', query]);
    const other = await refused({ passCallback: failing('peaka.invalid_request') });
    await other.passOn('link-1', true);
    expect(await other.end).toMatchObject({ code: 'peaka.invalid_request' });
    expect(other.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code: 'peaka.invalid_request' } });
  });

  it('can be cancelled instead [24]', async () => {
    const t = await refused();
    t.cancel('link-1');
    expect(await t.end).toMatchObject({ code: 'window.cancelled' });
  });
});

describe('a callback whose response was lost', () => {
  const lost = async (second: () => Promise<{ id: string }>, error = failing('peaka.result_unknown')) => {
    const passCallback = vi.fn<PeakaClient['passCallback']>().mockImplementationOnce(error).mockImplementation(second);
    const t = logins({ passCallback });
    t.platform.login = answer('code=c%2f&state=s');
    const first = await rejection(t.logIn({ ...ownCallback, values }));
    return { ...t, first };
  };

  it('is kept and sent again, to the byte, only when the user says so', async () => {
    const t = await lost(async () => ({ id: 'peaka-1' }));
    expect(t.first).toMatchObject({ code: 'peaka.result_unknown' });
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', error: { code: 'peaka.result_unknown' } });
    expect(JSON.stringify(t.links.list())).not.toContain('code=c');
    await t.passOn('link-1', true);
    expect(t.calls.filter(([name]) => name === 'passCallback').map(([, given]) => given)).toEqual([
      'code=c%2f&state=s',
      'code=c%2f&state=s',
    ]);
    expect(t.links.get('link-1')).toMatchObject({ state: 'ready', error: undefined });
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is kept again if it is lost again, and forgotten once Peaka refuses it', async () => {
    const t = await lost(failing('peaka.result_unknown'));
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.result_unknown' });
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.result_unknown' });
    const used = await lost(failing('peaka.invalid_request'));
    expect(await rejection(used.passOn('link-1', true))).toMatchObject({ code: 'peaka.invalid_request' });
    expect(used.links.get('link-1').error?.code).toBe('peaka.invalid_request');
    expect(await rejection(used.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('is kept if Peaka was not reached at all', async () => {
    const t = await lost(
      async () => ({ id: 'peaka-1' }),
      async () => {
        throw new HttpError('http.refused', verbatim('x'));
      },
    );
    expect(t.first).toMatchObject({ code: 'http.refused' });
    await t.passOn('link-1', true);
    expect(t.links.get('link-1').state).toBe('ready');
  });

  it.each(['peaka.rate_limited', 'peaka.key_refused', 'peaka.redirected'] as const)(
    'is kept after %s: Peaka has not looked at it',
    async (code) => {
      const t = await lost(
        async () => ({ id: 'peaka-1' }),
        async () => {
          throw new RequestError(code, verbatim('x'));
        },
      );
      expect(t.first).toMatchObject({ code });
      await t.passOn('link-1', true);
      expect(t.links.get('link-1').state).toBe('ready');
    },
  );

  it('is forgotten if the user gives up', async () => {
    const t = await lost(async () => ({ id: 'peaka-1' }));
    await t.passOn('link-1', false);
    expect(await rejection(t.passOn('link-1', true))).toMatchObject({ code: 'peaka.no_login' });
  });

  it('belongs to another login if Peaka names another connection [54]', async () => {
    const t = logins({ passCallback: async () => ({ id: 'peaka-2' }) });
    t.platform.login = answer('code=c');
    expect(await rejection(t.logIn({ ...ownCallback, values }))).toMatchObject({ code: 'peaka.wrong_connection' });
    expect(t.links.get('link-1').error?.code).toBe('peaka.wrong_connection');
  });
});
