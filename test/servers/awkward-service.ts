import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A response of the token endpoint, or of the API, as a test wants it. */
export interface Scripted {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface TokenRequest {
  path: string;
  /** As it came; `form` reads it as a form. */
  body: string;
  form: URLSearchParams;
  authorization: string | undefined;
}
export interface ApiRequest {
  path: string;
  authorization: string | undefined;
  headers: IncomingHttpHeaders;
}

/** A small OAuth2 service with an API that does, at every step, what a test tells it to: mostly something wrong. */
export interface AwkwardService {
  origin: string;
  /** `127.0.0.1:41234`, for the field "Hosts that get the token". */
  host: string;
  tokenRequests: TokenRequest[];
  apiRequests: ApiRequest[];
  revoked: string[];
  /** Instead of a code: these parameters (`error=access_denied`), or a page. Stays until it is set anew. */
  authorizeResponses: { parameters: Record<string, string> } | { page: string } | undefined;
  /** Who is logged in, kept by the login window for a day. */
  loginCookie: string | undefined;
  /** What the login window sent of it. */
  cookiesAtLogin: (string | undefined)[];
  /** The next responses of the token endpoint; afterwards it gives tokens again. */
  nextTokenResponses: Scripted[];
  /** Refuses a client whose secret does not stand in the body (RFC 6749 §2.3.1 leaves that to the service). */
  wantsSecretInBody: boolean;
  /** What a token response holds beside the tokens. */
  tokenFacts: Record<string, unknown>;
  /** By path below /api/; unknown ones give a list of two rows. */
  api: Record<string, Scripted>;
  /** The tokens that it gave, newest last. */
  given: { accessToken: string; refreshToken: string }[];
  close(): Promise<void>;
}

/** @param prefix of everything it gives: codes and tokens. */
export async function startAwkwardService(prefix = 'awkward'): Promise<AwkwardService> {
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const service: AwkwardService = {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    tokenRequests: [],
    apiRequests: [],
    revoked: [],
    authorizeResponses: undefined,
    loginCookie: undefined,
    cookiesAtLogin: [],
    nextTokenResponses: [],
    wantsSecretInBody: false,
    tokenFacts: { expires_in: 3600 },
    api: {},
    given: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  let codes = 0;

  function authorize(url: URL, cookie: string | undefined, response: ServerResponse): void {
    service.cookiesAtLogin.push(cookie);
    if (service.loginCookie !== undefined)
      response.setHeader('set-cookie', `login=${service.loginCookie}; Max-Age=86400; Path=/; HttpOnly`);
    const scripted = service.authorizeResponses;
    if (scripted !== undefined && 'page' in scripted) {
      send(response, { headers: { 'content-type': 'text/html' }, body: scripted.page });
      return;
    }
    codes += 1;
    const callback = new URL(url.searchParams.get('redirect_uri') ?? '');
    const parameters = scripted?.parameters ?? { code: `${prefix}-code-${codes}` };
    for (const [name, value] of Object.entries(parameters)) callback.searchParams.set(name, value);
    callback.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.writeHead(302, { location: callback.href }).end();
  }

  function token(request: IncomingMessage, body: string, response: ServerResponse): void {
    const form = new URLSearchParams(body);
    service.tokenRequests.push({ path: request.url ?? '', body, form, authorization: request.headers.authorization });
    const refused = service.wantsSecretInBody && !form.has('client_secret');
    const scripted = refused ? noClient : service.nextTokenResponses.shift();
    if (scripted !== undefined) {
      send(response, scripted);
      return;
    }
    const number = service.given.length + 1;
    const given = { accessToken: `${prefix}-access-${number}`, refreshToken: `${prefix}-refresh-${number}` };
    service.given.push(given);
    const tokens = { access_token: given.accessToken, refresh_token: given.refreshToken };
    send(response, { body: { ...tokens, token_type: 'Bearer', ...service.tokenFacts } });
  }

  const respond = async (...[request, response]: Parameters<RequestListener>): Promise<void> => {
    const url = new URL(request.url ?? '/', service.origin);
    const body = await read(request);
    // Below any path, too: services of many shops have one for each.
    if (url.pathname.endsWith('/authorize')) authorize(url, request.headers.cookie, response);
    else if (url.pathname.endsWith('/token')) token(request, body, response);
    else if (url.pathname === '/revoke') {
      service.revoked.push(new URLSearchParams(body).get('token') ?? '');
      send(response, {});
    } else if (url.pathname.startsWith('/api/')) {
      const { headers } = request;
      service.apiRequests.push({ path: request.url ?? '', authorization: headers.authorization, headers });
      send(response, service.api[url.pathname.slice('/api/'.length)] ?? { body: rows });
    } else send(response, { status: 404, body: 'nothing here' });
  };
  return service;
}

const noClient: Scripted = {
  status: 401,
  body: { error: 'invalid_client', error_description: 'This client did not say who it is.' },
};
const rows = [{ name: 'first' }, { name: 'second' }];

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Scripted): void {
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
