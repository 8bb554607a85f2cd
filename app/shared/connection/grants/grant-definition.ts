import type { Message } from '../../messages/message.ts';
import type { Connection, ConnectionSecretName } from '../connection.ts';
import type { FieldProblem } from '../field-problem.ts';

/** The facts of a connection that decide which fields it needs. */
export type GrantChoice = Pick<Connection, 'grant' | 'tokenSource'>;

/** A secret that token requests require, and the message if it is missing. */
export interface NeededSecret {
  name: ConnectionSecretName;
  message: Message;
}

export type ProtocolName = 'oauth1' | 'oauth2';

/** What all grants of a protocol share: OAuth1 (RFC 5849) or OAuth2 (RFC 6749). Pure facts, for both processes. */
export interface ProtocolDefinition {
  name: ProtocolName;
  /** The fields that every grant of the protocol uses. All others are ignored, even if another grant filled them in. */
  fields(choice: GrantChoice): readonly (keyof Connection)[];
  /** Every request carries a signature instead of the token (RFC 5849 §3.1). */
  signsRequests: boolean;
  /** Whether tokens may expire. OAuth1 tokens are valid until revoked, without expiry or renewal. */
  tokensExpire: boolean;
  /** The header in which a GET carries the token or the signature. Empty: no header does. */
  tokenHeader(connection: Connection): string;
  /** Whether token requests set an Authorization header. */
  authorizesTokenRequests(connection: Connection): boolean;
  /** The message if the client ID is missing. */
  clientIdMissing: Message;
  /** The secrets of the client and its signature. */
  secrets(connection: Connection): readonly NeededSecret[];
  /** Parameters that token and refresh requests set themselves. */
  reservedTokenParameters: readonly string[];
}

/** What a grant adds to its protocol. One file per grant, collected in `definitions.ts`. */
export interface GrantDefinition {
  protocol: ProtocolDefinition;
  /** The name in a discovery document (RFC 8414 §2). `undefined`: the grant has none. */
  grantType: string | undefined;
  /** In addition to the protocol's. */
  fields(choice: GrantChoice): readonly (keyof Connection)[];
  /** An endpoint that only this grant has: a service that lists it supports the grant. */
  ownEndpoint?: 'deviceAuthorizationUrl';
  /** Parameters that the first request sets itself, if it uses `extraAuthorizationParameters`. */
  reservedAuthorizationParameters?(connection: Connection): readonly string[];
  /** Problems with the grant's own fields, in the dialog's order. */
  problems?(connection: Connection): FieldProblem[];
  /** In addition to the protocol's. */
  secrets?(connection: Connection): readonly NeededSecret[];
  /** Whether the token acts for a user, or for the app itself. */
  hasUser: boolean;
  /** The user agrees on a page of the service, and parameters of that page may bring a refresh token. */
  consentBringsRefreshToken: boolean;
  /**
   * Whether the grant can request a new token without the user and without a refresh token (RFC 6749 §4.3.2, §4.4.3).
   * `hasPassword`: the vault keeps a password.
   */
  asksAgain(connection: Connection, hasPassword: boolean): boolean;
}
