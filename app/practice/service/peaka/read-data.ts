import { z } from 'zod';
import type { Service } from '../service.ts';
import { findType } from './connection-types.ts';
import { renew, TokenRefused } from './oauth-client.ts';
import type { PeakaConnection } from './peaka-state.ts';

/**
 * What became of an attempt to read. `no_refresh_token`: the access token is not accepted, and cannot be renewed.
 * `burnt`: the refresh token is not accepted, because someone else used it or the grant ended.
 */
export type Reading =
  | { outcome: 'read'; rows: number; wasRenewed: boolean }
  | { outcome: 'no_refresh_token' | 'burnt' | 'refused' };

const salesSchema = z.array(z.unknown());
const inventorySchema = z.object({
  data: z.object({ items: z.array(z.object({ warehouse: z.object({ code: z.string() }) })) }),
});

/**
 * Reads data as Peaka would: with the connection's access token, which is renewed if the service refuses it. `renewFirst`:
 * renews at once. Stores what the renewal returned.
 */
export async function readData(
  service: Pick<Service, 'origin' | 'store'>,
  connection: PeakaConnection,
  { renewFirst }: { renewFirst: boolean },
): Promise<Reading> {
  const path = findType(connection.type)?.login?.path ?? '';
  const get = () =>
    fetch(service.origin + path, { headers: { authorization: `Bearer ${connection.tokens?.accessToken ?? ''}` } });

  let response = renewFirst ? undefined : await get();
  const wasRenewed = response === undefined || response.status === 401;
  if (wasRenewed) {
    await response?.body?.cancel();
    const refreshToken = connection.tokens?.refreshToken;
    if (refreshToken === undefined) return { outcome: 'no_refresh_token' };
    try {
      connection.tokens = await renew(service, connection, refreshToken);
    } catch (error) {
      if (error instanceof TokenRefused) return { outcome: 'burnt' };
      throw error;
    }
    await service.store.save();
    response = await get();
  }
  if (!response?.ok) return { outcome: 'refused' };
  return { outcome: 'read', rows: countRows(connection, await response.json()), wasRenewed };
}

function countRows({ values }: PeakaConnection, body: unknown): number {
  const sales = salesSchema.safeParse(body);
  if (sales.success) return sales.data.length;
  const { items } = inventorySchema.parse(body).data;
  return items.filter(({ warehouse }) => warehouse.code === values.warehouse).length;
}
