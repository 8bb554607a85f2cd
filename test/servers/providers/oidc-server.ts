import '../../../app/practice/service/quiet-provider.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { kindOf, type OidcKind } from './oidc-kinds.ts';

/** The app's usual callback URL, and loopback with any port (RFC 8252 §7.3). */
export const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';

export interface OidcServer {
  issuer: string;
  /** Of the one client that it knows; `clientSecret` is empty for a public one. */
  clientId: string;
  clientSecret: string;
  /** A GET that wants a token, for a resource. */
  accountUrl: string;
  /** Where the user types a device's code. */
  deviceUrl: string;
  /** Grant types that the token endpoint was asked for, and whether it responded with a token. */
  tokenRequests: { grantType: string; granted: boolean }[];
  close(): Promise<void>;
}

const client: ClientMetadata = {
  client_id: 'board',
  client_secret: 'a-secret-of-the-board-0123456789',
  redirect_uris: [callbackUrl, 'http://127.0.0.1/'],
  // Native, so that loopback may have any port.
  application_type: 'native',
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'client_secret_basic',
};

function configure(kind: OidcKind): Configuration {
  const { client: changes = {}, otherGrants = false, refusesBasic: _, ...more } = kindOf(kind);
  return {
    clients: [{ ...client, ...changes }],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    cookies: { keys: ['a-key-for-the-cookies-of-tests'] },
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} Example`, email: `${id}@example.org` }),
    }),
    // As most services: a refresh token where it is asked for by `offline_access`.
    issueRefreshToken: async (_context, { clientId }, code) => clientId !== '' && code.scopes.has('offline_access'),
    ...more,
    features: {
      // Its own login and consent pages: they are not ours, either.
      devInteractions: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
      introspection: { enabled: true, allowedPolicy: () => true },
      deviceFlow: { enabled: otherGrants },
      clientCredentials: { enabled: otherGrants },
    },
  };
}

/** panva's certified provider on loopback, configured as one kind of service. */
export async function startOidcServer(kind: OidcKind): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const provider = new Provider(issuer, configure(kind));
  const tokenRequests: OidcServer['tokenRequests'] = [];
  provider.use(async (context, next) => {
    if (kindOf(kind).refusesBasic && /^basic/i.test(context.get('authorization'))) {
      context.status = 401;
      context.body = { error: 'invalid_client', error_description: 'the client secret belongs into the body' };
      return;
    }
    await next();
    // Tests reach loopback only: the page wants a font of the internet.
    if (typeof context.body === 'string') context.body = context.body.replace(/@import url\([^)]*\);/, '');
    if (context.path === '/token') {
      const grantType = String(context.oidc?.params?.grant_type ?? '');
      tokenRequests.push({ grantType, granted: context.status === 200 });
    }
  });
  server.on('request', provider.callback());
  const { client_id: clientId, client_secret: clientSecret = '' } = { ...client, ...kindOf(kind).client };
  return {
    issuer,
    clientId,
    clientSecret,
    accountUrl: `${issuer}/me`,
    deviceUrl: `${issuer}/device`,
    tokenRequests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
