import type { Connection } from '../connection.ts';
import type { Grant } from '../grant-names.ts';
import { authorizationCode } from './authorization-code.ts';
import { clientCredentials } from './client-credentials.ts';
import { deviceCode } from './device-code.ts';
import type { GrantChoice, GrantDefinition, NeededSecret, ProtocolDefinition } from './grant-definition.ts';
import { oauth1 } from './oauth1.ts';
import { password } from './password.ts';

/** A grant without a definition does not compile. */
export const grantDefinitions: Record<Grant, GrantDefinition> = {
  authorization_code: authorizationCode,
  password,
  oauth1,
  client_credentials: clientCredentials,
  device_code: deviceCode,
};

export const definitionOf = ({ grant }: { grant: Grant }): GrantDefinition => grantDefinitions[grant];
export const protocolOf = ({ grant }: { grant: Grant }): ProtocolDefinition => grantDefinitions[grant].protocol;

/** Whether the connection uses a field. Values that another grant left in unused fields are ignored. */
export function usesField(choice: GrantChoice, field: keyof Connection): boolean {
  const { protocol, fields } = definitionOf(choice);
  return protocol.fields(choice).includes(field) || fields(choice).includes(field);
}

/** The URLs of a token request for any grant, in the dialog's order. */
export const requestUrlFields = ['requestUrl', 'authorizationUrl', 'deviceAuthorizationUrl', 'accessTokenUrl'] as const;
export type RequestUrlField = (typeof requestUrlFields)[number];

/** The URLs that this connection needs. */
export const requestUrlsOf = (choice: GrantChoice): RequestUrlField[] =>
  requestUrlFields.filter((field) => usesField(choice, field));

/** Whether the service's response to the login arrives at the callback URL. */
export const hasCallback = (choice: GrantChoice): boolean => usesField(choice, 'callbackUrl');

/** Nobody logs in, and no URL is requested for a token (OAuth1 with the user's own token, or none). */
export const isWithoutLogin = (choice: GrantChoice): boolean => !usesField(choice, 'accessTokenUrl');

/** The secrets that the user enters for the client and the grant. */
export const neededSecrets = (connection: Connection): NeededSecret[] => {
  const { protocol, secrets } = definitionOf(connection);
  return [...protocol.secrets(connection), ...(secrets?.(connection) ?? [])];
};
