import type { Login } from '../../servers/fake-platform.ts';
import { connection, resource } from '../../servers/items.ts';
import { startApp } from '../../servers/start-app.ts';
import {
  json,
  type SeenRequest,
  type StubResponse,
  startTokenServer,
  type TokenServer,
} from '../../servers/token-server.ts';

/** A service with a token endpoint and an API, both as the test wants them. */
export interface Service {
  server: TokenServer;
  origin: string;
  host: string;
  /** Access tokens that the API takes. */
  valid: Set<string>;
  /** Responses of the token endpoint, in order; then `token-<n>` each. */
  tokenResponses: StubResponse[];
  /** By path; what is not here is the protected `/data`. */
  routes: Record<string, (seen: SeenRequest) => StubResponse>;
  asked(path: string): SeenRequest[];
  close(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const server = await startTokenServer();
  let issued = 0;
  const service: Service = {
    server,
    origin: server.origin,
    host: `127.0.0.1:${server.port}`,
    valid: new Set(),
    tokenResponses: [],
    routes: {},
    asked: (path) => server.requests.filter((seen) => seen.path.split('?')[0] === path),
    close: server.close,
  };
  const issue = (): StubResponse => {
    issued += 1;
    service.valid.add(`access-token-${issued}`);
    return json({
      access_token: `access-token-${issued}`,
      refresh_token: `refresh-token-${issued}`,
      token_type: 'bearer',
      expires_in: 3600,
    });
  };
  server.respondWith((seen) => {
    const path = seen.path.split('?')[0] ?? '';
    if (path === '/token') return service.tokenResponses.shift() ?? issue();
    const route = service.routes[path];
    if (route) return route(seen);
    const token = (seen.headers.authorization ?? '').replace(/^Bearer /, '');
    if (service.valid.has(token))
      return json([
        { id: 1, name: 'one' },
        { id: 2, name: 'two' },
      ]);
    return json({ error: 'invalid_token', error_description: `${token} is not valid` }, 401);
  });
  return service;
}

/** Comes back at once with a code. */
export const quickLogin: Login = async ({ authorizationUrl, callbackUrl }) => {
  const state = new URL(authorizationUrl).searchParams.get('state') ?? '';
  return { url: `${callbackUrl}?${new URLSearchParams({ code: 'the-code', state })}`, method: 'GET' };
};

export const connectionTo = (service: Service, changes: Parameters<typeof connection>[0] = {}) =>
  connection({
    authorizationUrl: `${service.origin}/authorize`,
    accessTokenUrl: `${service.origin}/token`,
    hosts: [service.host],
    ...changes,
  });

export const resourceAt = (service: Service, changes: Parameters<typeof resource>[0] = {}) =>
  resource({
    url: `${service.origin}/data`,
    authorization: { type: 'oauth', connectionId: 'connection-1' },
    ...changes,
  });

/** An app and two services, of which most tests need only the first. `stop` ends all three: a hook returns it. */
export async function startAppAndServices() {
  const [service, other, tokenboard] = await Promise.all([startService(), startService(), startApp()]);
  const stop = async () => {
    await tokenboard.stop();
    await Promise.all([service.close(), other.close()]);
  };
  return { service, other, tokenboard, stop };
}

/** The same, with `connection-1` logged in at the first service. */
export async function startLoggedIn() {
  const started = await startAppAndServices();
  started.tokenboard.platform.login = quickLogin;
  await started.tokenboard.get('connections.requestToken', {
    connection: connectionTo(started.service),
    secrets: {},
    freshSession: false,
  });
  return started;
}
