import type { RecordedCase } from './recorded-network.ts';
import { custom, of, report } from './situations.ts';

const clock = 'This computer’s clock is 2 hours ahead of api.x.com’s.';

/** What services say of signed requests. */
export const recordedOAuth1: Record<string, RecordedCase> = {
  'X: a clock that is wrong': {
    from: 'X API error 135',
    error: report('oauth1.timestamp_refused', '135: Timestamp out of bounds.', { clock }),
    connection: of('x-oauth1'),
    title: 'The service refuses the request timestamp',
  },
  'NetSuite: a realm in small letters': {
    from: 'netsuitephp/netsuite-php#121, drudge/n8n-nodes-netsuite#9',
    error: report('oauth1.signature_invalid', 'INVALID_LOGIN: Invalid login attempt.', { status: 401 }),
    connection: of('netsuite', { realm: '1234567_sb1' }),
    title: 'NetSuite refuses the request',
    fix: { action: 'edit_connection' },
  },
  'Magento: an integration whose token was revoked': {
    from: 'magento/magento2, oauth_problem=token_rejected',
    error: report('oauth1.token_rejected', 'token_rejected', { status: 401 }),
    connection: of('magento'),
    title: 'The service does not accept your token',
    fix: { action: 'edit_connection' },
  },
  'WooCommerce: a key that was revoked': {
    from: 'woocommerce/woocommerce, class-wc-rest-authentication.php',
    error: report('token.not_accepted', 'Consumer key is invalid.'),
    connection: of('woocommerce'),
    title: 'The service does not accept the signature',
    fix: { action: 'edit_connection' },
  },
  'a token of a login that was revoked': {
    from: 'OAuth Problem Reporting, token_revoked',
    error: report('oauth1.token_rejected', 'token_revoked'),
    connection: custom({ grant: 'oauth1' }),
    title: 'The token is no longer valid',
  },
};
