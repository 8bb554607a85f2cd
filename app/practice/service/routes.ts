import { handleApi } from './api/api.ts';
import { createBusy } from './api/busy.ts';
import { oauth1ClientId } from './identity.ts';
import { handleAuthorize } from './oauth1/authorize.ts';
import { createCredentials } from './oauth1/credentials.ts';
import { handleAccessToken, handleRequestToken, type OAuth1 } from './oauth1/endpoints.ts';
import { createNonces } from './oauth1/nonces.ts';
import { handleInteraction } from './oauth2/interactions.ts';
import { homePage } from './pages/home-page.ts';
import { icon } from './pages/layout.ts';
import { messagePage } from './pages/message-page.ts';
import { script } from './pages/sso-page.ts';
import { style } from './pages/style.ts';
import { textsFor } from './pages/texts.ts';
import { createPeaka, peakaPath } from './peaka/peaka.ts';
import { respond, sendPage } from './responses.ts';
import type { RequestHandler } from './server.ts';
import type { Service } from './service.ts';
import { handleSso } from './sso.ts';

/** Maps paths to the parts of the service. */
export function createRoutes(service: Service): RequestHandler {
  const oauth2 = service.provider.callback();
  const oauth1 = createOAuth1(service);
  const isBusy = createBusy();
  const peaka = createPeaka(service);
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/practice.css': ['text/css; charset=utf-8', style],
    '/practice.js': ['text/javascript; charset=utf-8', script],
    '/practice.svg': ['image/svg+xml', icon],
  };

  return async (request, response, url) => {
    const path = url.pathname;
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file) {
      const headers = { 'Content-Type': file[0], 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
      respond(response, 200, headers, file[1]);
    } else if (path.startsWith('/oauth2/') || path.startsWith('/.well-known/')) await oauth2(request, response);
    else if (path.startsWith('/login/')) await handleInteraction(service, request, response, url);
    else if (path === '/sso') await handleSso(service, request, response, url);
    else if (path === '/oauth1/request_token') await handleRequestToken(oauth1, request, response, url);
    else if (path === '/oauth1/access_token') await handleAccessToken(oauth1, request, response, url);
    else if (path === '/oauth1/authorize')
      await handleAuthorize({ credentials: oauth1.credentials, sessions: service.sessions }, request, response, url);
    else if (path.startsWith('/api/')) await handleApi(service, oauth1, isBusy, request, response, url);
    else if (path.startsWith(peakaPath)) await peaka(request, response, url);
    else if (path === '/') sendPage(response, 200, homePage(textsFor(request), service.origin));
    else {
      const texts = textsFor(request);
      const { text } = texts;
      const nothing = { title: text('practice.page.nothing'), text: text('practice.page.nothing.text') };
      sendPage(response, 404, messagePage(texts, nothing));
    }
  };
}

function createOAuth1({ store }: Service): OAuth1 {
  const { identity } = store.state;
  return {
    client: { id: oauth1ClientId, secret: identity.oauth1ClientSecret, publicKey: identity.oauth1PublicKey },
    credentials: createCredentials(store),
    nonces: createNonces(),
    realm: 'practice',
  };
}
