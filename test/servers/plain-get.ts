import type { HttpClient } from '../../app/http/client.ts';
import { withDeadline } from '../../app/http/deadline.ts';
import { timeoutError } from '../../app/http/errors.ts';
import { fetchResource } from '../../app/resources/fetch.ts';
import { createRenewedInVain } from '../../app/resources/refused-token.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';

/** The body of a resource that has no connection and no secret. */
export function plainGet(
  http: HttpClient,
  asked: Resource,
  limits: { signal?: AbortSignal; timeoutMs: number } = { timeoutMs: 30_000 },
): Promise<string> {
  const nothing = (): never => {
    throw new Error('not expected here');
  };
  const deps: Parameters<typeof fetchResource>[1] = {
    http,
    connections: { find: (): Connection | undefined => undefined },
    tokens: { usableToken: nothing, noteRefused: nothing, noteAccepted: nothing },
    renewedInVain: createRenewedInVain(Date.now),
    authorizer: {
      requireHost: nothing,
      isListed: nothing,
      place: nothing,
      learnTime: nothing,
      secrets: nothing,
      insteadOf: nothing,
    },
    vault: { has: () => false, read: () => undefined },
    practice: { current: () => undefined, ensure: nothing },
  };
  return withDeadline({ ...limits, timedOut: () => timeoutError(new URL(asked.url)) }, async (signal) => {
    const { body } = await fetchResource(asked, deps, signal);
    let text = '';
    for await (const chunk of body) text += chunk;
    return text;
  });
}
