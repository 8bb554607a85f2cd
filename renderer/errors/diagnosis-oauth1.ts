import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';
import type { Rule, Situation } from './rule.ts';

const usesOwnToken = ({ connection }: Situation): boolean =>
  connection !== undefined && isWithoutLogin(connection) && connection.tokenSource === 'own';
const usesNoToken = ({ connection }: Situation): boolean =>
  connection !== undefined && isWithoutLogin(connection) && connection.tokenSource === 'none';

/** OAuth1 without a login: there is no login to repeat, so the advice is to check the entered values. */
export const oauth1Rules: readonly Rule[] = [
  {
    id: 'netsuiteLogin',
    // NetSuite sends this message whichever value is wrong; its Login Audit Trail names the value.
    codes: /^(oauth1\.signature_invalid|token\.not_accepted)$/,
    says: /invalid[ _]login/i,
    fix: () => ({ label: text('diagnosis.fix.checkFields'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'ownTokenRejected',
    codes: /^(oauth1\.token_rejected|token\.not_accepted)$/,
    when: usesOwnToken,
    fix: () => ({ label: text('diagnosis.fix.enterToken'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
  {
    id: 'signatureRejected',
    codes: /^(oauth1\.token_rejected|token\.not_accepted)$/,
    when: usesNoToken,
    fix: () => ({ label: text('diagnosis.fix.checkFields'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
];
