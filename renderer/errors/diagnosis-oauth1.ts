import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { Fix, Rule, Situation } from './rule.ts';

const enterAgain = (label: string) => (): Fix => ({ label, action: 'edit_connection' });
const usesOwnToken = ({ connection }: Situation): boolean =>
  connection !== undefined && isWithoutLogin(connection) && connection.tokenSource === 'own';
const usesNoToken = ({ connection }: Situation): boolean =>
  connection !== undefined && isWithoutLogin(connection) && connection.tokenSource === 'none';

/** OAuth1 without a login: there is no login to repeat, so the advice is to check the entered values. */
export const oauth1Rules: readonly Rule[] = [
  {
    // NetSuite sends this message whichever value is wrong; its Login Audit Trail names the value.
    codes: /^(oauth1\.signature_invalid|token\.not_accepted)$/,
    says: /invalid[ _]login/i,
    title: 'NetSuite refuses the request',
    meaning:
      'Check the realm (1234567, or 1234567_SB1 in capitals) and HMAC-SHA256. The Login Audit Trail in NetSuite names the reason.',
    fix: enterAgain('Check the fields'),
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^(oauth1\.token_rejected|token\.not_accepted)$/,
    when: usesOwnToken,
    title: 'The service does not accept your token',
    meaning: 'It may have been revoked or replaced. Enter the token and its secret that the service shows now.',
    fix: enterAgain('Enter the token'),
    actions: ['open_console', 'try_again'],
  },
  {
    codes: /^(oauth1\.token_rejected|token\.not_accepted)$/,
    when: usesNoToken,
    title: 'The service does not accept the signature',
    meaning:
      'Compare the client ID and the client secret with what the service shows. The service may also require a token.',
    fix: enterAgain('Check the fields'),
    actions: ['open_console', 'try_again'],
  },
];
