import type { Connection } from '../../app/shared/connection/connection.ts';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';

/**
 * The buttons: of the connection while it has no authorization, once it has one, and of the dialog, with its title then.
 * `undefined`: there is no connection yet.
 */
export function buttonsOf(connection: Pick<Connection, 'grant' | 'tokenSource'> | undefined) {
  const source = connection !== undefined && usesField(connection, 'tokenSource') ? connection.tokenSource : 'login';
  return {
    request: text(`connection.button.${source}.request`),
    update: text(`connection.button.${source}.update`),
    updateTitle: text(`connection.button.${source}.updateTitle`),
    submit: text(`connection.button.${source}.submit`),
  };
}
