import type { CallResponse, ConnectionStatus } from '../../../../app/shared/contract/contract.ts';
import type { PeakaRenewal } from '../../../../app/shared/peaka/link.ts';
import { text } from '../../../messages/text.ts';
import type { CardChoice } from '../choice-cards.tsx';

type Plan = CallResponse<'peaka.handOverPlan'>;
type Facts = Pick<Plan, 'rotates' | 'canLogInAgain'>;

/** Whether a token set without a refresh token could be renewed at Peaka: nobody can. */
const hasRefreshToken = (status: ConnectionStatus): boolean => status.status !== 'authorized' || status.hasRefreshToken;

/** Why a choice cannot be taken, as the end of a message ID. `undefined`: it can. Pure. */
function obstacle(
  renewal: PeakaRenewal,
  { canLogInAgain }: Pick<Facts, 'canLogInAgain'>,
  status: ConnectionStatus,
): 'noLogin' | 'noRefreshToken' | undefined {
  if (renewal === 'second_login' && !canLogInAgain) return 'noLogin';
  if (renewal === 'stop_here' && !hasRefreshToken(status)) return 'noRefreshToken';
  return undefined;
}

/** A login for Peaka alone if there is one: the only choice where neither side can take the token from the other. Pure. */
export const usualRenewal = ({ canLogInAgain }: Pick<Facts, 'canLogInAgain'>): PeakaRenewal =>
  canLogInAgain ? 'second_login' : 'update_peaka';

/** Who renews from now on, each with its consequence. */
export function renewalChoices(facts: Facts, status: ConnectionStatus): CardChoice<PeakaRenewal>[] {
  const choice = (value: PeakaRenewal): CardChoice<PeakaRenewal> => {
    const reason = obstacle(value, facts, status);
    return {
      value,
      title: text(`peaka.handOver.renewal.${value}.title`),
      sentence: text(`peaka.handOver.renewal.${value}`),
      disabled: reason === undefined ? undefined : text(`peaka.handOver.renewal.${reason}`),
    };
  };
  return [
    // Not seen yet (`null`) counts as rotating.
    { ...choice('second_login'), isRecommended: facts.canLogInAgain && facts.rotates !== false },
    choice('stop_here'),
    choice('update_peaka'),
  ];
}
