import {
  credentialsInUrl,
  isCredentialHeader,
  isCredentialParameter,
  isCredentialUsername,
  readPair,
  type UrlCredential,
} from '../detect-credentials.ts';
import { type Message, message } from '../messages/message.ts';
import { type BodyCredential, credentialsInBody } from './body.ts';
import type { Resource } from './resource.ts';

/** What looks like a credential and would be stored in clear in `resources.json`. */
export type Credential =
  | UrlCredential
  | BodyCredential
  /** A parameter that is switched off. `index`: in `offParameters`. */
  | { place: 'off'; index: number; name: string; value: string }
  /** A value for `{name}` in the URL. */
  | { place: 'variable'; name: string; value: string }
  | { place: 'header'; index: number; name: string; value: string }
  /** The user name of Basic authentication. */
  | { place: 'username'; value: string };

type Checked = Pick<
  Resource,
  'url' | 'offParameters' | 'variables' | 'headers' | 'body' | 'inTheOpen' | 'authorization'
>;

/** The credentials that the user did not allow to be stored in clear, in their order. Pure. */
export function findCredentials({
  url,
  offParameters,
  variables,
  headers,
  body,
  inTheOpen,
  authorization,
}: Checked): Credential[] {
  const found = [
    ...credentialsInUrl(url),
    ...offParameters.flatMap(inOffParameter),
    ...Object.entries(variables).flatMap(inVariable),
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
    case 'off':
      return `query:${credential.name}`;
    case 'variable':
      return `variable:${credential.name}`;
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
    case 'off':
      return message('fields.credential.parameter', { name: credential.name });
    case 'variable':
      return message('fields.credential.variable', { variable: `{${credential.name}}` });
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

function inOffParameter({ text }: Resource['offParameters'][number], index: number): Credential[] {
  const { name, value } = readPair(text);
  return isCredentialParameter(name, value) ? [{ place: 'off', index, name, value }] : [];
}

const inVariable = ([name, value]: [string, string]): Credential[] =>
  isCredentialParameter(name, value.trim()) ? [{ place: 'variable', name, value: value.trim() }] : [];

function inHeader({ name, value, secret }: Resource['headers'][number], index: number): Credential[] {
  return !secret && isCredentialHeader(name, value) ? [{ place: 'header', index, name: name.trim(), value }] : [];
}

const inBasic = (authorization: Resource['authorization']): Credential[] =>
  authorization.type === 'basic' && isCredentialUsername(authorization.username)
    ? [{ place: 'username', value: authorization.username }]
    : [];
