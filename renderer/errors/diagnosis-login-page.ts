import type { Rule, Situation } from './rule.ts';

const status = ({ error, seen }: Situation): number => Number(error.details?.status ?? seen?.status ?? 0);
const hostOf = ({ error }: Situation): string => String(error.details?.host ?? 'The service');

/** What the login window shows instead of a login: a server that is down, a page that names a mistake. */
export const loginPageRules: readonly Rule[] = [
  {
    codes: /^window\.(error_page|closed|timeout)$/,
    when: (situation) => status(situation) >= 500,
    title: 'Server error',
    meaning: (situation) =>
      `Your settings may be fine: the service failed with HTTP ${status(situation)}. Wait a moment, then try again.`,
    actions: ['try_again', 'show_all_fields'],
  },
  {
    codes: /^window\.error_page$/,
    when: (situation) => status(situation) === 429,
    title: 'Too many login attempts',
    meaning: 'The service asks you to wait. Try again in a few minutes.',
    actions: ['try_again'],
  },
  {
    // Chromium's names (net/base/net_error_list.h) for a server that nobody reaches.
    codes: /^window\.load_failed$/,
    when: ({ error }) =>
      /ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED|FAILED|TIMED_OUT)|EMPTY_RESPONSE|ADDRESS_UNREACHABLE|TIMED_OUT|INTERNET_DISCONNECTED|NETWORK_CHANGED)/.test(
        String(error.details?.error),
      ),
    title: 'The login page cannot be reached',
    meaning: (situation) =>
      `${hostOf(situation)} does not respond. The server may be down, or the authorization URL may be wrong.`,
    actions: ['try_again', 'show_all_fields', 'switch_window'],
  },
  {
    // Spring Authorization Server, Auth0, Amazon Cognito.
    codes: /^window\.error_page$/,
    says: /OAuth 2\.0 Parameter: redirect_uri|\bredirect_mismatch\b|callback ur[il].{0,30}mismatch/i,
    title: 'The service does not know this callback URL',
    meaning: ({ connection }) =>
      `Register exactly ${connection?.callbackUrl ?? 'this URL'} at the service, including the final slash. Then try again.`,
    fix: ({ connection }) =>
      connection === undefined
        ? undefined
        : { label: 'Copy callback URL', action: 'copy', value: connection.callbackUrl },
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    // Keycloak, Ory Hydra, Google, Auth0, Spring Authorization Server.
    codes: /^window\.error_page$/,
    says: /client (?:was )?not found|unknown client|client .{0,20}does not exist|client_not_found|\binvalid_client\b|OAuth 2\.0 Parameter: client_id|deleted_client|disabled_client|invalid client/i,
    title: 'The service does not know this client ID',
    meaning:
      'Copy the client ID again from the API console. Check that the authorization URL belongs to the same service.',
    fix: () => ({ label: 'Enter the client ID again', action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
];
