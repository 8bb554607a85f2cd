import type { ExchangeDetail } from '../shared/exchange.ts';

/** Inside single quotes a POSIX shell takes everything as it is but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Made by curl itself, or true of the first request alone. */
const leftOut = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

export type CurlRequest = Pick<ExchangeDetail, 'method' | 'url' | 'requestHeaders' | 'requestBody'>;

/** The request as a command for a POSIX shell. Masked where the request is. */
export function curlOf({ method, url, requestHeaders, requestBody }: CurlRequest): string {
  const headers = requestHeaders.filter(([name]) => !leftOut.has(name.toLowerCase()) && !name.startsWith(':'));
  const parts = [
    // `--globoff`: brackets and braces in a URL are the URL's own.
    `curl --globoff${method === 'GET' ? '' : ` --request ${quoted(method)}`} ${quoted(url)}`,
    // Without it curl shows a packed response as it is.
    ...(headers.some(([name]) => name.toLowerCase() === 'accept-encoding') ? ['--compressed'] : []),
    ...headers
      .filter(([name]) => name.toLowerCase() !== 'accept-encoding')
      // `Name;` is curl's way to send an empty one.
      .map(([name, value]) => `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(requestBody === undefined ? [] : [`--data-raw ${quoted(requestBody)}`]),
  ];
  return parts.join(' \\\n  ');
}
