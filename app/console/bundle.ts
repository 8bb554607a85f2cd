import { isMessage } from '../shared/contract/common.ts';
import type { CallResponse, ConnectionView, ResourceView } from '../shared/contract/contract.ts';
import type { ExchangeDetail } from '../shared/exchange.ts';
import { formatEnglish } from '../shared/messages/format.ts';
import { isProtocolName, isSecretHeader, plainName } from '../shared/secret-names.ts';
import { findJsonSecrets } from './mask/json-places.ts';
import { createKnownSecrets } from './mask/known-secrets.ts';
import { createMasker, type Masker, maskMark } from './mask/masker.ts';
import { findNamedSecrets } from './mask/text-places.ts';

export interface BundleFacts {
  info: CallResponse<'app.info'>;
  system: Record<string, string>;
  /** The user's home folder, which contains a name and starts many paths. */
  home: string;
  /** Epoch ms. */
  now: number;
  presets: readonly string[];
  connections: readonly ConnectionView[];
  resources: readonly ResourceView[];
  preferences: CallResponse<'preferences.read'>;
  network: CallResponse<'network.read'>;
  exchanges: readonly ExchangeDetail[];
  dropped: number;
}

/** Names of fields that identify a person. */
const personalNames = new Set(
  [
    'user username login loginname email emailaddress mail upn preferredusername uniquename sub name givenname familyname',
    'firstname lastname displayname fullname nickname screenname account accountid loginhint phone phonenumber picture',
  ].flatMap((line) => line.split(' ')),
);
const isPersonal = (name: string): boolean => personalNames.has(plainName(name));

const left = (what: string) => `(${what}: left out)`;

/**
 * The support bundle as one JSON value: the state of the app and its connections, and what was sent. Contains no
 * secrets, no names of people, and no data of resources.
 */
export function bundleOf(facts: BundleFacts, masker: Masker): unknown {
  const people = createKnownSecrets();
  for (const { connection, status } of facts.connections) {
    people.learn(connection.username);
    if ('account' in status) people.learn(status.account ?? '');
  }
  for (const { resource } of facts.resources)
    if (resource.authorization.type === 'basic') people.learn(resource.authorization.username);
  const nobody = createMasker(people);
  const shown = (text: string): string => nobody.values(masker.values(text.replaceAll(facts.home, '~')));
  const { vault, notices, version, platform, platformDescription, operatingSystem } = facts.info;
  return mapTexts(
    {
      tokenboard: { version, platform, platformDescription, operatingSystem, ...facts.system },
      at: new Date(facts.now).toISOString(),
      vault: vault.status,
      notices: notices.map(({ level, title, text }) => ({ level, title, text })),
      preferences: facts.preferences,
      network: { ...facts.network, proxy: proxyFacts(facts.network.proxy, masker) },
      presets: facts.presets,
      connections: facts.connections.map((view) => connectionFacts(view, masker)),
      resources: facts.resources.map((view) => resourceFacts(view, masker)),
      exchangesDropped: facts.dropped,
      exchanges: facts.exchanges.map(exchangeFacts),
    },
    shown,
  );
}

const proxyFacts = ({ mode, url, hasPassword }: CallResponse<'network.read'>['proxy'], masker: Masker) => ({
  mode,
  url: masker.text(url, 'data'),
  hasPassword,
});

function connectionFacts({ connection, status, secrets, usedBy }: ConnectionView, masker: Masker): unknown {
  const free = (values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => ({
      name,
      value: isSecretHeader(name) || isProtocolName(name) || isPersonal(name) ? maskMark : address(value),
    }));
  const address = (text: string): string => withoutPeople(masker.text(text, 'page'));
  return {
    // Most of these are URLs, any of which may contain a key.
    ...Object.fromEntries(Object.entries(connection).map(([name, value]) => [name, mapTexts(value, address)])),
    name: left('a name'),
    username: connection.username === '' ? '' : maskMark,
    extraAuthorizationParameters: free(connection.extraAuthorizationParameters),
    extraTokenParameters: free(connection.extraTokenParameters),
    extraRefreshParameters: free(connection.extraRefreshParameters),
    apiHeaders: free(connection.apiHeaders),
    tokenHeaders: connection.tokenHeaders.map(({ name, secret }) => ({ name, secret })),
    variables: free(connection.variables),
    capturedValues: free(connection.capturedValues),
    status: 'account' in status ? { ...status, account: maskMark } : status,
    secrets,
    usedBy,
  };
}

function resourceFacts({ resource, secrets }: ResourceView, masker: Masker): unknown {
  const { authorization } = resource;
  return {
    ...resource,
    name: left('a name'),
    url: masker.text(resource.url, 'data'),
    headers: resource.headers.map(({ name, secret }) => ({ name, secret })),
    authorization: authorization.type === 'basic' ? { ...authorization, username: maskMark } : authorization,
    secrets,
  };
}

/**
 * Responses of resources and userinfo URLs belong to the user, so they are omitted. Refusals are what support needs.
 */
function exchangeFacts(exchange: ExchangeDetail): ExchangeDetail {
  const isData = (exchange.kind === 'get' || exchange.kind === 'account') && (exchange.status ?? 0) < 400;
  const { requestBody, responseBody } = exchange;
  return {
    ...exchange,
    url: withoutPeople(exchange.url),
    requestHeaders: exchange.requestHeaders.map(([name, value]) => [name, withoutPeople(value)]),
    responseHeaders: exchange.responseHeaders.map(([name, value]) => [name, withoutPeople(value)]),
    ...(requestBody === undefined ? {} : { requestBody: withoutPeople(requestBody) }),
    ...(responseBody === undefined ? {} : { responseBody: isData ? left('data') : withoutPeople(responseBody) }),
  };
}

function withoutPeople(text: string): string {
  const ranges: [number, number][] = [];
  const found = (start: number, end: number) => ranges.push([start, end]);
  findNamedSecrets(text, isPersonal, found);
  if (/^\s*[[{]/.test(text)) findJsonSecrets(text, { hidden: isPersonal, hiddenValue: () => false }, found);
  let shown = '';
  let done = 0;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (start < done) continue;
    shown += text.slice(done, start) + maskMark;
    done = end;
  }
  return shown + text.slice(done);
}

/** Changes each text of a JSON value, and messages into English text. Field names are the app's own; names from services appear only as values. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (isMessage(value)) return change(formatEnglish(value));
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, change)]));
}
