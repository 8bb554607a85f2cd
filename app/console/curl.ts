import type { ExchangeDetail } from '../shared/exchange.ts';

/** In single quotes, a POSIX shell interprets only the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Headers that curl sets itself, or that fit only the original request. */
const leftOut = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

export type CurlRequest = Pick<ExchangeDetail, 'method' | 'url' | 'requestHeaders' | 'requestBody'>;

/** The request as a command for a POSIX shell, masked where the request is masked. */
export function curlOf({ method, url, requestHeaders, requestBody }: CurlRequest): string {
  const headers = requestHeaders.filter(([name]) => !leftOut.has(name.toLowerCase()) && !name.startsWith(':'));
  const parts = [
    // `--globoff`: brackets and braces in a URL are the URL's own.
    `curl --globoff${method === 'GET' ? '' : ` --request ${quoted(method)}`} ${quoted(url)}`,
    // Without this option curl would print a compressed response.
    ...(headers.some(([name]) => name.toLowerCase() === 'accept-encoding') ? ['--compressed'] : []),
    ...headers
      .filter(([name]) => name.toLowerCase() !== 'accept-encoding')
      // `Name;` is curl's syntax for an empty header.
      .map(([name, value]) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody === undefined ? [] : [`--data-raw ${quoted(requestBody)}`]),
  ];
  return parts.join(' \\\n  ');
}
