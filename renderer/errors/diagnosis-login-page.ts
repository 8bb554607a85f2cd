import { text } from '../messages/text.ts';
import type { Rule, Situation } from './rule.ts';
import { callbackUrlOf, hostOf } from './situation-facts.ts';

const status = ({ error, seen }: Situation): number => Number(error.details?.status ?? seen?.status ?? 0);

/** What the login window shows instead of a login: a server that is down, a page that names a mistake. */
export const loginPageRules: readonly Rule[] = [
  {
    id: 'loginServerError',
    codes: /^window\.(error_page|closed|timeout)$/,
    when: (situation) => status(situation) >= 500,
    values: (situation) => ({ status: status(situation) }),
    actions: ['try_again', 'show_all_fields'],
  },
  {
    id: 'loginTooMany',
    codes: /^window\.error_page$/,
    when: (situation) => status(situation) === 429,
    actions: ['try_again'],
  },
  {
    id: 'loginUnreachable',
    // Chromium's names (net/base/net_error_list.h) for a server that nobody reaches.
    codes: /^window\.load_failed$/,
    when: ({ error }) =>
      /ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED|FAILED|TIMED_OUT)|EMPTY_RESPONSE|ADDRESS_UNREACHABLE|TIMED_OUT|INTERNET_DISCONNECTED|NETWORK_CHANGED)/.test(
        String(error.details?.error),
      ),
    values: hostOf,
    actions: ['try_again', 'show_all_fields', 'switch_window'],
  },
  {
    id: 'callbackUrlUnknown',
    // Spring Authorization Server, Auth0, Amazon Cognito.
    codes: /^window\.error_page$/,
    says: /OAuth 2\.0 Parameter: redirect_uri|\bredirect_mismatch\b|callback ur[il].{0,30}mismatch/i,
    values: callbackUrlOf,
    fix: ({ connection }) =>
      connection === undefined
        ? undefined
        : { label: text('diagnosis.fix.copyCallbackUrl'), action: 'copy', value: connection.callbackUrl },
    actions: ['open_console', 'try_again', 'edit_connection'],
  },
  {
    id: 'clientIdUnknown',
    // Keycloak, Ory Hydra, Google, Auth0, Spring Authorization Server.
    codes: /^window\.error_page$/,
    says: /client (?:was )?not found|unknown client|client .{0,20}does not exist|client_not_found|\binvalid_client\b|OAuth 2\.0 Parameter: client_id|deleted_client|disabled_client|invalid client/i,
    fix: () => ({ label: text('diagnosis.fix.enterClientId'), action: 'edit_connection' }),
    actions: ['open_console', 'try_again'],
  },
];
