import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkPassword } from './accounts.ts';
import { messagePage } from './pages/message-page.ts';
import { ssoDonePage, ssoPage } from './pages/sso-page.ts';
import { textsFor } from './pages/texts.ts';
import { readForm, sendPage } from './responses.ts';
import type { Service } from './service.ts';

/** Only login pages are allowed: an unrestricted `continue` would be an open redirector (RFC 9700 §4.11). */
const continuable = /^\/(?:login\/[\w-]+\?sso=1|oauth1\/authorize\?oauth_token=[\w-]+)$/;

/**
 * `/sso?continue=…`: a company's single sign-on. Opens as a child window, logs in there, redirects its opener and
 * closes. The session is a cookie, so opener and child must share cookies.
 */
export async function handleSso(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const texts = textsFor(request);
  const { text } = texts;
  const continueUrl = url.searchParams.get('continue') ?? '';
  if (!continuable.test(continueUrl)) {
    const nothing = { title: text('practice.page.sso.nothing'), text: text('practice.page.sso.nothing.text') };
    sendPage(response, 400, messagePage(texts, nothing));
    return;
  }
  const action = `/sso?${new URLSearchParams({ continue: continueUrl })}`;
  const known = service.sessions.find(request);
  if (request.method !== 'POST') {
    sendPage(response, 200, ssoPage(texts, { action, account: known }));
    return;
  }
  const form = await readForm(request);
  if (form.get('decision') === 'switch') {
    service.sessions.end(request, response);
    sendPage(response, 200, ssoPage(texts, { action, account: undefined }));
    return;
  }
  const username = form.get('username') ?? '';
  const account = form.get('decision') === 'continue' ? known : checkPassword(username, form.get('password') ?? '');
  if (!account) {
    sendPage(response, 401, ssoPage(texts, { action, account: undefined, wrong: { username } }));
    return;
  }
  if (account !== known) service.sessions.begin(response, account);
  sendPage(response, 200, ssoDonePage(texts, { account, continueUrl }));
}
