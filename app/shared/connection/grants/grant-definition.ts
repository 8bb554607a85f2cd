import type { Connection, ConnectionSecretName } from '../connection.ts';
import type { FieldProblem } from '../field-problem.ts';

/** All of a connection that decides what it is asked for. */
export type GrantChoice = Pick<Connection, 'grant' | 'tokenSource'>;

/** A secret that a token cannot be requested without, and what to say where it is missing. */
export interface NeededSecret {
  name: ConnectionSecretName;
  message: string;
}

export type ProtocolName = 'oauth1' | 'oauth2';

/** What all grants of a protocol have in common: OAuth1 (RFC 5849) or OAuth2 (RFC 6749). Pure facts, for both processes. */
export interface ProtocolDefinition {
  name: ProtocolName;
  /** The fields that mean something to every grant of it; what another grant left in the others must not matter. */
  fields(choice: GrantChoice): readonly (keyof Connection)[];
  /** Every request carries a signature in place of the token (RFC 5849 §3.1). */
  signsRequests: boolean;
  /** Its tokens may expire. OAuth1 has no expiry and no renewal: its tokens hold until they are revoked. */
  tokensExpire: boolean;
  /** The header in which a GET carries the token or the signature; empty: it is in none. */
  tokenHeader(connection: Connection): string;
  /** Whether token requests have an Authorization header of their own. */
  authorizesTokenRequests(connection: Connection): boolean;
  /** Said where the client ID is missing. */
  clientIdMissing: string;
  /** Of the client and its signature. */
  secrets(connection: Connection): readonly NeededSecret[];
  /** What its token and refresh requests set themselves. */
  reservedTokenParameters: readonly string[];
}

/** What a grant is, beside what its protocol is: a file for each, collected in `definitions.ts`. */
export interface GrantDefinition {
  protocol: ProtocolDefinition;
  /** As a discovery document lists it (RFC 8414 §2); `undefined`: none does. */
  grantType: string | undefined;
  /** Beside the protocol's. */
  fields(choice: GrantChoice): readonly (keyof Connection)[];
  /** An endpoint that no other grant has: a service that names it has this grant. */
  ownEndpoint?: 'deviceAuthorizationUrl';
  /** What its first request sets itself, where it uses `extraAuthorizationParameters`. */
  reservedAuthorizationParameters?(connection: Connection): readonly string[];
  /** What is wrong with its own fields, in the dialog's order. */
  problems?(connection: Connection): FieldProblem[];
  /** Beside the protocol's. */
  secrets?(connection: Connection): readonly NeededSecret[];
  /** Whether a person stands behind the token; else the app itself. */
  hasUser: boolean;
  /** The user agrees on a page of the service, and what is asked for there may bring a refresh token. */
  consentBringsRefreshToken: boolean;
  /**
   * Whether a new token can be asked for without the user and without a refresh token (RFC 6749 §4.3.2, §4.4.3).
   * `hasPassword`: the vault keeps one.
   */
  asksAgain(connection: Connection, hasPassword: boolean): boolean;
}
