import type { TokenRequestHeader } from '../shared/connection/token-headers.ts';

interface WithTokenHeaders {
  clientSecret?: string | undefined;
  tokenHeaders: readonly TokenRequestHeader[];
}

/** A custom header never replaces these: without them the service could not read the request. */
const protocolHeaders = new Set(['authorization', 'content-type']);

/**
 * Headers of a request to the authorization server: the protocol's, in lower case, and custom ones. Microsoft redeems
 * the code of a single-page app only with `Origin`; API gateways require a subscription key.
 */
export function withTokenHeaders(
  { tokenHeaders }: Pick<WithTokenHeaders, 'tokenHeaders'>,
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = { ...headers };
  for (const { name, value } of tokenHeaders) {
    const lower = name.toLowerCase();
    if (!protocolHeaders.has(lower) || !Object.hasOwn(headers, lower)) all[lower] = value;
  }
  return all;
}

/** Values in every request to the authorization server that no message may show. */
export const clientSecretsOf = ({ clientSecret, tokenHeaders }: WithTokenHeaders): (string | undefined)[] => [
  clientSecret,
  ...tokenHeaders.flatMap(({ value, secret }) => (secret ? value : [])),
];
