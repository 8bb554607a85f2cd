import { userAgent } from '../http/user-agent.ts';
import type { Connection } from '../shared/connection/connection.ts';
import { apiHeadersOf } from '../shared/connection/secret-values.ts';
import { RequestError } from '../shared/errors.ts';
import { headerFieldProblem, isHeaderValue } from '../shared/header-field.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { fillDates } from '../shared/resource/dates/fill.ts';
import { formatFacts } from '../shared/resource/formats.ts';
import type { Resource } from '../shared/resource/resource.ts';
import type { Vault } from '../vault/vault.ts';
import { headerSecretName } from './store.ts';

/** Headers that may be sent to a host that nobody listed: they do not identify the user. */
const harmless = new Set(['accept', 'accept-language', 'accept-encoding', 'user-agent']);

export interface RequestHeaders {
  /** Names in lower case. Excludes what OAuth adds. */
  headers: Readonly<Record<string, string>>;
  /** Secret values in the headers, to mask in what the service says. */
  secrets: string[];
}

/**
 * The headers of a GET: the app's, the connection's, and the user's, each overriding the ones before, then Basic or
 * Bearer. `at`: the clock of relative dates, epoch ms. `values`: what the login brought. Throws RequestError `resource.secret_missing`, `resource.invalid`,
 * VaultError.
 */
export function requestHeaders(
  resource: Resource,
  connection: Connection | undefined,
  vault: Pick<Vault, 'has' | 'read'>,
  at: number,
  values: Readonly<Record<string, string>> | undefined,
): RequestHeaders {
  const headers: Record<string, string> = {
    accept: formatFacts[resource.format].accept,
    'accept-encoding': 'gzip, br',
    'user-agent': userAgent,
  };
  const secrets: string[] = [];
  const secret = (name: string, what: Message, field: string): string => {
    const value = vault.read(resource.id, name);
    if (value === undefined)
      throw new RequestError('resource.secret_missing', message('resource.valueMissing', { what }), {
        details: { secret: name },
      });
    secrets.push(value);
    // The dialog cannot check this value, because the vault keeps it. Never quote it: it is a secret.
    if (field !== 'password' && !isHeaderValue(value))
      throw new RequestError('resource.invalid', message('resource.valueUnfit', { what }), {
        details: { field },
      });
    return value;
  };
  const ofConnection = connection && apiHeadersOf(connection, vault.read, values);
  secrets.push(...(ofConnection?.secrets ?? []));
  for (const [name, value] of Object.entries(ofConnection?.headers ?? {})) {
    const problem = headerFieldProblem(name, value);
    if (problem !== undefined)
      throw new RequestError('connection.invalid', problem, { details: { field: 'apiHeaders' } });
    headers[name.toLowerCase()] = value;
  }
  resource.headers.forEach(({ name, value, secret: isSecret }, index) => {
    headers[name.toLowerCase()] = isSecret
      ? secret(headerSecretName(name), message('resource.secret.header', { name }), `headers.${index}`)
      : withDates(value, resource, at, index);
  });
  const { authorization } = resource;
  if (authorization.type === 'basic') {
    // RFC 7617 §2. An empty password is valid.
    const password = vault.has(resource.id, 'basicPassword')
      ? secret('basicPassword', message('resource.secret.password'), 'password')
      : '';
    const username =
      authorization.secretUsername === true
        ? secret('basicUsername', message('resource.secret.username'), 'password')
        : authorization.username;
    const pair = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
    secrets.push(pair);
    headers.authorization = `Basic ${pair}`;
  } else if (authorization.type === 'bearer') {
    headers.authorization = `Bearer ${secret('bearerToken', message('resource.secret.token'), 'authorization')}`;
  }
  return { headers, secrets };
}

/** Text in a date's format may be what no header can hold. */
function withDates(value: string, { timeZone }: Resource, at: number, index: number): string {
  const filled = fillDates(value, { at, timeZone });
  if (isHeaderValue(filled)) return filled;
  throw new RequestError('resource.invalid', message('fields.header.value'), {
    details: { field: `headers.${index}` },
  });
}

/** The headers for another origin after a redirect (row 42). */
export const onlyHarmless = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name)));
