import type { CallResponse } from '../shared/contract/contract.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaPlace } from '../shared/peaka/account.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaAccess, PeakaClient } from './client.ts';
import type { PeakaLinks } from './links.ts';

/** What is at Peaka: places, types and connections. Errors: RequestError `peaka.*`, HttpError. */
export interface PeakaDirectory {
  organizations(accountId: string): Promise<PeakaPlace[]>;
  workspaces(accountId: string, organizationId: string): Promise<PeakaPlace[]>;
  projects(accountId: string, organizationId: string, workspaceId: string): Promise<PeakaPlace[]>;
  /** Kept for 10 minutes per account and key: the list is long and changes rarely. */
  types(accountId: string): Promise<PeakaType[]>;
  connections(accountId: string, projectId: string): Promise<CallResponse<'peaka.connections'>>;
  detail(accountId: string, projectId: string, connectionId: string): Promise<[string, string][]>;
  /** A PUT with name and type, and with the credential if it is known here. */
  rename(accountId: string, projectId: string, connectionId: string, name: string): Promise<void>;
  /** Its link is removed too. The connection that it was handed over from stays. */
  remove(accountId: string, projectId: string, connectionId: string): Promise<void>;
}

export interface PeakaDirectoryDeps {
  client: PeakaClient;
  accounts: Pick<PeakaAccounts, 'access'>;
  links: Pick<PeakaLinks, 'list' | 'find' | 'change' | 'remove'>;
  /** The credential to send with a new name. `undefined`: leave Peaka's as it is. Throws VaultError. */
  credentialOf(link: PeakaLink): PeakaValues | undefined;
  now(): number;
}

const typesLifetimeMs = 10 * 60_000;

export function createPeakaDirectory(deps: PeakaDirectoryDeps): PeakaDirectory {
  const { client, accounts, links, credentialOf, now } = deps;
  const types = createTypes(client, now);
  const linksOf = (accountId: string, projectId: string): PeakaLink[] =>
    links.list().filter((link) => link.accountId === accountId && link.project.id === projectId && link.peakaId !== '');
  const linkTo = (accountId: string, projectId: string, connectionId: string): PeakaLink | undefined =>
    linksOf(accountId, projectId).find(({ peakaId }) => peakaId === connectionId);

  return {
    organizations: async (id) => client.organizations(await accounts.access(id)),
    workspaces: async (id, organizationId) => client.workspaces(await accounts.access(id), organizationId),
    projects: async (id, organizationId, workspaceId) =>
      client.projects(await accounts.access(id), organizationId, workspaceId),
    types: async (id) => types(await accounts.access(id)),
    connections: async (accountId, projectId) => {
      // Before the request: a connection that is created meanwhile is not in the list, but not gone either.
      const before = linksOf(accountId, projectId);
      const found = await client.list(await accounts.access(accountId), projectId);
      const there = new Set(found.map(({ id }) => id));
      return {
        connections: found.map(({ id, name, type }) => ({
          id,
          name,
          type,
          linkId: linkTo(accountId, projectId, id)?.id ?? null,
        })),
        gone: before.flatMap(({ id, peakaId }) =>
          !there.has(peakaId) && links.find(id)?.peakaId === peakaId ? [id] : [],
        ),
      };
    },
    detail: async (accountId, projectId, connectionId) =>
      client.detail(await accounts.access(accountId), projectId, connectionId),
    rename: async (accountId, projectId, connectionId, name) => {
      const access = await accounts.access(accountId);
      const link = linkTo(accountId, projectId, connectionId);
      const type = link?.type ?? (await client.get(access, projectId, connectionId)).type;
      // A PUT replaces the whole connection.
      if (type === '') throw new RequestError('peaka.unexpected_response', message('peaka.unexpectedResponse'));
      const credential = link && credentialOf(link);
      await client.update(access, projectId, connectionId, { name, type, credential });
      if (link === undefined || links.find(link.id) === undefined) return;
      links.change(link.id, { name, ...(credential === undefined ? {} : { updatedAt: now() }) });
    },
    remove: async (accountId, projectId, connectionId) => {
      try {
        await client.remove(await accounts.access(accountId), projectId, connectionId);
      } catch (error) {
        if (!(error instanceof RequestError) || error.code !== 'peaka.not_found') throw error;
      }
      const link = linkTo(accountId, projectId, connectionId);
      if (link !== undefined) links.remove(link.id);
    },
  };
}

/** Remembers the types of each account. Another key or host may have others. */
function createTypes(client: Pick<PeakaClient, 'types'>, now: () => number) {
  const known = new Map<string, { of: string; at: number; types: Promise<PeakaType[]> }>();
  return (access: PeakaAccess): Promise<PeakaType[]> => {
    const of = `${access.baseUrl}\n${access.apiKey}`;
    const entry = known.get(access.accountId);
    const age = entry === undefined ? Number.POSITIVE_INFINITY : now() - entry.at;
    if (entry?.of === of && age >= 0 && age < typesLifetimeMs) return entry.types;
    const types = client.types(access);
    const mine = { of, at: now(), types };
    known.set(access.accountId, mine);
    types.catch(() => {
      if (known.get(access.accountId) === mine) known.delete(access.accountId);
    });
    return types;
  };
}
