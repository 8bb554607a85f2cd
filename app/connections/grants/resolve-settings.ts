import type { OAuth1Settings, OAuth2Settings } from '../../oauth/settings.ts';
import type { Connection, ConnectionSecrets } from '../../shared/connection/connection.ts';
import { filledApiHeaders, withDeclaredValues } from '../../shared/connection/declared-values.ts';
import { hostOfValue, isHostPart, placeholder } from '../../shared/connection/fill-values.ts';
import { isWithoutLogin, usesField } from '../../shared/connection/grants/definitions.ts';
import { withSecretValues } from '../../shared/connection/secret-values.ts';
import { fillKnown, fillTemplate } from '../../shared/connection/template.ts';
import { tokenHeadersOf } from '../../shared/connection/token-headers.ts';
import type { TokenMapping } from '../../shared/connection/token-mapping.ts';
import type { Preset } from '../../shared/preset/preset.ts';

/** The inputs of a connection's settings, other than the connection itself. */
export interface SettingsParts {
  /** `undefined`: Custom, or a preset that no longer exists. */
  preset: Preset | undefined;
  secrets: ConnectionSecrets;
  /** The practice service's origin for `{practice}`. `undefined` while the service is stopped. */
  practiceOrigin: string | undefined;
}

const filler = (connection: Connection, { practiceOrigin }: SettingsParts) => {
  const trusted = practiceOrigin === undefined ? {} : { practice: practiceOrigin };
  return (text: string) => fillTemplate(text.trim(), connection.variables, trusted);
};

/** Throws RequestError `connection.variable_missing`, `connection.variable_invalid`. */
export function resolveOAuth2Settings(stored: Connection, parts: SettingsParts): OAuth2Settings {
  const connection = withDeclaredValues(withSecretValues(stored, parts.secrets));
  const fill = filler(connection, parts);
  const { preset, secrets } = parts;
  const optional = (text: string) => (text.trim() === '' ? undefined : fill(text));
  return {
    issuer: optional(connection.issuer),
    issuerInCallback: connection.issuerInCallback,
    // Other grants have no authorization page. Ignore what an earlier choice left in that field.
    authorizationUrl: usesField(connection, 'authorizationUrl') ? fill(connection.authorizationUrl) : '',
    accessTokenUrl: fill(connection.accessTokenUrl),
    refreshUrl: optional(connection.refreshUrl),
    revocationUrl: optional(ownRevocationUrl(connection)),
    revocationRequest: preset?.revocationRequest,
    introspectionUrl: optional(connection.introspectionUrl),
    deviceAuthorizationUrl: usesField(connection, 'deviceAuthorizationUrl')
      ? fill(connection.deviceAuthorizationUrl)
      : undefined,
    // The protocol fills in the values that only the token response brings.
    accountUrl: accountUrlOf(connection, parts.practiceOrigin) || undefined,
    accountPointer: connection.accountPointer,
    callbackUrl: connection.callbackUrl,
    clientId: connection.clientId,
    // RFC 6749 §2.3.1: a public client must not send an empty secret.
    clientSecret: secrets.clientSecret || undefined,
    clientAuthentication: connection.clientAuthentication,
    scopes: connection.scopes,
    scopeSeparator: connection.scopeSeparator,
    scopeParameter: connection.scopeParameter,
    accessType: connection.accessType,
    tokenRequestFormat: connection.tokenRequestFormat,
    pkce: connection.pkce,
    responseMode: connection.responseMode,
    window: connection.window,
    extraAuthorizationParameters: connection.extraAuthorizationParameters,
    extraTokenParameters: connection.extraTokenParameters,
    extraRefreshParameters: refreshParameters(connection, preset),
    refreshErrors: preset?.refreshErrors ?? {},
    callbackSignature: preset?.callbackSignature?.parameter,
    // A connection saved by an older version has no mapping, so use the preset's.
    tokenMapping: isStandard(connection.tokenMapping)
      ? (preset?.tokenMapping ?? connection.tokenMapping)
      : connection.tokenMapping,
    capturedValues: connection.capturedValues,
    tokenPlacement: connection.tokenPlacement,
    // Values of the login are filled in when there is one.
    apiHeaders: filledApiHeaders(connection),
    tokenHeaders: tokenHeadersOf(connection, secrets),
  };
}

