import { setTimeout } from 'node:timers/promises';
import { maskMark } from '../console/mask/masker.ts';
import type { HttpClient } from '../http/client.ts';
import { withExchangeContext } from '../http/exchanges.ts';
import { type HttpResponse, requestText, type TextRequest } from '../http/request-text.ts';
import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaPlace } from '../shared/peaka/account.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';
import { isProtocolName, isSecretName } from '../shared/secret-names.ts';
import { requireSecureUrl } from '../shared/secure-url.ts';
import { readBody } from './body.ts';
import { lostError, type PeakaSubject, refusalError, unexpectedError } from './errors.ts';
import {
  isSecretField,
  type PeakaInfo,
  type RemoteConnection,
  readConnection,
  readConnections,
  readDetail,
  readInfo,
  readPlaces,
  readTypes,
} from './responses.ts';
import { createTurns } from './turns.ts';

/** How to reach a Peaka account. Addresses are complete: `{practice}` is filled in. */
export interface PeakaAccess {
  accountId: string;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Peaka's callback URL. */
  callbackUrl: string;
  apiKey: string;
}

/** Peaka's `ConnectionRequest`. */
export interface ConnectionRequest {
  name: string;
  type: string;
  credential?: PeakaValues | undefined;
  connectionCallback?: string | undefined;
}

/**
 * Peaka's Partner API for connections. Each call sends one request, within 20 s, after those of the same account. A GET
 * that Peaka limits (429) is sent again if the wait is short. A POST is never sent twice by itself: if its response is
 * lost, the error is `peaka.result_unknown`. Rejects with RequestError `peaka.*` and HttpError
 * `http.*`.
 */
export interface PeakaClient {
  info(access: PeakaAccess): Promise<PeakaInfo>;
  organizations(access: PeakaAccess): Promise<PeakaPlace[]>;
  workspaces(access: PeakaAccess, organizationId: string): Promise<PeakaPlace[]>;
  projects(access: PeakaAccess, organizationId: string, workspaceId: string): Promise<PeakaPlace[]>;
  types(access: PeakaAccess): Promise<PeakaType[]>;
  list(access: PeakaAccess, projectId: string): Promise<RemoteConnection[]>;
  get(access: PeakaAccess, projectId: string, connectionId: string): Promise<RemoteConnection>;
  /** Names and texts that are no secret. */
  detail(access: PeakaAccess, projectId: string, connectionId: string): Promise<[string, string][]>;
  create(access: PeakaAccess, projectId: string, request: ConnectionRequest): Promise<RemoteConnection>;
  update(
    access: PeakaAccess,
    projectId: string,
    connectionId: string,
    request: ConnectionRequest,
  ): Promise<RemoteConnection>;
  remove(access: PeakaAccess, projectId: string, connectionId: string): Promise<void>;
  /** `POST …/oauth2`: the raw query of the service's callback, as one string without `?`. */
  passCallback(access: PeakaAccess, projectId: string, queryParameters: string): Promise<{ id: string }>;
}

const timeoutMs = 20_000;
/** The list of all types, with their fields. */
const maxBytes = 16 * 1024 * 1024;
/** Row 31: a longer wait is the user's to decide. */
const longestWaitSeconds = 10;
const mostWaits = 2;

export interface PeakaClientDeps {
  http: HttpClient;
  /** Epoch ms. Absent: the system clock. */
  now?: (() => number) | undefined;
  /** In ms. Replaced in tests. */
  wait?: ((ms: number) => Promise<unknown>) | undefined;
}

interface PeakaRequest {
  method: TextRequest['method'];
  path: readonly string[];
  about: PeakaSubject;
  body?: object | undefined;
  /** What the body holds and nobody may see, by name. */
  secrets?: readonly Secret[] | undefined;
}

type Secret = readonly [name: string, value: string];

