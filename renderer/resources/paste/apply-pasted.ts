import { keepAllSecret } from '../../../app/shared/resource/keep-secret.ts';
import type { Resource, ResourceAuthorization } from '../../../app/shared/resource/resource.ts';
import { bodyOfPasted } from './pasted-body.ts';
import type { PastedRequest } from './pasted-request.ts';

export interface AppliedRequest {
  change: Pick<Resource, 'url' | 'offParameters' | 'method' | 'body' | 'headers' | 'authorization' | 'secretValues'>;
  /** Values for the vault, as `resources.save` takes them. */
  secrets: Record<string, string>;
  headerCount: number;
  /** What the resource does not send. `authorization`: its OAuth connection authorizes the request. */
  leftOut: { method?: string; body?: true; authorization?: true; options: string[] };
}

/** The app or the connection sets these itself, or they say something about the browser that was used. */
const notTaken =
  /^(?::.*|host|connection|content-length|transfer-encoding|te|trailer|upgrade|keep-alive|accept-encoding|sec-(?:ch-ua|fetch)\b.*|upgrade-insecure-requests|priority)$/i;
/** The type of the body says it. */
const ofBody = /^content-type$/i;

/** Turns a pasted request into a change of the resource. Every secret goes to the vault. Pure. */
export function applyPasted(resource: Resource, pasted: PastedRequest): AppliedRequest {
  const authorizationHeader = pasted.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const keepsOAuth = resource.authorization.type === 'oauth';
  const given = authorizationOf(pasted, authorizationHeader);
  const isReplaced = given.authorization !== undefined || keepsOAuth;
  const method = pasted.method === 'POST' ? 'POST' : 'GET';
  const body = method === 'POST' ? bodyOfPasted(pasted) : undefined;
  const headers = pasted.headers
    .filter(([name]) => !notTaken.test(name) && !ofBody.test(name) && !(isReplaced && /^authorization$/i.test(name)))
    .map(([name, value]) => ({ name, value, secret: false }));
  const { resource: kept, secrets } = keepAllSecret({
    ...resource,
    url: pasted.url,
    offParameters: [],
    method,
    body: body ?? resource.body,
    headers: withoutDoubles(headers),
    secretValues: [],
    authorization: keepsOAuth ? resource.authorization : (given.authorization ?? { type: 'none' }),
  });
  const { url, authorization, secretValues } = kept;
  return {
    change: { url, offParameters: [], method, body: kept.body, headers: kept.headers, authorization, secretValues },
    secrets: keepsOAuth ? secrets : { ...given.secrets, ...secrets },
    headerCount: kept.headers.length,
    leftOut: {
      ...(pasted.method === method ? {} : { method: pasted.method }),
      ...(pasted.body === undefined || body !== undefined ? {} : { body: true }),
      ...(keepsOAuth && (given.authorization ?? authorizationHeader) !== undefined ? { authorization: true } : {}),
      options: pasted.unknown,
    },
  };
}

interface Given {
  authorization?: ResourceAuthorization;
  secrets: Record<string, string>;
}

/** Bearer (RFC 6750 §2.1) and Basic (RFC 7617 §2) have fields of their own. Other schemes stay a header. */
function authorizationOf({ basic }: PastedRequest, header: string | undefined): Given {
  if (header === undefined) return basic === undefined ? { secrets: {} } : asBasic(basic.username, basic.password);
  const [, bearer] = /^bearer\s+(\S+)$/i.exec(header) ?? [];
  if (bearer !== undefined) return { authorization: { type: 'bearer' }, secrets: { bearerToken: bearer } };
  const [, packed] = /^basic\s+([a-z0-9+/=_-]+)$/i.exec(header) ?? [];
  const pair = packed === undefined ? undefined : decodedBase64(packed);
  const [username, ...password] = pair?.split(':') ?? [];
  return username === undefined || password.length === 0 ? { secrets: {} } : asBasic(username, password.join(':'));
}

const asBasic = (username: string, password: string): Given => ({
  authorization: { type: 'basic', username },
  secrets: password === '' ? {} : { basicPassword: password },
});

function decodedBase64(text: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}

/** The last one counts, in its first place. */
function withoutDoubles(headers: Resource['headers']): Resource['headers'] {
  const byName = new Map<string, Resource['headers'][number]>();
  for (const header of headers) byName.set(header.name.toLowerCase(), header);
  return [...byName.values()];
}