/** Filled in as far as possible without a token. Values from the token response stay in braces. */
export const accountUrlOf = ({ accountUrl, variables }: Connection, practiceOrigin: string | undefined): string =>
  fillKnown(accountUrl.trim(), { ...variables, ...(practiceOrigin === undefined ? {} : { practice: practiceOrigin }) });

/** `{clientId}` is the connection's client ID (GitHub: `/applications/{clientId}/grant`). */
const ownRevocationUrl = ({ revocationUrl, clientId }: Connection): string =>
  revocationUrl.replaceAll('{clientId}', encodeURIComponent(clientId));

const isStandard = (response: TokenMapping): boolean => Object.values(response).every((pointer) => pointer === '');

function refreshParameters(connection: Connection, preset: Preset | undefined): Record<string, string> {
  if (!preset?.repeatScopesOnRefresh || connection.scopes.length === 0) return connection.extraRefreshParameters;
  const repeated = { [connection.scopeParameter]: connection.scopes.join(connection.scopeSeparator) };
  return { ...repeated, ...connection.extraRefreshParameters };
}

/** Throws RequestError `connection.variable_missing`, `connection.variable_invalid`. */
export function resolveOAuth1Settings(stored: Connection, parts: SettingsParts): OAuth1Settings {
  const connection = withDeclaredValues(withSecretValues(stored, parts.secrets));
  const fill = filler(connection, parts);
  // Without a login these URLs are never requested. Ignore what an earlier choice left in the fields.
  const ofLogin = isWithoutLogin(connection) ? () => '' : fill;
  return {
    requestUrl: ofLogin(connection.requestUrl),
    authorizationUrl: ofLogin(connection.authorizationUrl),
    accessTokenUrl: ofLogin(connection.accessTokenUrl),
    callbackUrl: connection.callbackUrl,
    clientId: connection.clientId,
    clientSecret: parts.secrets.clientSecret || undefined,
    privateKey: parts.secrets.privateKey || undefined,
    signatureMethod: connection.signatureMethod,
    revocationUrl: connection.revocationUrl.trim() === '' ? undefined : fill(connection.revocationUrl),
    realm: connection.realm,
    extraTokenParameters: connection.extraTokenParameters,
    extraAuthorizationParameters: connection.extraAuthorizationParameters,
    window: connection.window,
    accountPointer: connection.tokenMapping.account,
    capturedValues: connection.capturedValues,
    tokenHeaders: tokenHeadersOf(connection, parts.secrets),
  };
}

/**
 * The host patterns, filled in. `values`: what the login brought (`TokenSet.values`). A pattern may be a captured URL's
 * host (`{instance_url}`). A pattern that cannot be filled in matches no host.
 */
export function hostsOf(
  connection: Connection,
  practiceOrigin: string | undefined,
  values: Readonly<Record<string, string>> = {},
): string[] {
  const fill = filler(connection, { preset: undefined, secrets: {}, practiceOrigin });
  const captured = (name: string) =>
    Object.hasOwn(connection.capturedValues, name) && Object.hasOwn(values, name) ? values[name] : undefined;
  return connection.hosts.flatMap((template) => {
    try {
      const whole = /^\{(\w+)\}$/.exec(template)?.[1];
      const value = whole === undefined ? undefined : captured(whole);
      if (value !== undefined) return hostOfValue(value) ?? [];
      const pattern = template.replaceAll(placeholder, (braces, name: string) => {
        const part = captured(name);
        return part !== undefined && isHostPart(part) ? part : braces;
      });
      // `{practice}` is an origin, but a pattern is a host.
      return [
        fill(pattern)
          .replace(/^https?:\/\//, '')
          .replace(/\/.*$/, ''),
      ];
    } catch {
      return [];
    }
  });
}
