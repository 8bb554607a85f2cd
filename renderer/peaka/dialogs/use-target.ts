import { useState } from 'react';
import type { PeakaAccountView, PeakaPlace } from '../../../app/shared/peaka/account.ts';
import type { PeakaLinkView } from '../../../app/shared/peaka/link.ts';
import { usePeakaAccounts, usePeakaLinks } from '../../api/peaka-queries.ts';

/** Where a new connection goes. */
export interface Target {
  account: PeakaAccountView | undefined;
  project: PeakaPlace | null;
  setAccount: (id: string) => void;
  setProject: (project: PeakaPlace | null) => void;
}

/** The account that was used last, or the first one. Pure. */
export function lastAccount(
  accounts: readonly PeakaAccountView[],
  links: readonly PeakaLinkView[],
): PeakaAccountView | undefined {
  const newest = [...links].sort((a, b) => b.link.createdAt - a.link.createdAt);
  for (const { link } of newest) {
    const found = accounts.find(({ peakaAccount }) => peakaAccount.id === link.accountId);
    if (found !== undefined) return found;
  }
  return accounts[0];
}

/** The chosen account, or else the last used one, with the project that is chosen in the dialog or in the account. */
export function useTarget(start: { accountId?: string; project?: PeakaPlace } = {}): Target {
  const accounts = usePeakaAccounts();
  const links = usePeakaLinks();
  const [accountId, setAccount] = useState(start.accountId);
  const [project, setProject] = useState<PeakaPlace | null>(start.project ?? null);
  const account = accounts.find(({ peakaAccount }) => peakaAccount.id === accountId) ?? lastAccount(accounts, links);
  return {
    account,
    project: project ?? account?.peakaAccount.project ?? null,
    setAccount: (id) => {
      setAccount(id);
      setProject(null);
    },
    setProject,
  };
}
