import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { nameOf } from '../../http/authority.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CallRequest } from '../../shared/contract/contract.ts';
import type { FeedCertificatesView, FeedCertificateView } from '../../shared/contract/feeds.ts';
import { RequestError } from '../../shared/errors.ts';
import { authorityName } from '../../shared/feed/address.ts';
import type { FeedServerSettings } from '../../shared/feed/feed.ts';
import { message } from '../../shared/messages/message.ts';
import { safeText } from '../../shared/safe-text.ts';
import type { Vault } from '../../vault/vault.ts';
import { readImported } from './imported.ts';
import type { Issued } from './issue.ts';
import { type Computer, permittedNames, serverNames, splitNames } from './server-names.ts';

export interface CertificatesDeps {
  vault: Pick<Vault, 'read' | 'write' | 'has' | 'remove'>;
  platform: Pick<Platform, 'pickSaveFile'>;
  settings(): FeedServerSettings;
  computer(): Computer;
  /** Epoch ms. */
  now(): number;
}

/** The server's certificates: of Tokenboard's own authority, or imported. */
export interface Certificates {
  /**
   * PEM for the server, according to the settings' `encryption`. Creates and renews own ones as needed: the same object as
   * long as nothing changes. Rejects with RequestError `feed.no_certificate`, VaultError.
   */
  current(): Promise<{ cert: string; key: string }>;
  /** Calls the listener when `current` has another result than before: it looks each minute. Returns what stops it. */
  watch(onChange: () => void): () => void;
  /** Whether there is an imported one, also while the vault is locked. */
  hasImported(): boolean;
  /** `null` members: there is none, or the vault is locked. */
  view(): FeedCertificatesView;
  /**
   * Saves the authority's certificate in a file that the user picks, and returns its path. Creates the authority if there
   * is none. `null`: the user picked none. Rejects with RequestError `export.no_permission`, VaultError.
   */
  exportAuthority(format: CallRequest<'feeds.exportAuthority'>['format']): Promise<string | null>;
  /** A new authority with the names of now. Readers that trust the former one refuse the server until they trust this one. */
  replaceAuthority(): Promise<void>;
  /** Throws what `readImported` throws, VaultError. */
  importCertificate(request: CallRequest<'feeds.importCertificate'>): void;
  removeCertificate(): void;
}

/** The vault's owner. No connection or resource has this ID, and nothing reveals it. */
const feedsOwner = 'tokenboard:feeds';
const watchMs = 60_000;
/** A certificate is issued again when less is left. */
const leastLeftMs = 132 * 86_400_000;

const issuedSchema = z.object({ certificate: z.string(), key: z.string() });
type Kind = 'authority' | 'leaf' | 'imported';

