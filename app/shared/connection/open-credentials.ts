import {
  canBeOpen,
  credentialsInUrl,
  isCredentialHeader,
  isCredentialParameter,
  isCredentialUsername,
  isToken,
  joinTypedUrl,
  replacePair,
  splitTypedUrl,
  type UrlCredential,
} from '../detect-credentials.ts';
import { RequestError } from '../errors.ts';
import { type Message, message } from '../messages/message.ts';
import { isSecretName } from '../secret-names.ts';
import { valueSecret } from '../secret-value.ts';
import type { Connection } from './connection.ts';
import { parameterFields, type UrlField, urlFields } from './text-fields.ts';

/** What looks like a credential and would be stored in clear in `connections.json`. */
export type OpenCredential =
  | { field: UrlField; found: UrlCredential }
  | { field: (typeof parameterFields)[number]; name: string; value: string }
  | { field: 'variables'; name: string; value: string }
  | { field: 'username'; value: string };

/** The credentials that the user did not allow to be stored in clear, in the dialog's order. Pure. */
export function findOpenCredentials(connection: Connection): OpenCredential[] {
  const { variables, username, inTheOpen } = connection;
  const found: OpenCredential[] = [
    ...Object.entries(variables).flatMap(([name, value]): OpenCredential[] =>
      value !== '' && (isSecretName(name) || isToken(value)) ? [{ field: 'variables', name, value }] : [],
    ),
    ...urlFields.flatMap((field): OpenCredential[] =>
      credentialsInUrl(connection[field]).map((each) => ({ field, found: each })),
    ),
    ...(isCredentialUsername(username) ? [{ field: 'username' as const, value: username }] : []),
    ...parameterFields.flatMap((field): OpenCredential[] =>
      Object.entries(connection[field]).flatMap(([name, value]) => {
        const isIt = field === 'apiHeaders' ? isCredentialHeader(name, value) : isCredentialParameter(name, value);
        return isIt ? [{ field, name, value }] : [];
      }),
    ),
  ];
  return found.filter((each) => !inTheOpen.includes(openName(each)));
}

/** The name under which `inTheOpen` keeps the user's permission. */
export function openName(credential: OpenCredential): string {
  if ('found' in credential) {
    const { place } = credential.found;
    return `${credential.field}:${place}${'name' in credential.found ? `:${credential.found.name}` : ''}`;
  }
  return 'name' in credential ? `${credential.field}:${credential.name}` : credential.field;
}

/** Userinfo cannot be kept either: these requests never send a user name before the host. */
export const canBeKept = (credential: OpenCredential): boolean =>
  !('found' in credential) || canBeOpen(credential.found);

/** Says what the credential is. Never contains the value. */
export function openCredentialSentence(credential: OpenCredential): Message {
  if ('found' in credential) {
    const where = message(`fields.inUrl.${credential.field}`);
    const { found } = credential;
    if (found.place === 'userinfo') return message('fields.credential.userinfoIn', { where });
    if (found.place === 'text') return message('fields.credential.commandIn', { where });
    return 'name' in found
      ? message('fields.credential.in', { name: found.name, where })
      : message('fields.credential.partIn', { where });
  }
  if (credential.field === 'username') return message('fields.credential.username');
  return credential.field === 'apiHeaders'
    ? message('fields.credential.header', { name: credential.name })
    : message('fields.credential.parameter', { name: credential.name });
}

/** Moves a credential from the stored text to the vault and replaces the value with `{name}`. Pure. */
export function keepCredential(
  connection: Connection,
  credential: OpenCredential,
): { connection: Connection; secrets: Record<`value:${string}`, string> } {
  if (!canBeKept(credential)) return { connection, secrets: {} };
  if (credential.field === 'variables') {
    // The URLs already contain its `{name}`.
    const { [credential.name]: _value, ...variables } = connection.variables;
    return kept({ ...connection, variables }, credential.name, credential.value);
  }
  const wish =
    'found' in credential ? nameOf(credential.found) : credential.field === 'username' ? 'user' : credential.name;
  const name = freeName(connection, wish);
  if (!('found' in credential)) {
    if (credential.field === 'username') return kept({ ...connection, username: `{${name}}` }, name, credential.value);
    const values = { ...connection[credential.field], [credential.name]: `{${name}}` };
    return kept({ ...connection, [credential.field]: values }, name, credential.value);
  }
  const { found, field } = credential;
  const parts = splitTypedUrl(connection[field]);
  if (found.place === 'path')
    parts.path = parts.path
      .split('/')
      .map((segment) => (segment === found.value ? `{${name}}` : segment))
      .join('/');
  else if (found.place === 'query' || found.place === 'fragment')
    parts[found.place] = replacePair(parts[found.place] ?? '', found, `{${name}}`);
  const value = found.place === 'path' ? decodeURIComponent(found.value) : 'value' in found ? found.value : '';
  return kept({ ...connection, [field]: joinTypedUrl(parts) }, name, value);
}

const kept = (connection: Connection, name: string, value: string) => ({
  connection: { ...connection, secretValues: [...new Set([...connection.secretValues, name])] },
  secrets: { [valueSecret(name)]: value },
});

const nameOf = (found: UrlCredential): string => ('name' in found ? found.name : 'token');

/** `api-key` → `api_key`, or a free variant of it. The app itself uses `practice` and `clientId`. */
function freeName({ secretValues, variables, capturedValues, ...connection }: Connection, wish: string): string {
  const base =
    wish
      .replace(/\W+/g, '_')
      .replace(/^[^a-zA-Z]+/, '')
      .slice(0, 40) || 'secret';
  const texts = urlFields.map((field) => connection[field]).join(' ');
  const isTaken = (name: string): boolean =>
    name === 'practice' ||
    name === 'clientId' ||
    secretValues.includes(name) ||
    Object.hasOwn(variables, name) ||
    Object.hasOwn(capturedValues, name) ||
    texts.includes(`{${name}}`);
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) if (!isTaken(`${base}_${number}`)) return `${base}_${number}`;
}

/**
 * Every write passes here: nothing new that looks like a credential is stored outside the vault without the user's
 * permission (row 56). What an older version stored stays until the connection is edited, so that its renewals keep
 * working.
 */
export function refuseOpenCredentials(connection: Connection, former: Connection | undefined): void {
  const stored = new Set(former === undefined ? [] : findOpenCredentials(former).map((each) => JSON.stringify(each)));
  const credential = findOpenCredentials(connection).find((each) => !stored.has(JSON.stringify(each)));
  if (credential === undefined) return;
  const sentence = openCredentialSentence(credential);
  const text = canBeKept(credential) ? message('fields.credential.keep', { sentence }) : sentence;
  throw new RequestError('connection.open_credential', text, {
    details: { field: credential.field },
  });
}
