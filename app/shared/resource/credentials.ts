import {
  credentialsInUrl,
  isCredentialHeader,
  isCredentialUsername,
  type UrlCredential,
} from '../detect-credentials.ts';
import { type Message, message } from '../messages/message.ts';
import { type BodyCredential, credentialsInBody } from './body.ts';
import type { Resource } from './resource.ts';

/** What looks like a credential and would be stored in clear in `resources.json`. */
export type Credential =
  | UrlCredential
  | BodyCredential
  | { place: 'header'; index: number; name: string; value: string }
  /** The user name of Basic authentication. */
  | { place: 'username'; value: string };

type Checked = Pick<Resource, 'url' | 'headers' | 'body' | 'inTheOpen' | 'authorization'>;

/** The credentials that the user did not allow to be stored in clear, in their order. Pure. */
export function findCredentials({ url, headers, body, inTheOpen, authorization }: Checked): Credential[] {
  const found = [
    ...credentialsInUrl(url),
    ...headers.flatMap(inHeader),
    ...credentialsInBody(body),
    ...inBasic(authorization),
  ];
  return found.filter((each) => !inTheOpen.includes(openName(each)));
}

/** The name under which `inTheOpen` keeps the user's permission. Userinfo and pasted commands have none. */
export function openName(credential: Credential): string {
  switch (credential.place) {
    case 'query':
    case 'fragment':
    case 'body':
      return `${credential.place}:${credential.name}`;
    case 'header':
      return `header:${credential.name.toLowerCase()}`;
    default:
      return credential.place;
  }
}

/** Says what the credential is and what to do. Never contains the value. */
export function credentialSentence(credential: Credential): Message {
  switch (credential.place) {
    case 'query':
    case 'fragment':
      return message('fields.credential.inTheUrl', { name: credential.name });
    case 'path':
      return message('fields.credential.partOfTheUrl');
    case 'userinfo':
      return message('fields.credential.userinfo');
    case 'body':
      return message('fields.credential.body', { name: credential.name });
    case 'header':
      return message('fields.credential.header', { name: credential.name });
    case 'username':
      return message('fields.credential.username');
    case 'text':
      return message('fields.credential.command');
  }
}

function inHeader({ name, value, secret }: Resource['headers'][number], index: number): Credential[] {
  return !secret && isCredentialHeader(name, value) ? [{ place: 'header', index, name: name.trim(), value }] : [];
}

const inBasic = (authorization: Resource['authorization']): Credential[] =>
  authorization.type === 'basic' && isCredentialUsername(authorization.username)
    ? [{ place: 'username', value: authorization.username }]
    : [];
