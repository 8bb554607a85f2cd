import type { Connection } from '../../../app/shared/connection/connection.ts';
import { protocolOf, usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { text } from '../../messages/text.ts';
import { grantViews } from '../grants/grant-views.ts';
import { clientAuthenticationNames, responseModeNames, scopeSeparatorNames, windowNames } from './choices.ts';
import { type MoreSection, moreSections } from './more-sections.ts';

const fieldsOf: Record<MoreSection, readonly (keyof Connection)[]> = {
  client: ['clientAuthentication', 'realm'],
  window: ['window', 'responseMode'],
  scopes: ['scopeSeparator', 'scopeParameter'],
  urls: ['refreshUrl', 'revocationUrl', 'introspectionUrl', 'accountUrl', 'accountPointer'],
  response: ['tokenMapping', 'capturedValues'],
  api: ['tokenPlacement', 'hosts', 'apiHeaders'],
  parameters: ['extraAuthorizationParameters', 'extraTokenParameters', 'extraRefreshParameters', 'tokenHeaders'],
};

const furtherUrls = ['refreshUrl', 'revocationUrl', 'introspectionUrl', 'accountUrl'] as const;

/** URLs that only some services have. */
export const furtherUrlsOf = (connection: Connection) => furtherUrls.filter((field) => usesField(connection, field));

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

/** A short summary of a closed group in the current language, so that the user need not open it. */
export function sectionSummary(section: MoreSection, connection: Connection): string {
  const parts = summaries[section](connection).filter((part) => part !== '');
  return parts.join(' · ');
}

const summaries: Record<MoreSection, (connection: Connection) => string[]> = {
  client: (connection) => {
    const { realm, clientAuthentication, pkce, tokenRequestFormat } = connection;
    return [
      usesField(connection, 'realm')
        ? realm === ''
          ? text('more.summary.noRealm')
          : text('more.summary.realm', { realm })
        : '',
      usesField(connection, 'clientAuthentication') ? clientAuthenticationNames()[clientAuthentication] : '',
      usesField(connection, 'pkce') ? text(`more.summary.pkce.${pkce}`) : '',
      usesField(connection, 'tokenRequestFormat') && tokenRequestFormat === 'json'
        ? text('more.requestFormat.json')
        : '',
    ];
  },
  window: (connection) => {
    const { window, session, responseMode } = connection;
    return [
      windowNames()[window],
      window === 'popup' ? text(`more.summary.session.${session}`) : '',
      !usesField(connection, 'responseMode') || responseMode === 'default' ? '' : responseModeNames()[responseMode],
    ];
  },
  scopes: ({ scopeSeparator, scopeParameter }) => [
    scopeSeparatorNames()[scopeSeparator],
    scopeParameter === 'scope' ? '' : `${scopeParameter}=`,
  ],
  urls: (connection) => {
    const named = furtherUrlsOf(connection).filter((field) => connection[field] !== '');
    return [
      named.length === 0
        ? text('more.summary.noUrls')
        : named.map((field) => text(`more.urls.${field}.short`)).join(', '),
    ];
  },
  response: ({ tokenMapping, capturedValues }) => {
    const renamed = Object.values(tokenMapping).filter((pointer) => pointer !== '').length;
    const captured = Object.keys(capturedValues).length;
    return renamed + captured === 0
      ? [text('more.summary.standardResponse')]
      : [text('more.summary.renamed', { count: renamed }), text('more.summary.captured', { count: captured })];
  },
  api: (connection) => [
    protocolOf(connection).signsRequests ? text('more.summary.signed') : placementSummary(connection.tokenPlacement),
    text('more.summary.hosts', { count: connection.hosts.length }),
    text('more.summary.headers', { count: Object.keys(connection.apiHeaders).length }),
  ],
  parameters: ({ extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters, tokenHeaders }) => {
    const count = [extraAuthorizationParameters, extraTokenParameters, extraRefreshParameters]
      .map((parameters) => Object.keys(parameters).length)
      .reduce((sum, each) => sum + each, 0);
    const parts = [
      text('more.summary.parameters', { count }),
      text('more.summary.headers', { count: tokenHeaders.length }),
    ];
    return parts.every((part) => part === '') ? [text('more.summary.noParameters')] : parts;
  },
};

function placementSummary({ in: place, name, prefix }: Connection['tokenPlacement']): string {
  if (place === 'query') return `?${name}=`;
  return name.toLowerCase() === 'authorization' ? (prefix.trim() === '' ? name : prefix.trim()) : name;
}
