import { describe, expect, it } from 'vitest';
import { createPeakaAccounts } from '../../../app/peaka/accounts.ts';
import type { PeakaClient } from '../../../app/peaka/client.ts';
import type { StoredAccount } from '../../../app/peaka/peaka-file.ts';
import { HttpError, RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { zoneAddresses } from '../../../app/shared/peaka/account.ts';
import { rejection } from '../oauth/token-settings.ts';
import { peakaAccount, playedClient } from './peaka-accounts.ts';
import { memoryVault } from './peaka-links.ts';

const now = 1_800_000_000_000;
const place = (id: string) => ({ id, name: id });

function opened(answers: Partial<PeakaClient> = {}) {
  let content: readonly StoredAccount[] = [];
  let changes = 0;
  const vault = memoryVault();
  const { client, calls } = playedClient(answers);
  const accounts = createPeakaAccounts({
    settings: {
      read: () => content,
      save: (next) => {
        content = next;
      },
    },
    vault,
    client,
    practice: { start: async () => ({ origin: 'http://127.0.0.1:4000', peaka: { partnerKey: 'practice-key' } }) },
    onChange: () => {
      changes += 1;
    },
    now: () => now,
  });
  return { accounts, vault, calls, answers, content: () => content, changes: () => changes };
}
const partner: Partial<PeakaClient> = {
  info: async () => ({ userId: 'u', email: 'a@example.com', project: null }),
  organizations: async () => [],
};
const key = { kind: 'partner', email: 'a@example.com', userId: 'u', checkedAt: now };

describe('an account that is saved', () => {
  it('has its key in the vault and nowhere else [37]', () => {
    const { accounts, vault, content, changes } = opened();
    const view = accounts.save(peakaAccount(), ' secret-key ');
    expect(view).toEqual({ peakaAccount: peakaAccount(), hasKey: true, key: null });
    expect(accounts.list()).toEqual([view]);
    expect([...vault.stored]).toEqual([['account-1/apiKey', 'secret-key']]);
    expect(JSON.stringify([content(), accounts.list()])).not.toContain('secret-key');
    expect(changes()).toBeGreaterThan(0);
  });

  it('keeps its key and what Peaka said of it while neither key nor host changes', async () => {
    const { accounts, vault } = opened(partner);
    accounts.save(peakaAccount(), 'key-1');
    await accounts.check('account-1');
    expect(accounts.save(peakaAccount({ name: 'New' }), undefined)).toMatchObject({ hasKey: true, key });
    expect(accounts.save(peakaAccount({ baseUrl: `${peakaAccount().baseUrl}/` }), 'key-1')).toMatchObject({ key });
    expect(accounts.save(peakaAccount(), 'key-2')).toMatchObject({ hasKey: true, key: null });
    expect(accounts.save(peakaAccount(), null)).toMatchObject({ hasKey: false, key: null });
    expect(vault.stored.size).toBe(0);
  });

  it('loses its key with its host, unless a new one comes along [25, 42]', async () => {
    const { accounts, vault } = opened(partner);
    accounts.save(peakaAccount(), 'key-1');
    await accounts.check('account-1');
    const moved = peakaAccount({ baseUrl: 'https://elsewhere.example.com/api/v1' });
    expect(accounts.save(moved, undefined)).toMatchObject({ hasKey: false, key: null });
    expect(await rejection(accounts.access('account-1'))).toMatchObject({ code: 'peaka.no_key' });
    expect(accounts.save(peakaAccount(), 'key-2')).toMatchObject({ hasKey: true, key: null });
    expect(accounts.save(moved, 'key-3')).toMatchObject({ hasKey: true, key: null });
    expect([...vault.stored.values()]).toEqual(['key-3']);
  });

  it('keeps its key if the EU zone’s other host is taken', () => {
    const { accounts, vault } = opened();
    accounts.save(peakaAccount({ zone: 'eu', ...zoneAddresses.eu }), 'key-1');
    const other = peakaAccount({ zone: 'eu', ...zoneAddresses.eu, baseUrl: 'https://eu.partner.peaka.studio/api/v1' });
    expect(accounts.save(other, undefined)).toMatchObject({ hasKey: true });
    expect([...vault.stored]).toEqual([['account-1/apiKey', 'key-1']]);
    const elsewhere = { ...other, baseUrl: 'https://eu.partner.peaka.studio.example.com/api/v1' };
    expect(accounts.save(elsewhere, undefined)).toMatchObject({ hasKey: false });
  });

  it('loses the places of another host, not those chosen anew', () => {
    const { accounts } = opened();
    const places = { organization: place('o'), workspace: place('w'), project: place('p') };
    accounts.save(peakaAccount(places), 'key-1');
    const baseUrl = 'https://elsewhere.example.com/api/v1';
    expect(accounts.save(peakaAccount({ ...places, baseUrl, project: place('p2') }), 'k').peakaAccount).toMatchObject({
      organization: null,
      workspace: null,
      project: place('p2'),
    });
  });

  it('is refused as a whole [25]', async () => {
    const { accounts, vault } = opened();
    const saving = (async () => accounts.save(peakaAccount({ baseUrl: 'http://peaka.example.com' }), 'key-1'))();
    expect(await rejection(saving)).toMatchObject({ code: 'peaka.account_invalid', details: { field: 'baseUrl' } });
    expect(accounts.list()).toEqual([]);
    expect(vault.stored.size).toBe(0);
  });

  it('is forgotten with its key', async () => {
    const { accounts, vault } = opened();
    accounts.save(peakaAccount(), 'key-1');
    accounts.remove('account-1');
    accounts.remove('account-1');
    expect(accounts.list()).toEqual([]);
    expect(vault.stored.size).toBe(0);
    expect(await rejection(accounts.access('account-1'))).toMatchObject({ code: 'peaka.account_not_found' });
  });
});

describe('the access to an account', () => {
  it('is that of its host', async () => {
    const { accounts } = opened();
    const { baseUrl, callbackUrl } = peakaAccount();
    accounts.save(peakaAccount(), 'key-1');
    expect(await accounts.access('account-1')).toEqual({
      accountId: 'account-1',
      baseUrl,
      callbackUrl,
      apiKey: 'key-1',
    });
  });

  it('gives the practice service no key that the account gets while the service starts [37]', async () => {
    const { accounts } = opened();
    accounts.save(peakaAccount({ zone: 'practice' }), undefined);
    const asked = accounts.access('account-1');
    accounts.save(peakaAccount(), 'key-of-another-host');
    expect(await asked).toMatchObject({ baseUrl: 'http://127.0.0.1:4000/peaka/api/v1', apiKey: 'practice-key' });
  });

  it('is that of the practice service, with its key', async () => {
    const { accounts } = opened();
    const view = accounts.save(peakaAccount({ zone: 'practice' }), undefined);
    expect(view).toMatchObject({ hasKey: true, peakaAccount: zoneAddresses.practice });
    expect(await accounts.access('account-1')).toEqual({
      accountId: 'account-1',
      baseUrl: 'http://127.0.0.1:4000/peaka/api/v1',
      callbackUrl: 'http://127.0.0.1:4000/peaka/oauth2/callback',
      apiKey: 'practice-key',
    });
    accounts.save(peakaAccount({ zone: 'practice' }), 'project-key');
    expect(await accounts.access('account-1')).toMatchObject({ apiKey: 'project-key' });
  });
});

describe('a check', () => {
  it('keeps whose key it is', async () => {
    const { accounts, content } = opened(partner);
    accounts.save(peakaAccount({ project: place('p') }), 'key-1');
    const view = { peakaAccount: peakaAccount({ project: place('p') }), hasKey: true, key };
    expect(await accounts.check('account-1')).toEqual(view);
    expect(content()).toEqual([{ ...peakaAccount({ project: place('p') }), key }]);
  });

  it('fills in the project of a project key', async () => {
    const { accounts } = opened({ info: async () => ({ userId: 'u', email: '', project: place('p') }) });
    accounts.save(peakaAccount({ organization: place('o'), workspace: place('w'), project: place('old') }), 'key-1');
    expect(await accounts.check('account-1')).toMatchObject({
      peakaAccount: { organization: null, workspace: null, project: place('p') },
      key: { kind: 'project' },
    });
  });

  it('says nothing of a key that changed meanwhile', async () => {
    const { accounts } = opened({
      ...partner,
      organizations: async () => {
        accounts.save(peakaAccount(), 'key-2');
        return [];
      },
    });
    accounts.save(peakaAccount(), 'key-1');
    expect(await accounts.check('account-1')).toMatchObject({ hasKey: true, key: null });
  });

  it('ends with an account that is removed meanwhile', async () => {
    const { accounts } = opened({
      ...partner,
      organizations: async () => {
        accounts.remove('account-1');
        return [];
      },
    });
    accounts.save(peakaAccount(), 'key-1');
    expect(await rejection(accounts.check('account-1'))).toMatchObject({ code: 'peaka.account_not_found' });
    expect(accounts.list()).toEqual([]);
  });

  it('forgets what Peaka said of a key that it now refuses', async () => {
    const { accounts, answers } = opened({ ...partner });
    accounts.save(peakaAccount(), 'key-1');
    await accounts.check('account-1');
    answers.info = async () => {
      throw new RequestError('peaka.key_refused', verbatim('no'));
    };
    expect(await rejection(accounts.check('account-1'))).toMatchObject({ code: 'peaka.key_refused' });
    expect(accounts.list()).toMatchObject([{ hasKey: true, key: null }]);
  });

  it('offers the other spelling of an EU host that nobody knows', async () => {
    const { accounts } = opened({
      info: async () => {
        throw new HttpError('http.dns', verbatim('no'), { details: { host: 'partner.eu.peaka.studio' } });
      },
    });
    accounts.save(peakaAccount({ zone: 'eu', ...zoneAddresses.eu }), 'key-1');
    expect(await rejection(accounts.check('account-1'))).toMatchObject({
      code: 'http.dns',
      details: { host: 'partner.eu.peaka.studio', otherBaseUrl: 'https://eu.partner.peaka.studio/api/v1' },
    });
    accounts.save(peakaAccount(), 'key-1');
    expect(await rejection(accounts.check('account-1'))).toMatchObject({
      details: { host: 'partner.eu.peaka.studio' },
    });
    expect(await rejection(accounts.check('account-1'))).not.toHaveProperty('details.otherBaseUrl');
  });
});
