import { z } from 'zod';
import { grants } from '../shared/connection/grant-names.ts';
import { grantDefinitions } from '../shared/connection/grants/definitions.ts';
import type { DiscoveredService } from '../shared/contract/connections.ts';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import { boundedScopes } from './granted-scopes.ts';

type DiscoveryNote = DiscoveredService['notes'][number];

const texts = z.array(z.string());
const endpoint = z.string().trim().max(4000);

/** The fields in use from RFC 8414 §2 and OpenID Connect Discovery §3. */
const fieldSchemas = {
  issuer: z.string().max(4000),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  device_authorization_endpoint: endpoint,
  revocation_endpoint: endpoint,
  introspection_endpoint: endpoint,
  userinfo_endpoint: endpoint,
  authorization_response_iss_parameter_supported: z.boolean(),
  code_challenge_methods_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  scopes_supported: texts,
  grant_types_supported: texts,
  response_modes_supported: texts,
};
const documentSchema = z.object(fieldSchemas).partial();
type Document = z.infer<typeof documentSchema>;

/**
 * Reads each field by itself: `null` counts as absent, and a malformed field is omitted and named, so that the rest
 * stays usable.
 */
function readFields(value: object): { document: Document; odd: string[] } {
  const entries: [string, unknown][] = [];
  const odd: string[] = [];
  for (const [name, schema] of Object.entries(fieldSchemas)) {
    const field = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (field === undefined || field === null) continue;
    const usable = schema === texts ? listed(field) : field;
    const parsed = schema.safeParse(usable);
    if (parsed.success) entries.push([name, parsed.data]);
    const isCut = Array.isArray(field) && Array.isArray(usable) && field.length !== usable.length;
    if (!parsed.success || isCut) odd.push(name);
  }
  return { document: documentSchema.parse(Object.fromEntries(entries)), odd };
}

/** Some services write a list as one string. */
function listed(field: unknown): unknown {
  if (typeof field === 'string') return field.split(/[\s,]+/).filter((each) => each !== '');
  return Array.isArray(field) ? field.filter((each) => typeof each === 'string') : field;
}

const ownEndpoints = { deviceAuthorizationUrl: 'device_authorization_endpoint' } as const;
const responseModeNames = ['query', 'fragment', 'form_post'] as const;

/** Where a document came from. */
export interface DocumentSource {
  /**
   * The requested issuers. More than one only if the user gave the document's URL, which does not show whether the
   * issuer ends with a slash.
   */
  issuers: readonly string[];
  /** Of the document. */
  url: URL;
  /** Whether the user gave that URL, so that it is not derived from an issuer. */
  byDocumentUrl: boolean;
}

/**
 * Reads a discovery document. Its issuer must equal the requested one exactly (RFC 8414 §3.3, row 22), with three
 * exceptions for Microsoft's services. None of those leaves an issuer to compare with later. Throws OAuthError
 * `discovery.no_issuer`, `discovery.issuer_slash`, `discovery.issuer_mismatch`, `discovery.insecure_endpoint`,
 * `discovery.no_endpoints`.
 */
export function readDiscoveryDocument(value: object, source: DocumentSource): DiscoveredService {
  const { host } = source.url;
  const { document, odd } = readFields(value);
  const { issuer, notes } = checkIssuer(document.issuer, source);
  const requiredUrl = (name: EndpointName) => requireSafeEndpoint(document[name] ?? '', name, host);
  const optionalUrl = (name: EndpointName): string => {
    const text = document[name] ?? '';
    if (text === '' || isSafeEndpoint(text)) return text;
    odd.push(name);
    return '';
  };
  const service: DiscoveredService = {
    host,
    issuer,
    // Not every grant needs this URL, so an invalid one must not hide the rest.
    authorizationUrl: URL.canParse(document.authorization_endpoint ?? '')
      ? requiredUrl('authorization_endpoint')
      : optionalUrl('authorization_endpoint'),
    accessTokenUrl: requiredUrl('token_endpoint'),
    deviceAuthorizationUrl: optionalUrl('device_authorization_endpoint'),
    revocationUrl: optionalUrl('revocation_endpoint'),
    introspectionUrl: optionalUrl('introspection_endpoint'),
    accountUrl: optionalUrl('userinfo_endpoint'),
    // Without an issuer to compare with, `iss` proves nothing.
    issuerInCallback: issuer !== '' && document.authorization_response_iss_parameter_supported === true,
    pkce: pkceOf(document),
    clientAuthentication: clientAuthenticationOf(document),
    scopes: boundedScopes(document.scopes_supported ?? []),
    grants: grantsOf(document),
    // RFC 8414 §2: the defaults if the field is omitted.
    responseModes: responseModeNames.filter((mode) =>
      (document.response_modes_supported ?? ['query', 'fragment']).includes(mode),
    ),
    notes: [...notes, ...odd.map((field) => ({ kind: 'odd_field' as const, field }))],
  };
  if (service.accessTokenUrl === '')
    throw new OAuthError('discovery.no_endpoints', message('oauth.discovery.noEndpoints', { host }), {
      details: { host },
    });
  return service;
}

