import type { TokenSet } from '../oauth/token-set.ts';
import type { Connection } from '../shared/connection/connection.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaRenewal } from '../shared/peaka/link.ts';
import { plainName } from '../shared/secret-names.ts';

/** What a connection here can give to Peaka. */
export interface HandedSource {
  connection: Pick<Connection, 'clientId' | 'variables'>;
  clientSecret: string | undefined;
  tokenSet: Pick<TokenSet, 'accessToken' | 'refreshToken' | 'tokenSecret' | 'values'> | undefined;
}

/**
 * The values of a connection, by Peaka's name for their field, with other names that a form may use (OAuth1, RFC 5849
 * §1.1). A form may also write a name in another case, or with `_`: `access_token`.
 */
const names = {
  clientId: ['consumerKey'],
  clientSecret: ['consumerSecret'],
  accessToken: ['token', 'bearerToken', 'oauthToken'],
  refreshToken: [],
  tokenSecret: ['accessTokenSecret', 'oauthTokenSecret'],
} as const satisfies Record<string, readonly string[]>;
type HandedName = keyof typeof names;
const handedNames = Object.keys(names) as HandedName[]; // the keys of the object above

/** Peaka's guide lists these for every OAuth type, whether its form names them or not. */
const always: readonly HandedName[] = ['clientId', 'clientSecret', 'accessToken', 'refreshToken'];

/** The value that a field asks for. */
const nameOf = (field: string): HandedName | undefined =>
  handedNames.find((name) => [name, ...names[name]].some((each) => plainName(each) === plainName(field)));

const isOAuth = ({ authorizationType, needsLogin, fields }: PeakaType): boolean =>
  needsLogin || /oauth/i.test(authorizationType) || fields.length === 0;

/**
 * The fields that may get a value, as the type spells them. A type without OAuth gets only what its form asks for. A
 * refresh token does not go to a program that Tokenboard updates, unless the form requires it. `undefined`: Peaka does
 * not list the type.
 */
export function fieldsToHand(type: PeakaType | undefined, renewal: PeakaRenewal): string[] {
  const fields = type?.fields ?? [];
  const spelled = (name: HandedName) =>
    fields.find((field) => plainName(field.name) === plainName(name)) ??
    fields.find((field) => nameOf(field.name) === name);
  const standard = (type === undefined || isOAuth(type) ? always : []).map((name) => spelled(name)?.name ?? name);
  const all = [...new Set([...standard, ...fields.map(({ name }) => name)])];
  const isRequired = (field: string) => fields.some(({ name, required }) => required && name === field);
  return all.filter((field) => renewal !== 'update_peaka' || nameOf(field) !== 'refreshToken' || isRequired(field));
}

/** The values for these fields, as far as the connection has them. */
export function handedValues(fields: readonly string[], source: HandedSource): PeakaValues {
  const { connection, clientSecret, tokenSet } = source;
  const known: Record<HandedName, string | undefined> = {
    clientId: connection.clientId.trim(),
    clientSecret,
    accessToken: tokenSet?.accessToken,
    refreshToken: tokenSet?.refreshToken,
    tokenSecret: tokenSet?.tokenSecret,
  };
  // A tenant, a realm, an instance: what else makes up the connection.
  const others = { ...connection.variables, ...tokenSet?.values };
  const other = (field: string) => Object.entries(others).find(([name]) => plainName(name) === plainName(field))?.[1];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const name = nameOf(field);
      const value = name === undefined ? other(field) : known[name];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
}

/** Required fields without a value. */
export const missingFields = (type: PeakaType | undefined, values: PeakaValues): string[] =>
  (type?.fields ?? []).flatMap(({ name, required }) => (required && !Object.hasOwn(values, name) ? [name] : []));

/** Values that are not secret: the others are told to the console before they are sent. */
export const isOpenField = (field: string): boolean => nameOf(field) === 'clientId';
