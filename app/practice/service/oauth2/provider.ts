import type { EventEmitter } from 'node:events';
import { type Configuration, Provider } from 'oidc-provider';
import { findAccount } from '../accounts.ts';
import { callbackUrls } from '../callbacks.ts';
import { clientName, oauth2ClientId } from '../identity.ts';
import { messagePage } from '../pages/message-page.ts';
import { textsFor } from '../pages/texts.ts';
import { peakaCallbackPath, peakaClientId } from '../peaka/oauth-client.ts';
import { pageHeaders } from '../responses.ts';
import { scopes } from '../scopes.ts';
import type { Settings } from '../service.ts';
import type { StateStore } from '../state.ts';
import { createAdapterFactory } from './adapter.ts';
import { serviceGrants } from './grants/grants.ts';
import type { ServiceGrant } from './grants/service-grant.ts';

const day = 86_400;
const refreshTokenLifetime = 180 * day;

/** The certified provider, configured for this service. `interactions.ts` has the pages. */
export function createProvider(origin: string, store: StateStore, settings: Settings): Provider {
  const provider = new Provider(origin, configure(origin, store, settings));
  for (const grant of serviceGrants) grant.register?.(provider);
  // Koa prints errors unless there is a listener. Error messages may contain tokens, so print only the kind.
  const report = (error: Error) => process.stderr.write(`practice service: ${error.name}\n`);
  // The provider's types cover only its own events. This one is Koa's.
  const application: EventEmitter = provider;
  application.on('error', report);
  provider.on('server_error', (_context, error) => report(error));
  return provider;
}

/** Builds a part of the configuration from what each grant contributes. */
const fromGrants = <Part extends object>(part: (grant: ServiceGrant) => Part | undefined): Part =>
  Object.assign({}, ...serviceGrants.map(part));

function configure(origin: string, store: StateStore, settings: Settings): Configuration {
  const { identity, peaka } = store.state;
  const peakaCallback = origin + peakaCallbackPath;
  const tokenLifetime = () => settings.tokenLifetimeSeconds;
  return {
    adapter: createAdapterFactory(store),
    clients: [
      {
        client_id: oauth2ClientId,
        client_secret: identity.oauth2ClientSecret,
        client_name: clientName,
        // RFC 8252 §7.3: native clients may use any loopback port.
        application_type: 'native',
        // As an app that its user registered: Peaka's callback URL too.
        redirect_uris: [...callbackUrls, peakaCallback],
        response_types: ['code'],
        grant_types: [...serviceGrants.map(({ grantType }) => grantType), 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
      {
        client_id: peakaClientId,
        client_secret: peaka.clientSecret,
        client_name: 'Peaka',
        application_type: 'native',
        redirect_uris: [peakaCallback],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    jwks: { keys: [identity.signingKey] },
    cookies: {
      keys: identity.cookieKeys,
      names: { session: 'practice_oauth2', interaction: 'practice_login', resume: 'practice_resume' },
    },
    scopes: [...scopes],
    claims: { openid: ['sub', 'name', 'email'] },
    // The ID token contains them too, for clients that do not request userinfo.
    conformIdTokenClaims: false,
    // No tolerance, because tokens here may live for only a few seconds.
    clockTolerance: 0,
    pkce: { required: () => true },
    features: {
      ...fromGrants(({ features }) => features),
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      introspection: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
    },
    routes: {
      ...fromGrants(({ routes }) => routes),
      token: '/oauth2/token',
      revocation: '/oauth2/revoke',
      introspection: '/oauth2/introspect',
      userinfo: '/oauth2/userinfo',
      jwks: '/oauth2/jwks',
    },
    interactions: { url: (_context, interaction) => `/login/${interaction.uid}` },
    findAccount: (_context, sub) => {
      const account = findAccount(sub);
      return account && { accountId: sub, claims: () => ({ sub, name: account.name, email: account.email }) };
    },
    // Every consent is a separate grant: removing one connection leaves the others alone.
    loadExistingGrant: async (context) => {
      const grantId = context.oidc.result?.consent?.grantId;
      return grantId ? context.oidc.provider.Grant.find(grantId) : undefined;
    },
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    // RFC 9700 §4.14.2: each refresh token works once; a second use ends the grant.
    rotateRefreshToken: () => true,
    ttl: {
      ...fromGrants(({ ttl }) => ttl?.(tokenLifetime)),
      AccessToken: tokenLifetime,
      IdToken: 3600,
      RefreshToken: refreshTokenLifetime,
      Grant: 2 * refreshTokenLifetime,
      Interaction: 3600,
      Session: 14 * day,
    },
    renderError: (context, out) => {
      for (const [name, value] of Object.entries(pageHeaders)) context.set(name, value);
      const texts = textsFor(context.req);
      context.body = messagePage(texts, {
        title: texts.text('practice.page.refused'),
        text: texts.text('practice.page.refused.text'),
        details: [out.error, out.error_description ?? ''],
      }).markup;
    },
    clientBasedCORS: () => false,
  };
}
