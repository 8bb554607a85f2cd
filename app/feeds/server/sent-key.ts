import type { IncomingHttpHeaders } from 'node:http';

export interface SentKey {
  secret: string;
  isInUrl: boolean;
}

/** The first of: Bearer (RFC 6750), Basic with the key as password (RFC 7617), `X-Api-Key`, `?key=`. */
export function readSentKey(headers: IncomingHttpHeaders, url: string): SentKey | undefined {
  const secret = inAuthorization(headers.authorization) ?? inHeader(headers['x-api-key']);
  if (secret !== undefined) return { secret, isInUrl: false };
  const mark = url.indexOf('?');
  if (mark === -1) return undefined;
  const inUrl = new URLSearchParams(url.slice(mark)).get('key') ?? '';
  return inUrl === '' ? undefined : { secret: inUrl, isInUrl: true };
}

function inAuthorization(header: string | undefined): string | undefined {
  const [, scheme, rest = ''] = /^(bearer|basic) +([\w.~+/=-]+) *$/i.exec(header ?? '') ?? [];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return rest;
  const pair = Buffer.from(rest, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon === -1 || colon === pair.length - 1 ? undefined : pair.slice(colon + 1);
}

const inHeader = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && header !== '' ? header.trim() : undefined;
