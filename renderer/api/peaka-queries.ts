import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PeakaAccountView } from '../../app/shared/peaka/account.ts';
import type { PeakaLinkView } from '../../app/shared/peaka/link.ts';
import { call } from './client.ts';

export const peakaAccountsQuery = queryOptions({
  queryKey: ['peaka', 'accounts'],
  queryFn: () => call('peaka.accounts', {}),
});
export const peakaLinksQuery = queryOptions({ queryKey: ['peaka', 'links'], queryFn: () => call('peaka.links', {}) });

/** The types of an account change rarely: they are asked for once, and again when the user retries. */
export const peakaTypesQuery = (accountId: string) =>
  queryOptions({ queryKey: ['peaka', 'types', accountId], queryFn: () => call('peaka.types', { id: accountId }) });

const noAccounts: PeakaAccountView[] = [];
const noLinks: PeakaLinkView[] = [];

export const usePeakaAccounts = () => useQuery(peakaAccountsQuery).data ?? noAccounts;
export const usePeakaLinks = () => useQuery(peakaLinksQuery).data ?? noLinks;
