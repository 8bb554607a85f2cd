import type { Connection } from '../../app/shared/connection/connection.ts';
import { usesField } from '../../app/shared/connection/grants/definitions.ts';
import type { DiscoveredService } from '../../app/shared/contract/connections.ts';
import type { Message } from '../../app/shared/messages/message.ts';
import { message, textOf } from '../messages/text.ts';
import { grantViews } from './grants/grant-views.ts';

/** The result of a discovery: the new draft, the text to show, and how to undo it. */
export interface DiscoveryMerge {
  change: Partial<Connection>;
  /** The same fields as they were before. */
  undo: Partial<Connection>;
  /** `authorization URL`, `PKCE` …, in the order of the dialog: what is not as it was. */
  filled: Message[];
  /** A sentence each for what the service does not name, such as the chosen grant, and for its odd fields. */
  warnings: Message[];
}

/** In the order of the dialog. The issuer is what the user entered, so it is not named. */
const fields = [
  'authorizationUrl',
  'deviceAuthorizationUrl',
  'accessTokenUrl',
  'clientAuthentication',
  'pkce',
  'issuerInCallback',
  'revocationUrl',
  'introspectionUrl',
  'accountUrl',
] as const satisfies (keyof Connection)[];

/**
 * Merges a discovery document into a draft. A URL that the document does not name stays unchanged. Scopes are offered,
 * never selected. A client without a secret stays a public client. Pure.
 */
export function mergeDiscovery(draft: Connection, service: DiscoveredService): DiscoveryMerge {
  const url = (field: (typeof fields)[number] & keyof DiscoveredService): Partial<Connection> =>
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
  return {
    change,
    undo: Object.fromEntries(Object.keys(change).map((field) => [field, draft[field as keyof Connection]])),
    filled: fields
      .filter((field) => field in change && change[field] !== draft[field])
      .map((field) => message(`connection.discovery.${field}`)),
    warnings: warningsFor(draft, service),
  };
}

function warningsFor(draft: Connection, { grants, pkce, notes }: DiscoveredService): Message[] {
  const warnings = notes.map(noteMessage);
  if (grants.length > 0 && !grants.some((each) => each === draft.grant)) {
    const offered = grants.map((each) => textOf(grantViews[each].inLine)).join(', ');
    warnings.push(message('connection.discovery.otherGrants', { grants: offered }));
  }
  if (pkce === 'unlisted' && usesField(draft, 'pkce')) warnings.push(message('connection.discovery.noPkce'));
  return warnings;
}

function noteMessage(note: DiscoveredService['notes'][number]): Message {
  switch (note.kind) {
    case 'issuer_per_tenant':
      return message('connection.discovery.issuerPerTenant');
    case 'issuer_differs':
      return message('connection.discovery.issuerDiffers', { issuer: note.issuer });
    case 'odd_field':
      return message('connection.discovery.oddField', { field: note.field });
  }
}
