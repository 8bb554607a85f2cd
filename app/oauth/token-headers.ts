import type { TokenRequestHeader } from '../shared/connection/token-headers.ts';

interface WithTokenHeaders {
  clientSecret?: string | undefined;
  tokenHeaders: readonly TokenRequestHeader[];
}

/** Without ours the service could not read the request: a chosen header never takes its place. */
const protocolHeaders = new Set(['authorization', 'content-type']);

/**
 * The headers of a request to the authorization server: the protocol's, names in lower case, and those that were chosen.
 * Microsoft redeems the code of a single-page app only with `Origin`; API gateways ask for a subscription key.
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

/** What each request to the authorization server holds that no message may show. */
export const clientSecretsOf = ({ clientSecret, tokenHeaders }: WithTokenHeaders): (string | undefined)[] => [
  clientSecret,
  ...tokenHeaders.flatMap(({ value, secret }) => (secret ? value : [])),
];
