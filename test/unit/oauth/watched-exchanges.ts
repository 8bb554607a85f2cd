import type { HttpClient } from '../../../app/http/client.ts';
import type { RawExchange } from '../../../app/http/exchanges.ts';

/** The same client, and what it tells the console. */
export function watchExchanges(http: HttpClient) {
  const exchanges: RawExchange[] = [];
  const learned: string[] = [];
  const watched: HttpClient = {
    ...http,
    exchanges: {
      begin: () => 0,
      record: (exchange) => exchanges.push(exchange),
      learn: (secrets) => {
        for (const secret of secrets) if (secret !== undefined) learned.push(secret);
      },
    },
  };
  return { exchanges, learned, watched };
}