export function createCertificates({ vault, platform, settings, computer, now }: CertificatesDeps): Certificates {
  // One vault item each, so that a certificate and its key are never of different pairs.
  const read = (kind: Kind): Issued | undefined => {
    const text = vault.read(feedsOwner, kind);
    return text === undefined ? undefined : issuedSchema.parse(JSON.parse(text));
  };
  const write = (kind: Kind, issued: Issued): Issued => {
    vault.write(feedsOwner, kind, JSON.stringify(issued));
    return issued;
  };
  const title = (): string => `Tokenboard on ${safeText(computer().hostname, 50)}`;

  const createAuthority = async (): Promise<Issued> => {
    const issue = await import('./issue.ts');
    const permitted = permittedNames(computer(), settings().hosts);
    return write('authority', await issue.createAuthority(title(), permitted, now()));
  };
  const authority = async (): Promise<Issued> => {
    const kept = read('authority');
    return kept !== undefined && timeLeft(kept, now()) > leastLeftMs ? kept : createAuthority();
  };
  const ownLeaf = async (): Promise<Issued> => {
    const issuer = await authority();
    const { covered } = splitNames(issuer.certificate, serverNames(computer(), settings().hosts));
    const kept = read('leaf');
    if (kept !== undefined && isFor(kept, issuer, covered) && timeLeft(kept, now()) > leastLeftMs) return kept;
    const issue = await import('./issue.ts');
    return write('leaf', await issue.issueLeaf(issuer, 'Tokenboard feeds', covered, now()));
  };
  let serving: { cert: string; key: string } | undefined;
  const find = async (): Promise<{ cert: string; key: string }> => {
    const used = settings().encryption === 'imported' ? read('imported') : await ownLeaf();
    if (used === undefined) throw new RequestError('feed.no_certificate', message('feeds.certificate.none'));
    if (serving?.cert !== used.certificate || serving.key !== used.key)
      serving = { cert: used.certificate, key: used.key };
    return serving;
  };
  // One after the other: two at once would create two authorities.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    current: () => inTurn(find),
    watch: (onChange) => {
      const look = async () => {
        const before = serving;
        const after = await inTurn(find).catch(() => before);
        if (after !== before) onChange();
      };
      const timer = setInterval(() => void look(), watchMs).unref();
      return () => clearInterval(timer);
    },
    hasImported: () => vault.has(feedsOwner, 'imported'),
    view: () => {
      const [ofAuthority, leaf, imported] = (['authority', 'leaf', 'imported'] as const).map((kind) => {
        try {
          return read(kind);
        } catch {
          return undefined;
        }
      });
      return {
        authority: viewOf(ofAuthority),
        own: viewOf(leaf),
        imported: viewOf(imported),
        uncovered:
          ofAuthority === undefined
            ? []
            : splitNames(ofAuthority.certificate, serverNames(computer(), settings().hosts)).uncovered,
      };
    },
    exportAuthority: async (format) => {
      const { certificate } = await inTurn(authority);
      const path = await platform.pickSaveFile(`${authorityName}.${extensions[format]}`);
      if (path === undefined) return null;
      await writeFile(path, await contents[format](certificate)).catch((error: unknown) => {
        throw new RequestError('export.no_permission', message('export.noPermission'), { cause: error });
      });
      return path;
    },
    replaceAuthority: async () => {
      await inTurn(createAuthority);
    },
    importCertificate: (request) => void write('imported', readImported(request, now())),
    removeCertificate: () => void vault.remove(feedsOwner, 'imported'),
  };
}

const extensions = { pem: 'pem', der: 'cer', pkcs12: 'p12' } as const;

const contents: Record<keyof typeof extensions, (certificate: string) => string | Buffer | Promise<Buffer>> = {
  pem: (certificate) => certificate,
  der: (certificate) => new X509Certificate(certificate).raw,
  pkcs12: async (certificate) => (await import('./truststore.ts')).javaTruststore(certificate, 'tokenboard'),
};

const timeLeft = ({ certificate }: Issued, now: number): number =>
  Date.parse(new X509Certificate(certificate).validTo) - now;

/** Whether the authority issued it for exactly these names. */
function isFor({ certificate }: Issued, issuer: Issued, names: readonly string[]): boolean {
  const leaf = new X509Certificate(certificate);
  const authority = new X509Certificate(issuer.certificate);
  if (!leaf.checkIssued(authority) || !leaf.verify(authority.publicKey)) return false;
  return namesIn(leaf).sort().join() === names.map(canonicalName).sort().join();
}

/** The URL parser writes addresses in one form. */
const canonicalName = (name: string): string =>
  name.includes(':') ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name;

/** `DNS:pc.local, IP Address:0:0:0:0:0:0:0:1` */
const namesIn = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName
    .split(', ')
    .map((each) => canonicalName(each.replace(/^(?:DNS|IP Address):/, '')))
    .filter((name) => name !== '');

function viewOf(issued: Issued | undefined): FeedCertificateView | null {
  if (issued === undefined) return null;
  const certificate = new X509Certificate(issued.certificate);
  return {
    subject: nameOf(certificate.subject),
    names: namesIn(certificate).map((name) => safeText(name, 253)),
    validTo: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256,
  };
}
