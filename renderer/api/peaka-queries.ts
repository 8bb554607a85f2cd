import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PeakaAccountView, PeakaPlace } from '../../app/shared/peaka/account.ts';
import type { PeakaLinkView } from '../../app/shared/peaka/link.ts';
import { call } from './client.ts';
import { queryClient } from './queries.ts';

export const peakaAccountsQuery = queryOptions({
  queryKey: ['peaka', 'accounts'],
  queryFn: () => call('peaka.accounts', {}),
});
export const peakaLinksQuery = queryOptions({ queryKey: ['peaka', 'links'], queryFn: () => call('peaka.links', {}) });

/** Types change rarely: they are fetched once per account, and again when the user retries. */
export const peakaTypesQuery = (accountId: string) =>
  queryOptions({ queryKey: ['peaka', 'types', accountId], queryFn: () => call('peaka.types', { id: accountId }) });

/** Someone else may change the list: it is fetched again each time it is shown. */
export const peakaConnectionsQuery = (accountId: string, projectId: string) =>
  queryOptions({
    queryKey: ['peaka', 'connections', accountId, projectId],
    queryFn: () => call('peaka.connections', { id: accountId, projectId }),
    refetchOnMount: 'always',
  });

/** What Peaka shows of a connection, fetched each time it is opened. */
export const peakaDetailQuery = (accountId: string, projectId: string, connectionId: string) =>
  queryOptions({
    queryKey: ['peaka', 'detail', accountId, projectId, connectionId],
    queryFn: () => call('peaka.connectionDetail', { id: accountId, projectId, connectionId }),
    refetchOnMount: 'always',
  });

/** Organizations, workspaces and projects are lists to choose from: fetched each time they are offered. */
const placesOf = (accountId: string, path: readonly string[], read: () => Promise<PeakaPlace[]>) =>
  queryOptions({ queryKey: ['peaka', 'places', accountId, ...path], queryFn: read, refetchOnMount: 'always' });
export const peakaOrganizationsQuery = (id: string) => placesOf(id, [], () => call('peaka.organizations', { id }));
export const peakaWorkspacesQuery = (id: string, organizationId: string) =>
  placesOf(id, [organizationId], () => call('peaka.workspaces', { id, organizationId }));
export const peakaProjectsQuery = (id: string, organizationId: string, workspaceId: string) =>
  placesOf(id, [organizationId, workspaceId], () => call('peaka.projects', { id, organizationId, workspaceId }));

const noAccounts: PeakaAccountView[] = [];
const noLinks: PeakaLinkView[] = [];

export const usePeakaAccounts = () => useQuery(peakaAccountsQuery).data ?? noAccounts;
export const usePeakaLinks = () => useQuery(peakaLinksQuery).data ?? noLinks;
export function usePeakaAccount(id: string | null): PeakaAccountView | undefined {
  const accounts = usePeakaAccounts();
  return accounts.find(({ peakaAccount }) => peakaAccount.id === id);
}

export const findPeakaAccount = (id: string): PeakaAccountView | undefined =>
  queryClient.getQueryData(peakaAccountsQuery.queryKey)?.find(({ peakaAccount }) => peakaAccount.id === id);

/** The links that were handed over from a connection here, as far as they were read. */
export const findPeakaLinks = (connectionId: string): PeakaLinkView[] =>
  (queryClient.getQueryData(peakaLinksQuery.queryKey) ?? noLinks).filter(({ link }) => link.source === connectionId);

/** Puts main's response into the cached list at once. */
export function putPeakaAccount(view: PeakaAccountView): void {
  const { id } = view.peakaAccount;
  queryClient.setQueryData(peakaAccountsQuery.queryKey, (list = []) =>
    list.some(({ peakaAccount }) => peakaAccount.id === id)
      ? list.map((each) => (each.peakaAccount.id === id ? view : each))
      : [...list, view],
  );
}

/** Another key or address reaches other things: what was read with the earlier one goes. */
export function forgetReadAt(accountId: string): void {
  for (const kind of ['types', 'places', 'connections', 'detail'])
    queryClient.removeQueries({ queryKey: ['peaka', kind, accountId] });
}

/** A login reports each of its steps. The lists of connections are fetched again only if a link's connection changed. */
const shapeOf = (links: readonly PeakaLinkView[] = []): string =>
  JSON.stringify(links.map(({ link }) => [link.id, link.peakaId, link.name, link.state]));

/** Fetches what main says has changed. */
export async function refreshPeaka(): Promise<void> {
  const before = shapeOf(queryClient.getQueryData(peakaLinksQuery.queryKey));
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: peakaAccountsQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: peakaLinksQuery.queryKey }),
  ]);
  if (shapeOf(queryClient.getQueryData(peakaLinksQuery.queryKey)) !== before)
    await queryClient.invalidateQueries({ queryKey: ['peaka', 'connections'] });
}
