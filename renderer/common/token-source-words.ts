import type { Connection } from '../../app/shared/connection/connection.ts';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import type { TokenSource } from '../../app/shared/connection/token-sources.ts';

export const tokenSourceNames: Record<TokenSource, string> = {
  login: 'Log in',
  own: 'I have a token',
  none: 'No token',
};

/** One sentence under the choice. */
export const tokenSourceSentences: Record<TokenSource, string> = {
  login: 'You log in at the service in its own window. The service then gives Tokenboard a token.',
  own: 'You enter a token and its secret, as NetSuite, Magento and X show them. Nobody logs in.',
  none: 'The client signs requests without a token, as WooCommerce expects. Nobody logs in.',
};

/** The buttons: of the connection while it has no authorization, once it has one, and of the dialog, with its title then. */
const buttons: Record<TokenSource, { request: string; update: string; updateTitle: string; submit: string }> = {
  login: {
    request: 'Request New Token',
    update: 'Authorized - Update Token',
    updateTitle: 'Update Token',
    submit: 'Request Token',
  },
  own: {
    request: 'Enter Token',
    update: 'Authorized - Update Token',
    updateTitle: 'Update Token',
    submit: 'Use This Token',
  },
  none: {
    request: 'Set Up Signing',
    update: 'Authorized - Edit',
    updateTitle: 'Edit Signing',
    submit: 'Save and Sign',
  },
};

/** `undefined`: there is no connection yet. */
export const buttonsOf = (connection: Pick<Connection, 'grant' | 'tokenSource'> | undefined) =>
  buttons[connection !== undefined && usesField(connection, 'tokenSource') ? connection.tokenSource : 'login'];
