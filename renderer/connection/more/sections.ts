import type { Connection } from '../../../app/shared/connection/connection.ts';
import { protocolOf, usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { grantViews } from '../grants/grant-views.ts';
import {
  clientAuthenticationNames,
  responseModeNames,
  scopeSeparatorNames,
  sessionNames,
  windowNames,
} from './choices.ts';
import { type MoreSection, moreSections } from './more-sections.ts';

export const sectionNames: Record<MoreSection, string> = {
  client: 'Client',
  window: 'Login window',
  scopes: 'How scopes are sent',
  urls: 'Further URLs',
  response: 'Token response',
  api: 'API requests',
  parameters: 'Extra parameters and headers',
};

const fieldsOf: Record<MoreSection, readonly (keyof Connection)[]> = {
  client: ['clientAuthentication', 'realm'],
  window: ['window', 'responseMode'],
  scopes: ['scopeSeparator', 'scopeParameter'],
  urls: ['refreshUrl', 'revocationUrl', 'introspectionUrl', 'accountUrl', 'accountPointer'],
  response: ['tokenMapping', 'capturedValues'],
  api: ['tokenPlacement', 'hosts', 'apiHeaders'],
  parameters: ['extraAuthorizationParameters', 'extraTokenParameters', 'extraRefreshParameters', 'tokenHeaders'],
};

const furtherUrls = [
  {
    field: 'refreshUrl',
    short: 'Refresh',
    label: 'Refresh URL',
    description: 'Renews the token. Empty: the access token URL is used.',
  },
  {
    field: 'revocationUrl',
    short: 'Revocation',
    label: 'Revocation URL',
    description: '“Remove authorization” revokes the token there. Leave it empty if there is none.',
  },
  {
    field: 'introspectionUrl',
    short: 'Introspection',
    label: 'Introspection URL',
    description: 'Tells whether a token is active. Leave it empty if there is none.',
  },
  {
    field: 'accountUrl',
    short: 'Account',
    label: 'Account URL',
    description: 'Tells who is logged in: the userinfo URL, or the service’s “me”.',
  },
] as const;

/** URLs that only some services have. */
export const furtherUrlsOf = (connection: Connection) =>
  furtherUrls.filter(({ field }) => usesField(connection, field));

/** The group of a field with a problem; `undefined`: the field is not below "More". */
export const sectionOf = (field: string): MoreSection | undefined =>
  moreSections.find((section) => fieldsOf[section].some((each) => each === field));
export const isBelowMore = (field: string): boolean => field === 'name' || sectionOf(field) !== undefined;

/** Hides the fields that do not apply to the grant. */
export function sectionsFor(connection: Connection): MoreSection[] {
  const hidden = grantViews[connection.grant].hiddenSections?.(connection) ?? [];
  return moreSections.filter(
    (section) => !hidden.includes(section) && fieldsOf[section].some((field) => usesField(connection, field)),
  );
}

/** A short summary of a closed group, so that the user need not open it. Pure. */
export function sectionSummary(section: MoreSection, connection: Connection): string {
  const parts = summaries[section](connection).filter((part) => part !== '');
  return parts.join(' · ');
}

const counted = (value: number, one: string): string => (value === 0 ? '' : `${value} ${one}${value === 1 ? '' : 's'}`);

const summaries: Record<MoreSection, (connection: Connection) => string[]> = {
  client: (connection) => {
    const { realm, clientAuthentication, pkce, tokenRequestFormat } = connection;
    return [
      usesField(connection, 'realm') ? (realm === '' ? 'No realm' : `Realm ${realm}`) : '',
      usesField(connection, 'clientAuthentication') ? clientAuthenticationNames[clientAuthentication] : '',
      usesField(connection, 'pkce') ? (pkce === 'S256' ? 'PKCE' : 'no PKCE') : '',
      usesField(connection, 'tokenRequestFormat') && tokenRequestFormat === 'json' ? 'JSON' : '',
    ];
  },
  window: (connection) => {
    const { window, session, responseMode } = connection;
    return [
      windowNames[window],
      window === 'popup' ? sessionNames[session].toLowerCase() : '',
      !usesField(connection, 'responseMode') || responseMode === 'default' ? '' : responseModeNames[responseMode],
    ];
  },
  scopes: ({ scopeSeparator, scopeParameter }) => [
    scopeSeparatorNames[scopeSeparator],
    scopeParameter === 'scope' ? '' : `${scopeParameter}=`,
  ],
  urls: (connection) => {
    const named = furtherUrlsOf(connection).filter(({ field }) => connection[field] !== '');
    return [named.length === 0 ? 'None' : named.map(({ short }) => short).join(', ')];
  },
  response: ({ tokenMapping, capturedValues }) => {
    const renamed = Object.values(tokenMapping).filter((pointer) => pointer !== '').length;
    const captured = Object.keys(capturedValues).length;
    return renamed + captured === 0
      ? ['As the standard says']
      : [counted(renamed, 'renamed field'), counted(captured, 'login value')];
  },
  api: (connection) => [
    protocolOf(connection).signsRequests ? 'Signed' : placementSummary(connection.tokenPlacement),
    counted(connection.hosts.length, 'host'),
    counted(Object.keys(connection.apiHeaders).length, 'header'),
  ],
  parameters: ({ extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters, tokenHeaders }) => {
    const count = [extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters]
      .map((parameters) => Object.keys(parameters).length)
      .reduce((sum, each) => sum + each, 0);
    const parts = [counted(count, 'parameter'), counted(tokenHeaders.length, 'header')];
    return parts.every((part) => part === '') ? ['None'] : parts;
  },
};

function placementSummary({ in: place, name, prefix }: Connection['tokenPlacement']): string {
  if (place === 'query') return `?${name}=`;
  return name.toLowerCase() === 'authorization' ? (prefix.trim() === '' ? name : prefix.trim()) : name;
}