interface CheckedIssuer {
  /** Empty: no issuer to compare with. */
  issuer: string;
  notes: DiscoveryNote[];
}

/** RFC 8414 §3.3: without an identical issuer, nothing of the document may be used. */
function checkIssuer(issuer: string | undefined, { issuers, url, byDocumentUrl }: DocumentSource): CheckedIssuer {
  const { host } = url;
  if (issuer === undefined || issuer === '')
    throw new OAuthError('discovery.no_issuer', message('oauth.discovery.noIssuer', { host }), {
      details: { host },
    });
  if (issuers.includes(issuer)) return { issuer, notes: [] };
  const [asked = ''] = issuers;
  if (issuers.some((each) => fitsTenant(issuer, each) || isEntraBefore2(issuer, each)))
    return { issuer: '', notes: [{ kind: 'issuer_per_tenant' }] };
  // Azure AD B2C names its tenant by ID, whatever the document's URL says. The user gave that URL, so no issuer can be
  // impersonated (RFC 8414 §6.2), and the issuer is on the same host.
  if (byDocumentUrl && URL.canParse(issuer) && new URL(issuer).origin === url.origin)
    return { issuer: '', notes: [{ kind: 'issuer_differs', issuer: safeText(issuer, 300) }] };
  const facts = {
    serviceMessage: safeText(issuer),
    details: { host, issuer: safeText(issuer, 300), asked: safeText(asked, 300) },
  };
  if (withoutSlash(issuer) === withoutSlash(asked))
    throw new OAuthError(
      'discovery.issuer_slash',
      issuer.endsWith('/') ? message('oauth.discovery.withSlash') : message('oauth.discovery.withoutSlash'),
      facts,
    );
  throw new OAuthError('discovery.issuer_mismatch', message('oauth.discovery.otherIssuer', { host }), facts);
}

/**
 * Entra ID's documents for several tenants have `{tenantid}` where the requested issuer has `common`, `organizations`,
 * ...
 */
function fitsTenant(issuer: string, asked: string): boolean {
  const [before, after, ...more] = issuer.split('{tenantid}');
  if (before === undefined || after === undefined || more.length > 0) return false;
  const tenant = asked.slice(before.length, asked.length - after.length);
  return asked === before + tenant + after && /^[\w.-]+$/.test(tenant) && before.endsWith('/');
}

/**
 * Entra ID's version 1.0 endpoints name an issuer on another Microsoft host, by tenant ID whatever the document's URL
 * says: `https://sts.windows.net/{tenantid}/`.
 */
const isEntraBefore2 = (issuer: string, asked: string): boolean =>
  /^https:\/\/sts\.windows\.net\/(?:\{tenantid\}|[\da-f-]{36})\/$/.test(issuer) &&
  /^https:\/\/login\.(?:microsoftonline\.com|windows\.net)\/[\w.-]+\/?$/.test(asked);

const withoutSlash = (text: string) => (text.endsWith('/') ? text.slice(0, -1) : text);

type EndpointName = Extract<keyof Document, `${string}_endpoint`>;

function isSafeEndpoint(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && isSecureUrl(url) && url.username === '' && url.password === '' && !text.includes('#');
}

/** A login needs both endpoints, so an unsafe one makes the document useless. */
function requireSafeEndpoint(text: string, name: string, host: string): string {
  if (text === '' || isSafeEndpoint(text)) return text;
  throw new OAuthError(
    'discovery.insecure_endpoint',
    message('oauth.discovery.insecureEndpoint', { host, field: name }),
    { serviceMessage: safeText(text), details: { host, field: name } },
  );
}

/**
 * Use S256 even if it is not listed: many services support it without saying so (Microsoft), and others must ignore
 * unknown parameters (RFC 6749 §3.1). A missing entry must not disable PKCE, because an attacker who
 * changes the document could remove the protection.
 */
const pkceOf = ({ code_challenge_methods_supported: methods }: Document) =>
  methods === undefined || methods.includes('S256') ? 'S256' : 'unlisted';

function clientAuthenticationOf({ token_endpoint_auth_methods_supported: methods }: Document) {
  // RFC 8414 §2: the default is Basic.
  if (methods === undefined || methods.includes('client_secret_basic')) return 'basic';
  if (methods.includes('client_secret_post')) return 'body';
  return methods.includes('none') ? 'none' : 'basic';
}

function grantsOf(document: Document): DiscoveredService['grants'] {
  const offered = document.grant_types_supported ?? ['authorization_code'];
  return grants.filter((grant) => {
    const { grantType, ownEndpoint } = grantDefinitions[grant];
    // Some services name the endpoint but omit the grant from the list.
    if (ownEndpoint !== undefined && document[ownEndpoints[ownEndpoint]]) return true;
    return grantType !== undefined && offered.includes(grantType);
  });
}
