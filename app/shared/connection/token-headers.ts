import { RequestError } from '../errors.ts';
import { headerFieldProblem, isHeaderValue } from '../header-field.ts';
import { type Message, message } from '../messages/message.ts';
import { isSecretHeader, looksRandom } from '../secret-names.ts';
import { valueSecret } from '../secret-value.ts';
import {
  type Connection,
  type ConnectionSecretName,
  type ConnectionSecrets,
  connectionSecretNames,
} from './connection.ts';
import { protocolOf } from './grants/definitions.ts';

/** A header that the user or the preset chose, with its value filled in. */
export interface TokenRequestHeader {
  name: string;
  value: string;
  /** Whether the value must not be shown. */
  secret: boolean;
}

type StoredHeader = Connection['tokenHeaders'][number];

/** The value's name in the vault. Header names are case-insensitive (RFC 9110 §5.1). */
export const tokenHeaderSecret = (name: string): `header:${string}` => `header:${name.trim().toLowerCase()}`;

/** Every secret that this connection may have. */
export const secretNamesOf = ({ tokenHeaders, secretValues }: Connection): ConnectionSecretName[] => [
  ...connectionSecretNames,
  ...secretValues.map(valueSecret),
  ...tokenHeaders.flatMap(({ name, secret }) => (secret ? tokenHeaderSecret(name) : [])),
];

/** The secrets that the user entered. */
export const enteredSecretNames = (connection: Connection): ConnectionSecretName[] =>
  secretNamesOf(connection).filter((name) => name !== 'tokenSet');

/** A header that looks like a key, by name or value, is never stored in `connections.json` (row 56). */
export const mustBeSecret = ({ name, value }: Pick<StoredHeader, 'name' | 'value'>): boolean =>
  isSecretHeader(name.trim()) || looksRandom(value, 16);

/** Moves secret values from the stored connection to the vault. Pure. */
export function keepHeaderSecrets(connection: Connection): { connection: Connection; secrets: Record<string, string> } {
  const secrets: Record<string, string> = {};
  const tokenHeaders = connection.tokenHeaders.map((header) => {
    if (!header.secret && !mustBeSecret(header)) return header;
    if (header.value !== '') secrets[tokenHeaderSecret(header.name)] = header.value;
    return { ...header, secret: true, value: '' };
  });
  return { connection: { ...connection, tokenHeaders }, secrets };
}

/** The headers, filled in. Throws RequestError `connection.invalid`, never with a value. */
export function tokenHeadersOf({ tokenHeaders }: Connection, secrets: ConnectionSecrets): TokenRequestHeader[] {
  return tokenHeaders.map(({ name, value, secret }) => {
    const filled = (secret ? secrets[tokenHeaderSecret(name)] : undefined) ?? value;
    if (filled === '') throw invalid(message('fields.header.valueLost', { name }));
    if (!isHeaderValue(filled)) throw invalid(message('fields.header.valueUnfit', { name }));
    return { name, value: filled, secret };
  });
}

const invalid = (message: Message) =>
  new RequestError('connection.invalid', message, { details: { field: 'tokenHeaders' } });

/** Does not check whether the values of secret headers exist. */
export function tokenHeadersProblem(connection: Connection): Message | undefined {
  const isAuthorized = protocolOf(connection).authorizesTokenRequests(connection);
  const seen = new Set<string>();
  for (const { name, value, secret } of connection.tokenHeaders) {
    if (name.trim() === '') return message('fields.header.nameMissing');
    const problem = headerFieldProblem(name, value);
    if (problem !== undefined) return problem;
    const lower = name.toLowerCase();
    if (lower === 'content-type' || (lower === 'authorization' && isAuthorized))
      return message('fields.setByTokenboard', { name });
    if (!secret && value === '') return message('fields.header.valueMissing', { name });
    if (seen.has(lower)) return message('fields.twice', { name });
    seen.add(lower);
  }
  return undefined;
}
