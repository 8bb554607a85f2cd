import type { Preset } from '../preset/preset.ts';
import { defaultCallbackUrl } from './callback-url.ts';
import type { Connection } from './connection.ts';
import { bearerPlacement } from './standard-mapping.ts';

/** A new connection with all facts of a preset. Pure: the dialog uses it too. */
export function connectionFromPreset(preset: Preset, id: string, name: string): Connection {
  return {
    id,
    name,
    presetId: preset.id,
    grant: preset.grant,
    issuer: preset.issuer,
    issuerInCallback: preset.issuerInCallback,
    requestUrl: preset.requestUrl,
    authorizationUrl: preset.authorizationUrl,
    accessTokenUrl: preset.accessTokenUrl,
    refreshUrl: preset.refreshUrl,
    revocationUrl: preset.revocationUrl,
    introspectionUrl: preset.introspectionUrl,
    deviceAuthorizationUrl: preset.deviceAuthorizationUrl,
    accountUrl: preset.accountUrl,
    accountPointer: preset.accountPointer,
    callbackUrl: preset.callbackUrl ?? (preset.window === 'browser' ? 'http://127.0.0.1/' : defaultCallbackUrl),
    clientId: '',
    scopes: preset.scopes.filter((scope) => scope.selected).map((scope) => scope.value),
    scopeSeparator: preset.scopeSeparator,
    scopeParameter: preset.scopeParameter,
    accessType: preset.accessType?.selected ?? null,
    clientAuthentication: preset.clientAuthentication,
    tokenRequestFormat: preset.tokenRequestFormat,
    pkce: preset.pkce,
    responseMode: preset.responseMode,
    window: preset.window,
    session: 'kept',
    extraAuthorizationParameters: { ...preset.extraAuthorizationParameters },
    extraTokenParameters: { ...preset.extraTokenParameters },
    extraRefreshParameters: { ...preset.extraRefreshParameters },
    tokenMapping: { ...preset.tokenMapping },
    capturedValues: { ...preset.capturedValues },
    tokenPlacement: preset.tokenPlacement ?? bearerPlacement,
    apiHeaders: { ...preset.apiHeaders },
    tokenHeaders: preset.tokenHeaders.map((header) => ({ ...header })),
    hosts: [...preset.hosts],
    variables: Object.fromEntries(preset.variables.map((variable) => [variable.name, variable.default])),
    secretValues: [],
    inTheOpen: [],
    username: '',
    rememberPassword: false,
    tokenSource: preset.tokenSources[0] ?? 'login',
    signatureMethod: preset.signatureMethod,
    realm: '',
  };
}
