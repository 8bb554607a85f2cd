import type { PeakaAccountView } from '../../app/shared/peaka/account.ts';
import { text } from '../messages/text.ts';

/** Whether Peaka can be asked with this account, and has accepted its key. */
export type AccountState = 'checked' | 'unchecked' | 'no_key';

export function accountState({ peakaAccount, hasKey, key }: PeakaAccountView): AccountState {
  if (!hasKey && peakaAccount.zone !== 'practice') return 'no_key';
  return key === null ? 'unchecked' : 'checked';
}

/** Whose key it is: an address, or the ID of a user. `undefined`: Peaka was not asked or did not say. */
export const ownerOf = ({ key }: PeakaAccountView): string | undefined => key?.email || key?.userId || undefined;

/** One line: the zone, whose key it is, the project. */
export function accountFacts(view: PeakaAccountView): string {
  const { zone, project } = view.peakaAccount;
  const state = accountState(view);
  return [
    text(`peaka.account.zone.${zone}`),
    state === 'checked' ? ownerOf(view) : text(`peaka.account.state.${state}`),
    project === null ? undefined : project.name || project.id,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');
}
