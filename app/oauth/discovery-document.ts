import { z } from 'zod';
import { OAuthError } from '../errors.ts';
import { safeText } from '../http/safe-text.ts';
import { isSecureUrl } from '../http/secure-url.ts';

/** What a service says of itself, in the words of a connection. A URL that it does not name is empty. */
export interface DiscoveredService {
  issuer: string;
  authorizationUrl: string;
  accessTokenUrl: string;
  deviceAuthorizationUrl: string;
  revocationUrl: string;
  introspectionUrl: string;
  /** The userinfo endpoint (OIDC Core §5.3). */
  accountUrl: string;
  /** It sends `iss` with every answer (RFC 9207 §3). */
  issuerInCallback: boolean;
  /** `unlisted`: it lists methods, and S256 is not among them. It is used all the same (row 20). */
  pkce: 'S256' | 'unlisted';
  clientAuthentication: 'basic' | 'body' | 'none';
  scopes: string[];
  grants: ('authorization_code' | 'password' | 'client_credentials' | 'device_code')[];
  responseModes: ('query' | 'fragment' | 'form_post')[];
}

const texts = z.array(z.string()).optional();
const endpoint = z.string().max(4000).optional();

/** RFC 8414 §2 and OpenID Connect Discovery §3: what is used of it. */
const documentSchema = z.object({
  issuer: z.string().max(4000).optional(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  device_authorization_endpoint: endpoint,
  revocation_endpoint: endpoint,
  introspection_endpoint: endpoint,
  userinfo_endpoint: endpoint,
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  code_challenge_methods_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  scopes_supported: texts,
  grant_types_supported: texts,
  response_modes_supported: texts,
});
type Document = z.infer<typeof documentSchema>;

/** More would only make a list that nobody reads. */
const mostScopes = 500;

const grantNames = {
  authorization_code: 'authorization_code',
  password: 'password',
  client_credentials: 'client_credentials',
  'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
} as const;
const responseModeNames = ['query', 'fragment', 'form_post'] as const;

/**
 * Reads a discovery document. `issuers`: what was asked for; more than one only where a document's own address was given,
 * which does not tell whether the issuer ends with a slash. The document's must equal it, character by character
 * (RFC 8414 §3.3, row 22). Throws OAuthError `discovery.unreadable`, `discovery.no_issuer`, `discovery.issuer_slash`,
 * `discovery.issuer_mismatch`, `discovery.insecure_endpoint`, `discovery.no_endpoints`.
 */
export function readDiscoveryDocument(value: unknown, issuers: readonly string[], host: string): DiscoveredService {
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) {
    const field = safeText(String(parsed.error.issues[0]?.path[0] ?? 'document'), 60);
    throw new OAuthError('discovery.unreadable', `What ${host} says of itself cannot be read: "${field}" is wrong.`, {
      details: { host, field },
    });
  }
  const document = parsed.data;
  checkIssuer(document.issuer, issuers, host);
  const url = (name: EndpointName) => checkedEndpoint(document[name], name, host);
  const service: DiscoveredService = {
    issuer: document.issuer ?? '',
    authorizationUrl: url('authorization_endpoint'),
    accessTokenUrl: url('token_endpoint'),
    deviceAuthorizationUrl: url('device_authorization_endpoint'),
    revocationUrl: url('revocation_endpoint'),
    introspectionUrl: url('introspection_endpoint'),
    accountUrl: url('userinfo_endpoint'),
    issuerInCallback: document.authorization_response_iss_parameter_supported === true,
    pkce: pkceOf(document),
    clientAuthentication: clientAuthenticationOf(document),
    scopes: [...new Set(document.scopes_supported ?? [])].slice(0, mostScopes),
    grants: grantsOf(document),
    // RFC 8414 §2: what holds where it is left out.
    responseModes: responseModeNames.filter((mode) =>
      (document.response_modes_supported ?? ['query', 'fragment']).includes(mode),
    ),
  };
  if (service.accessTokenUrl === '')
    throw new OAuthError('discovery.no_endpoints', `${host} does not say where its tokens are.`, { details: { host } });
  return service;
}

/** RFC 8414 §3.3: identical, or nothing of the document may be used. */
function checkIssuer(issuer: string | undefined, issuers: readonly string[], host: string): void {
  if (issuer === undefined || issuer === '')
    throw new OAuthError('discovery.no_issuer', `What ${host} says of itself does not name its issuer.`, {
      details: { host },
    });
  if (issuers.includes(issuer)) return;
  const [asked = ''] = issuers;
  const facts = {
    said: safeText(issuer),
    details: { host, issuer: safeText(issuer, 300), asked: safeText(asked, 300) },
  };
  if (withoutSlash(issuer) === withoutSlash(asked))
    throw new OAuthError(
      'discovery.issuer_slash',
      issuer.endsWith('/')
        ? 'The issuer differs by the slash at its end: the service writes it with one.'
        : 'The issuer differs by the slash at its end: the service writes it without one.',
      facts,
    );
  throw new OAuthError('discovery.issuer_mismatch', `${host} names another issuer than the one asked for.`, facts);
}

const withoutSlash = (text: string) => (text.endsWith('/') ? text.slice(0, -1) : text);

type EndpointName = Extract<keyof Document, `${string}_endpoint`>;

function checkedEndpoint(text: string | undefined, name: string, host: string): string {
  if (text === undefined || text === '') return '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && isSecureUrl(url) && url.username === '' && url.password === '' && !text.includes('#'))
    return text;
  throw new OAuthError(
    'discovery.insecure_endpoint',
    `${host} names an address that is not safe to use: "${name}" must start with https://.`,
    { said: safeText(text), details: { host, field: name } },
  );
}

/**
 * Many that can do it do not say so (Microsoft), and who does not know a parameter must leave it alone (RFC 6749 §3.1).
 * A list without it turns nothing off: whoever writes the document could take the protection away.
 */
const pkceOf = ({ code_challenge_methods_supported: methods }: Document) =>
  methods === undefined || methods.includes('S256') ? 'S256' : 'unlisted';

function clientAuthenticationOf({ token_endpoint_auth_methods_supported: methods }: Document) {
  // RFC 8414 §2: Basic, where it is left out.
  if (methods === undefined || methods.includes('client_secret_basic')) return 'basic';
  if (methods.includes('client_secret_post')) return 'body';
  return methods.includes('none') ? 'none' : 'basic';
}

function grantsOf(document: Document): DiscoveredService['grants'] {
  const offered = document.grant_types_supported ?? ['authorization_code'];
  const grants = Object.entries(grantNames).flatMap(([name, grant]) => (offered.includes(name) ? [grant] : []));
  // Some name the endpoint and forget the list.
  if (document.device_authorization_endpoint && !grants.includes('device_code')) grants.push('device_code');
  return grants;
}
