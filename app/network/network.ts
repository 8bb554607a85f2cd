import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Authority, readAuthorities, readKeptAuthority } from '../http/authority.ts';
import { type NetworkSettings, parseProxyUrl, proxyAddress } from '../http/network-settings.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type NetworkView, proxyModes } from '../shared/contract/app.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Vault } from '../vault/vault.ts';

/** `network.json`. The vault keeps the proxy's password. */
interface StoredNetwork {
  proxy: Omit<NetworkView['proxy'], 'hasPassword'>;
  authorities: readonly Authority[];
}

/** How the user wants the app to reach servers: a proxy, and authorities in addition to the system's (row 41). */
export interface Network {
  /** The same object until something changes: the HTTP client and the windows read it for every request and login. */
  settings(): NetworkSettings;
  view(): NetworkView;
  /** Keeps the password only for the same scheme, host and port. Throws RequestError `network.proxy_url`. */
  saveProxy(draft: CallRequest<'network.saveProxy'>): void;
  /** Throws what `readAuthorities` throws. Returns how many are new, and how many were omitted. */
  addCertificates(text: string): { added: number; leftOut: number };
  removeCertificate(id: string): void;
  /** Undoes `removeCertificate` until the app ends. */
  restoreCertificate(id: string): void;
}

/** The vault's owner for the proxy's password. No connection or resource has this ID, and nothing reveals it. */
export const networkOwner = 'tokenboard:network';
const passwordName = 'proxyPassword';

const mostCertificates = 200;

export function createNetwork(file: Settings<StoredNetwork>, vault: Vault, now: () => number): Network {
  let known: NetworkSettings | undefined;
  const removed = new Map<string, Authority>();

  const password = (): string | undefined => {
    try {
      return vault.read(networkOwner, passwordName);
    } catch {
      // The vault is locked, or its key is gone. The proxy will ask for a password.
      return undefined;
    }
  };
  const read = (): NetworkSettings => {
    const { proxy, authorities } = file.read();
    const { mode, url, username } = proxy;
    return {
      proxy: mode === 'manual' ? { mode, url, username, password: password() ?? '' } : { mode },
      authorities: authorities.map(({ pem }) => pem),
    };
  };
  /** The vault was locked at the start, and was unlocked since. */
  const lacksPassword = ({ proxy }: NetworkSettings) =>
    proxy.mode === 'manual' && proxy.username !== '' && proxy.password === '' && password() !== undefined;
  const save = (change: Partial<StoredNetwork>): void => {
    file.save({ ...file.read(), ...change });
    known = undefined;
  };

  return {
    settings: () => {
      if (known === undefined || lacksPassword(known)) known = read();
      return known;
    },
    view: () => {
      const { proxy, authorities } = file.read();
      return {
        proxy: { ...proxy, hasPassword: vault.has(networkOwner, passwordName) },
        certificates: authorities.map(({ id, subject, issuer, validTo }) => ({ id, subject, issuer, validTo })),
      };
    },
    saveProxy: ({ mode, url, username, password: typed }) => {
      const proxy = parseProxyUrl(url.trim());
      if (mode === 'manual' || url.trim() !== '') requireProxyUrl(proxy);
      const { proxy: before } = file.read();
      // A password belongs to one proxy. Never send it to another.
      const isOther = proxyOf(before.url) !== proxyOf(url.trim());
      if (typed === null || typed === '' || (typed === undefined && isOther)) vault.remove(networkOwner, passwordName);
      else if (typed !== undefined) vault.write(networkOwner, passwordName, typed);
      save({ proxy: { mode, url: url.trim(), username: username.trim() } });
    },
    addCertificates: (text) => {
      const { authorities: found, leftOut } = readAuthorities(text, now());
      const kept = file.read().authorities;
      const fresh = found.filter(({ id }) => !kept.some((each) => each.id === id));
      if (kept.length + fresh.length > mostCertificates)
        throw new RequestError(
          'network.too_many',
          message('network.certificates.tooMany', { limit: mostCertificates }),
        );
      if (fresh.length > 0) save({ authorities: [...kept, ...fresh] });
      return { added: fresh.length, leftOut };
    },
    removeCertificate: (id) => {
      const { authorities } = file.read();
      const found = authorities.find((each) => each.id === id);
      if (found !== undefined) removed.set(id, found);
      save({ authorities: authorities.filter((each) => each.id !== id) });
    },
    restoreCertificate: (id) => {
      const { authorities } = file.read();
      const found = removed.get(id);
      if (found === undefined || authorities.some((each) => each.id === id)) return;
      save({ authorities: [...authorities, found] });
      removed.delete(id);
    },
  };
}

/** Scheme, host and port. */
function proxyOf(url: string): string {
  const proxy = parseProxyUrl(url);
  return proxy === undefined ? '' : `${proxy.protocol}//${proxyAddress(proxy)}`;
}

function requireProxyUrl(proxy: URL | undefined): void {
  if (proxy === undefined) throw new RequestError('network.proxy_url', message('network.proxy.form'));
  if (proxy.username !== '' || proxy.password !== '')
    throw new RequestError('network.proxy_url', message('network.proxy.login'));
}

const storedProxySchema = z.object({ mode: z.enum(proxyModes), url: z.string(), username: z.string() });

export const openNetwork = (where: SettingsFolder): Settings<StoredNetwork> =>
  openSettings<StoredNetwork>({
    ...where,
    name: 'network',
    title: message('files.of.network'),
    version: 1,
    migrations: [(content) => content],
    initial: { proxy: { mode: 'system', url: '', username: '' }, authorities: [] },
    readContent: ({ proxy, certificates }) => {
      const pems = z.array(z.unknown()).parse(certificates);
      const authorities = pems.flatMap((pem) => (typeof pem === 'string' ? (readKeptAuthority(pem) ?? []) : []));
      return {
        content: { proxy: storedProxySchema.parse(proxy), authorities },
        lost: pems.length - authorities.length,
      };
    },
    writeContent: ({ proxy, authorities }) => ({ proxy, certificates: authorities.map(({ pem }) => pem) }),
  });

/**
 * Only the authorities, for a browser that starts before anything else. `[]` if the file is missing or damaged:
 * `openNetwork` reports that.
 */
export function storedAuthorities(dataFolder: string): string[] {
  try {
    const stored: unknown = JSON.parse(readFileSync(join(dataFolder, 'network.json'), 'utf8'));
    const { certificates } = z.object({ version: z.literal(1), certificates: z.array(z.unknown()) }).parse(stored);
    return certificates.flatMap((pem) => (typeof pem === 'string' ? (readKeptAuthority(pem)?.pem ?? []) : []));
  } catch {
    return [];
  }
}