export function createPeakaClient({ http, now = Date.now, wait = waitUnreferenced }: PeakaClientDeps): PeakaClient {
  const turns = createTurns();

  /** `read` gets the JSON of a 2xx response, or `undefined` for an empty body or a plain text. */
  async function send<Value>(
    access: PeakaAccess,
    request: PeakaRequest,
    read: (value: unknown) => Value | undefined,
  ): Promise<Value> {
    const { method, path, about, body } = request;
    const url = urlOf(access, path);
    const { secrets: named = [] } = request;
    const secrets = [access.apiKey, ...named.map(([, value]) => value)];
    const context = { kind: 'peaka', hiddenNames: named.map(([name]) => name) } as const;
    const headers = {
      authorization: `Bearer ${access.apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const once = async (): Promise<HttpResponse> => {
      http.exchanges?.learn(secrets);
      const sent = { method, url, headers, body: body && JSON.stringify(body), timeoutMs, maxBytes };
      try {
        return await withExchangeContext(context, () => requestText(http, sent));
      } catch (error) {
        throw lostError(error, method, url);
      }
    };
    const came = await turns.take(access.accountId, async () => {
      for (let waits = 0; ; waits += 1) {
        const response = await once();
        const { status } = response;
        if (status >= 200 && status < 300) return response;
        const error = refusalError({ response, url, about, now: now(), secrets });
        // Without Retry-After: 1 s, then 2 s.
        const seconds = Number(error.details?.retryAfterSeconds ?? waits + 1);
        const isLimit = error.code === 'peaka.rate_limited' && method === 'GET';
        if (!isLimit || waits >= mostWaits || seconds > longestWaitSeconds) throw error;
        await wait(seconds * 1000);
      }
    });
    // Names are stored and shown: none may be the key (row 37).
    const response = { ...came, text: withoutKey(came.text, access.apiKey) };
    const found = readBody(response);
    const isPage = 'text' in found && found.isHtml;
    const value = isPage ? undefined : read('value' in found ? found.value : undefined);
    if (value === undefined) throw unexpectedError({ response, url, secrets });
    return value;
  }

  const get = <Value>(
    access: PeakaAccess,
    about: PeakaSubject,
    path: readonly string[],
    read: (value: unknown) => Value | undefined,
  ): Promise<Value> => send(access, { method: 'GET', path, about }, read);

  return {
    info: (access) => get(access, 'account', ['info'], readInfo),
    organizations: (access) => get(access, 'account', ['organizations'], readPlaces),
    workspaces: (access, organizationId) =>
      get(access, 'place', ['organizations', organizationId, 'workspaces'], readPlaces),
    projects: (access, organizationId, workspaceId) =>
      get(access, 'place', ['organizations', organizationId, 'workspaces', workspaceId, 'projects'], readPlaces),
    types: (access) => get(access, 'account', ['connections', 'config'], readTypes),
    list: async (access, projectId) => get(access, 'project', connections(projectId), readConnections),
    get: async (access, projectId, connectionId) =>
      get(access, 'connection', connections(projectId, connectionId), (value) => readConnection(value, {})),
    detail: async (access, projectId, connectionId) =>
      get(access, 'connection', connections(projectId, connectionId, 'detail'), readDetail),
    create: async (access, projectId, { name, type, ...rest }) =>
      send(
        access,
        {
          method: 'POST',
          path: connections(projectId),
          about: 'project',
          body: { name, type, ...rest },
          secrets: secretsOf(rest.credential),
        },
        (value) => readConnection(value, { name, type }),
      ),
    update: async (access, projectId, connectionId, { name, type, ...rest }) =>
      send(
        access,
        {
          method: 'PUT',
          path: connections(projectId, connectionId),
          about: 'connection',
          body: { name, type, ...rest },
          secrets: secretsOf(rest.credential),
        },
        (value) => readConnection(value ?? {}, { id: connectionId, name, type }),
      ),
    remove: async (access, projectId, connectionId) => {
      const path = connections(projectId, connectionId);
      await send(access, { method: 'DELETE', path, about: 'connection' }, () => true);
    },
    passCallback: async (access, projectId, queryParameters) =>
      send(
        access,
        {
          method: 'POST',
          path: connections(projectId, 'oauth2'),
          about: 'connection',
          body: { queryParameters },
          secrets: secretsIn(queryParameters),
        },
        (value) => readConnection(value, {}),
      ),
  };
}

const waitUnreferenced = (ms: number): Promise<unknown> => setTimeout(ms, undefined, { ref: false });

function connections(projectId: string, ...rest: string[]): string[] {
  if (projectId === '') throw new RequestError('peaka.no_project', message('peaka.noProject'));
  return ['connections', projectId, ...rest];
}

/** The key goes to this base URL only. Throws HttpError `http.invalid_url`, `http.insecure_url`; RequestError. */
function urlOf({ baseUrl }: PeakaAccess, path: readonly string[]): URL {
  const { href } = requireSecureUrl(baseUrl, message('peaka.field.baseUrl'));
  return new URL(`${href.replace(/\/+$/, '')}/${path.map(segment).join('/')}`);
}

/** Throws RequestError `peaka.not_found` for an ID that would lead to another path: a URL resolves dots. */
function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new RequestError('peaka.not_found', message('peaka.notFound.connection'));
  return encodeURIComponent(id.toWellFormed());
}

const secretsOf = (values: PeakaValues = {}): Secret[] =>
  Object.entries(values).flatMap(([name, value]) =>
    isSecretField(name) && value !== '' ? [[name, String(value)] satisfies Secret] : [],
  );

/** Shorter keys are words. */
const shortestKey = 8;

const withoutKey = (text: string, key: string): string =>
  key.length < shortestKey ? text : text.replaceAll(key, maskMark);

/** Code and state of a callback, as sent and decoded. */
const secretsIn = (query: string): Secret[] =>
  query.split(/[&?]/).flatMap((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const value = rest.join('=');
    if (value === '' || !(isProtocolName(name) || isSecretName(name))) return [];
    return [value, new URLSearchParams(pair).get(name) ?? value].map((each) => [name, each] satisfies Secret);
  });
