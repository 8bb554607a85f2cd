import {
  credentialsInUrl,
  isCredentialHeader,
  isCredentialUsername,
  type UrlCredential,
} from '../detect-credentials.ts';
import type { Resource } from './resource.ts';

/** What looks like a credential and would be stored in clear in `resources.json`. */
export type Credential =
  | UrlCredential
  | { place: 'header'; index: number; name: string; value: string }
  /** The user name of Basic authentication. */
  | { place: 'username'; value: string };

type Checked = Pick<Resource, 'url' | 'headers' | 'inTheOpen' | 'authorization'>;

/** The credentials that the user did not allow to be stored in clear, in their order. Pure. */
export function findCredentials({ url, headers, inTheOpen, authorization }: Checked): Credential[] {
  const found = [...credentialsInUrl(url), ...headers.flatMap(inHeader), ...inBasic(authorization)];
  return found.filter((each) => !inTheOpen.includes(openName(each)));
}

/** The name under which `inTheOpen` keeps the user's permission. Userinfo and pasted commands have none. */
export function openName(credential: Credential): string {
  switch (credential.place) {
    case 'query':
    case 'fragment':
      return `${credential.place}:${credential.name}`;
    case 'header':
      return `header:${credential.name.toLowerCase()}`;
    default:
      return credential.place;
  }
}

/** Says what the credential is and what to do. Never contains the value. */
export function credentialSentence(credential: Credential): string {
  switch (credential.place) {
    case 'query':
    case 'fragment':
      return `“${credential.name}” in the URL looks like a credential.`;
    case 'path':
      return 'A part of the URL looks like a credential.';
    case 'userinfo':
      return 'The URL contains a user name or password.';
    case 'header':
      return `The header ${credential.name} looks like a credential.`;
    case 'username':
      return 'The user name looks like a credential.';
    case 'text':
      return 'This is a command, not a URL. Paste only its URL here, and its headers under Headers.';
  }
}

function inHeader({ name, value, secret }: Resource['headers'][number], index: number): Credential[] {
  return !secret && isCredentialHeader(name, value) ? [{ place: 'header', index, name: name.trim(), value }] : [];
}

const inBasic = (authorization: Resource['authorization']): Credential[] =>
  authorization.type === 'basic' && isCredentialUsername(authorization.username)
    ? [{ place: 'username', value: authorization.username }]
    : [];
