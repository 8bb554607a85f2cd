import type { HopKind } from '../http/hop-kinds.ts';
import type { HopContext } from '../http/hops.ts';
import type { Connection } from './connection.ts';
import { hiddenNamesOf } from './secret-values.ts';

/** Whose requests the console shows them as. */
export const hopsOf = (kind: HopKind, connection: Connection): HopContext => ({
  kind,
  connectionId: connection.id,
  hiddenNames: [
    connection.tokenPlacement.name,
    ...connection.tokenHeaders.flatMap(({ name, secret }) => (secret ? name : [])),
    ...hiddenNamesOf(connection),
  ],
});
