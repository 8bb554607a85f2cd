import type { Connection } from '../../app/shared/connection/connection.ts';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import type { DiscoveredService } from '../../app/shared/contract/connections.ts';
import { grantViews } from './grants/grant-views.ts';

/** The result of a discovery: the new draft, the text to show, and how to undo it. */
export interface DiscoveryMerge {
  change: Partial<Connection>;
  /** The same fields as they were before. */
  undo: Partial<Connection>;
  /** `authorization URL`, `PKCE` …, in the order of the dialog: what is not as it was. */
  filled: string[];
  /** Said where the service does not name what is chosen: the grant, or PKCE with S256. */
  warning: string | undefined;
}

const words = {
  issuer: 'issuer',
  authorizationUrl: 'authorization URL',
  deviceAuthorizationUrl: 'device authorization URL',
  accessTokenUrl: 'access token URL',
  clientAuthentication: 'client authentication',
  pkce: 'PKCE',
  issuerInCallback: 'issuer check',
  revocationUrl: 'revocation URL',
  introspectionUrl: 'introspection URL',
  accountUrl: 'account URL',
} as const satisfies Partial<Record<keyof Connection, string>>;
type Filled = keyof typeof words;

/**
 * Merges a discovery document into a draft. A URL that the document does not name stays unchanged. Scopes are offered,
 * never selected. A client without a secret stays a public client. Pure.
 */
export function mergeDiscovery(draft: Connection, service: DiscoveredService): DiscoveryMerge {
  const url = (field: Filled & keyof DiscoveredService): Partial<Connection> =>
    service[field] === '' ? {} : { [field]: service[field] };
  const change: Partial<Connection> = {
    issuer: service.issuer,
    issuerInCallback: service.issuerInCallback,
    ...url('authorizationUrl'),
    ...url('deviceAuthorizationUrl'),
    ...url('accessTokenUrl'),
    ...url('revocationUrl'),
    ...url('introspectionUrl'),
    ...url('accountUrl'),
    // Only a preset may omit it (row 20).
    pkce: draft.presetId === null ? 'S256' : draft.pkce,
    clientAuthentication: draft.clientAuthentication === 'none' ? 'none' : service.clientAuthentication,
  };
  // Object.keys forgets the key type; these are the keys of `words`.
  const filled = (Object.keys(words) as Filled[]).filter((field) => field in change && change[field] !== draft[field]);
  return {
    change,
    undo: Object.fromEntries(Object.keys(change).map((field) => [field, draft[field as Filled]])),
    filled: filled.filter((field) => field !== 'issuer').map((field) => words[field]),
    warning: warningFor(draft, service),
  };
}

function warningFor(draft: Connection, { grants, pkce, notes }: DiscoveredService): string | undefined {
  const warnings = notes.map(noteText);
  if (grants.length > 0 && !grants.some((each) => each === draft.grant)) {
    const offered = grants.map((each) => grantViews[each].inLine).join(', ');
    warnings.push(`The service does not list the chosen grant type. It lists: ${offered}.`);
  }
  if (pkce === 'unlisted' && usesField(draft, 'pkce'))
    warnings.push(
      'The service does not list PKCE with S256. Tokenboard still uses it; services that do not support it ignore it.',
    );
  return warnings.length === 0 ? undefined : warnings.join(' ');
}

function noteText(note: DiscoveredService['notes'][number]): string {
  switch (note.kind) {
    case 'issuer_per_tenant':
      return 'This service has one issuer per tenant. The issuer stays empty and is not checked at login.';
    case 'issuer_differs':
      return `The document names a different issuer, ${note.issuer}. The issuer stays empty and is not checked at login.`;
    case 'odd_field':
      return `“${note.field}” in the discovery document is invalid and was not used.`;
  }
}
