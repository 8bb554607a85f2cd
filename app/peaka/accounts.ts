import { createItems } from '../settings/items.ts';
import type { Settings } from '../settings/settings.ts';
import { HttpError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaAccount, PeakaAccountView } from '../shared/peaka/account.ts';
import type { Vault } from '../vault/vault.ts';
import { otherEuUrl, validAccount, validKey } from './account-fields.ts';
import { askAboutKey } from './check-key.ts';
import type { PeakaAccess, PeakaClient } from './client.ts';
import type { StoredAccount } from './peaka-file.ts';

/** The user's accounts at Peaka. Errors: RequestError `peaka.*`, VaultError, HttpError. */
export interface PeakaAccounts {
  list(): PeakaAccountView[];
  /**
   * See `peaka.saveAccount` of the contract. The key never goes to another host: a new base URL without a new key
   * removes the stored one. The two hosts of the EU zone are one: `check` proposes the other. Throws RequestError `peaka.account_invalid`.
   */
  save(account: PeakaAccount, apiKey: string | null | undefined): PeakaAccountView;
  /**
   * Asks Peaka about the key, and stores what it says. If the host of the EU zone is unknown, the error has the other
   * spelling as `details.otherBaseUrl`.
   */
  check(id: string): Promise<PeakaAccountView>;
  /** Forgets the account and its key. */
  remove(id: string): void;
  /** Starts the practice service if the account is there. Throws RequestError `peaka.account_not_found`, `peaka.no_key`. */
  access(id: string): Promise<PeakaAccess>;
}

export interface PeakaAccountsDeps {
  settings: Settings<readonly StoredAccount[]>;
  vault: Pick<Vault, 'read' | 'write' | 'has' | 'remove' | 'removeOwner'>;
  client: Pick<PeakaClient, 'info' | 'organizations'>;
  practice: { start(): Promise<{ origin: string; peaka: { partnerKey: string } }> };
  onChange(): void;
  now(): number;
}

/** The secret of an account that holds its API key. */
const keyName = 'apiKey';

export function createPeakaAccounts(deps: PeakaAccountsDeps): PeakaAccounts {
  const { vault, client, practice, onChange, now } = deps;
  const items = createItems(deps.settings);
  const get = (id: string): StoredAccount => {
    const account = items.get(id);
    if (account === undefined) throw new RequestError('peaka.account_not_found', message('peaka.accountNotFound'));
    return account;
  };
  const put = (account: StoredAccount): void => {
    items.put(account);
    onChange();
  };
  // Everybody has the key of the practice Peaka.
  const hasKey = ({ id, zone }: PeakaAccount): boolean => zone === 'practice' || vault.has(id, keyName);
  const view = (stored: StoredAccount): PeakaAccountView => {
    const { key, ...peakaAccount } = stored;
    return { peakaAccount, hasKey: hasKey(stored), key };
  };

  function save(draft: PeakaAccount, typedKey: string | null | undefined): PeakaAccountView {
    const account = validAccount(draft);
    const apiKey = validKey(typedKey);
    const former = items.get(account.id);
    const moved =
      former !== undefined && former.baseUrl !== account.baseUrl && otherEuUrl(former.baseUrl) !== account.baseUrl;
    const changed = moved || (apiKey !== undefined && apiKey !== readable(vault, account.id));
    // First, so that an interrupted save leaves no key with a host that it is not for.
    if (moved || apiKey === null) vault.remove(account.id, keyName);
    put({ ...(moved ? withoutPlaces(account, former) : account), key: changed ? null : (former?.key ?? null) });
    if (typeof apiKey === 'string') {
      vault.write(account.id, keyName, apiKey);
      onChange();
    }
    return view(get(account.id));
  }

  async function access(id: string): Promise<PeakaAccess> {
    const { zone, baseUrl, callbackUrl } = get(id);
    // Together with the host: the user may save another of both while the practice service starts.
    const apiKey = vault.read(id, keyName);
    if (zone === 'practice') {
      const { origin, peaka } = await practice.start();
      const fill = (url: string) => url.replace('{practice}', origin);
      return {
        accountId: id,
        baseUrl: fill(baseUrl),
        callbackUrl: fill(callbackUrl),
        apiKey: apiKey ?? peaka.partnerKey,
      };
    }
    if (apiKey === undefined) throw new RequestError('peaka.no_key', message('peaka.noKey'));
    return { accountId: id, baseUrl, callbackUrl, apiKey };
  }

  async function check(id: string): Promise<PeakaAccountView> {
    const { baseUrl } = get(id);
    const asked = await access(id);
    /** Whether the account is still the one that Peaka was asked about. */
    const isSame = () => {
      const current = items.get(id);
      return current?.baseUrl === baseUrl && (current.zone === 'practice' || readable(vault, id) === asked.apiKey);
    };
    try {
      const { info, kind } = await askAboutKey(client, asked);
      const current = get(id);
      if (!isSame()) return view(current);
      const { userId, email, project } = info;
      const places =
        project === null || project.id === current.project?.id ? {} : { organization: null, workspace: null };
      put({
        ...current,
        ...places,
        ...(project === null ? {} : { project }),
        key: { kind, email, userId, checkedAt: now() },
      });
      return view(get(id));
    } catch (error) {
      if (error instanceof RequestError && error.code === 'peaka.key_refused' && isSame())
        put({ ...get(id), key: null });
      throw withOtherUrl(error, baseUrl);
    }
  }

  return {
    list: () => items.list().map(view),
    save,
    check,
    remove: (id) => {
      if (items.get(id) === undefined) return;
      items.remove(id);
      vault.removeOwner(id);
      onChange();
    },
    access,
  };
}

/** Organization, workspace and project of another host mean nothing at this one, unless the user chose them anew. */
function withoutPlaces(account: PeakaAccount, former: PeakaAccount): PeakaAccount {
  const anew = (place: 'organization' | 'workspace' | 'project') =>
    account[place]?.id === former[place]?.id ? null : account[place];
  return { ...account, organization: anew('organization'), workspace: anew('workspace'), project: anew('project') };
}

/** `undefined` also if it cannot be decrypted. */
function readable(vault: Pick<Vault, 'read'>, id: string): string | undefined {
  try {
    return vault.read(id, keyName);
  } catch {
    return undefined;
  }
}

function withOtherUrl(error: unknown, baseUrl: string): unknown {
  const otherBaseUrl = otherEuUrl(baseUrl);
  if (!(error instanceof HttpError) || error.code !== 'http.dns' || otherBaseUrl === undefined) return error;
  return new HttpError(error.code, error.text, { details: { ...error.details, otherBaseUrl } });
}
