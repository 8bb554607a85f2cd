import type { ExchangeContext } from '../http/exchanges.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { hiddenNamesOf } from '../shared/connection/secret-values.ts';
import type { ExchangeKind } from '../shared/exchange-kinds.ts';

/** Whose requests the console shows them as. */
export const exchangesOf = (kind: ExchangeKind, connection: Connection): ExchangeContext => ({
  kind,
  connectionId: connection.id,
  hiddenNames: [
    connection.tokenPlacement.name,
    ...connection.tokenHeaders.flatMap(({ name, secret }) => (secret ? name : [])),
    ...hiddenNamesOf(connection),
  ],
});
