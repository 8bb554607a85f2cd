import { withExchangeContext } from '../http/exchanges.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { hiddenNamesOf } from '../shared/connection/secret-values.ts';
import type { ExchangeKind } from '../shared/exchange-kinds.ts';

/** Runs `work` so that the console shows its requests as exchanges of this kind and connection. */
export const withExchangesOf = <Value>(kind: ExchangeKind, connection: Connection, work: () => Value): Value =>
  withExchangeContext(
    {
      kind,
      connectionId: connection.id,
      hiddenNames: [
        connection.tokenPlacement.name,
        ...connection.tokenHeaders.flatMap(({ name, secret }) => (secret ? name : [])),
        ...hiddenNamesOf(connection),
      ],
    },
    work,
  );
