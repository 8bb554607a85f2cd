import { urlAsSent } from '../../http/request-target.ts';
import { placeToken } from '../../oauth/place-token.ts';
import type { TokenSet } from '../../oauth/token-set.ts';
import type { Connection } from '../../shared/connection/connection.ts';
import { message } from '../../shared/messages/message.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { usedSecretValues } from '../../shared/resource/secret-values.ts';
import type { Vault } from '../../vault/vault.ts';
import type { RequestAuthorizer } from '../request-authorizer.ts';
import { requestBody } from '../request-body.ts';
import { requestHeaders } from '../request-headers.ts';
import { requireValid } from '../request-needs.ts';
import { requestUrl } from '../request-url.ts';
import { readSecretValues } from '../secret-values.ts';
import { createMarks, type Marks } from './marks.ts';
import type { CopiedRequest, Value } from './value.ts';

export interface RequestParts {
  resource: Resource;
  /** Of a resource with OAuth. Not one that signs its requests. */
  connection: Connection | undefined;
  /** What the connection's login brought. */
  tokenSet: TokenSet | undefined;
  practiceOrigin: string | undefined;
  vault: Pick<Vault, 'has' | 'read'>;
  authorizer: Pick<RequestAuthorizer, 'requireHost'>;
}

/** A request, and the parts of it that another program's dialog asks for separately. */
export interface Copy {
  request: CopiedRequest;
  resource: Resource;
  connection: Connection | undefined;
  /** Of Basic and Bearer authorization, and the token of a connection. */
  username?: Value;
  password?: Value;
  token?: Value;
  marks: Marks;
}

/** Headers that the app adds to every request. Another program adds its own. */
const ofThisApp = ['accept-encoding', 'user-agent'];

/**
 * The request as the resource would send it now, with relative dates written out. `withToken`: with its secrets, for the
 * connection's own hosts only (row 42). Otherwise variables stand for the secrets, and none is read. Throws RequestError
 * `resource.*`, `connection.*`; OAuthError `token.value_unusable`; VaultError.
 */
export function copiedRequest(parts: RequestParts, withToken: boolean): Copy {
  const { resource, connection, practiceOrigin, tokenSet } = parts;
  requireValid(resource);
  const marks = createMarks();
  const vault = withToken ? parts.vault : standIns(resource, marks);
  const secretValues = readSecretValues(resource, vault);
  const values = tokenSet?.values;
  const at = Date.now();
  const plainUrl = requestUrl(resource, { connection, values, practiceOrigin, secretValues, at });
  if (withToken && connection) parts.authorizer.requireHost(connection, plainUrl, values);
  const sent = requestHeaders(resource, connection, vault, at, values).headers;
  const body = requestBody(resource, { connection, values, secretValues, at });
  const token = tokenOf(parts, marks, withToken);
  const placed =
    connection && token !== undefined
      ? placeToken(connection.tokenPlacement, token, plainUrl)
      : { url: plainUrl, headers: {} };
  const own = ownNames(resource, connection);
  const headers = Object.entries({
    ...(body === undefined ? {} : { 'content-type': body.contentType }),
    ...sent,
    ...placed.headers,
  }).filter(([name]) => !ofThisApp.includes(name) || own.has(name));
  const basic = resource.authorization.type === 'basic' ? basicOf(resource, vault) : undefined;
  const request: CopiedRequest = {
    method: resource.method,
    url: marks.parts(urlAsSent(placed.url)),
    headers: headers.map(([name, value]) => [
      own.get(name) ?? capitalised(name),
      !withToken && basic !== undefined && name === 'authorization'
        ? basicValue(marks.parts(`${basic.username}:${basic.password}`))
        : marks.parts(trimmed(value)),
    ]),
    ...(body === undefined ? {} : { body: marks.parts(body.text.toWellFormed()) }),
  };
  const bearer = resource.authorization.type === 'bearer' ? vault.read(resource.id, 'bearerToken') : token;
  return {
    request,
    resource,
    connection,
    ...(basic === undefined ? {} : { username: marks.parts(basic.username), password: marks.parts(basic.password) }),
    ...(bearer === undefined ? {} : { token: marks.parts(bearer) }),
    marks,
  };
}

/** A vault whose secrets are stand-ins. */
function standIns(resource: Resource, marks: Marks): Pick<Vault, 'has' | 'read'> {
  const values = new Set(usedSecretValues(resource).map((name) => `value:${name}`));
  return {
    has: () => true,
    read: (owner, name) => marks.of(`${owner}/${name}`, nameOf(name), whatOf(name, values.has(name))),
  };
}

/** `bearerToken` → `token`, `header:x-api-key` → `x-api-key`, `value:key` → `key`. */
function nameOf(secret: string): string {
  if (secret === 'bearerToken') return 'token';
  if (secret === 'basicPassword') return 'password';
  if (secret === 'basicUsername') return 'username';
  return secret.replace(/^(?:header|value):/, '');
}

function whatOf(secret: string, isInUrl: boolean) {
  if (secret === 'bearerToken') return message('copyAs.variable.bearer');
  if (secret === 'basicPassword') return message('copyAs.variable.password');
  if (secret === 'basicUsername') return message('copyAs.variable.username');
  const name = nameOf(secret);
  if (secret.startsWith('header:')) return message('copyAs.variable.header', { name });
  return isInUrl
    ? message('copyAs.variable.value', { name: `{${name}}` })
    : message('copyAs.variable.connection', { name });
}

function tokenOf({ connection, tokenSet }: RequestParts, marks: Marks, withToken: boolean): string | undefined {
  if (connection === undefined) return undefined;
  if (withToken) return tokenSet?.accessToken;
  return marks.of(connection.id, 'token', message('copyAs.variable.token', { name: connection.name }));
}

/** RFC 7617 §2. An empty password is valid. */
function basicOf({ id, authorization }: Resource, vault: Pick<Vault, 'has' | 'read'>) {
  const secret = (name: string): string => (vault.has(id, name) ? (vault.read(id, name) ?? '') : '');
  const isSecret = authorization.type === 'basic' && authorization.secretUsername === true;
  const username = authorization.type === 'basic' && !isSecret ? authorization.username : secret('basicUsername');
  return { username, password: secret('basicPassword') };
}

const basicValue = (pair: Value): Value => ['Basic ', { base64: pair }];

/** The names of headers that the user or the connection sets, by their lower case. */
const ownNames = ({ headers }: Resource, connection: Connection | undefined): Map<string, string> =>
  new Map(
    [...Object.keys(connection?.apiHeaders ?? {}), ...headers.map(({ name }) => name)].map((name) => [
      name.toLowerCase(),
      name,
    ]),
  );

/** `content-type` → `Content-Type`. */
const capitalised = (name: string): string => name.replace(/(?<![^-])[a-z]/g, (letter) => letter.toUpperCase());

/** White space around a value is not part of it (RFC 9110 §5.5). */
const trimmed = (value: string): string => value.replace(/^[\t ]+|[\t ]+$/g, '');
