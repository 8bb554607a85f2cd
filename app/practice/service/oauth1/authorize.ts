import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkPassword } from '../accounts.ts';
import { clientName } from '../identity.ts';
import { consentPage } from '../pages/consent-page.ts';
import { loginPage } from '../pages/login-page.ts';
import { messagePage } from '../pages/message-page.ts';
import { textsFor } from '../pages/texts.ts';
import { readForm, redirect, sendPage } from '../responses.ts';
import { knownScopes } from '../scopes.ts';
import type { Sessions } from '../sessions.ts';
import type { Credentials } from './credentials.ts';

/** RFC 5849 §2.2: shows login and consent, then redirects to the callback URL with a verifier. */
export async function handleAuthorize(
  { credentials, sessions }: { credentials: Credentials; sessions: Sessions },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const texts = textsFor(request);
  const { text } = texts;
  const token = url.searchParams.get('oauth_token') ?? '';
  const temporary = credentials.temporary(token);
  if (!temporary || temporary.permission) {
    const expired = { title: text('practice.page.expired'), text: text('practice.page.expired.requestToken') };
    sendPage(response, 400, messagePage(texts, expired));
    return;
  }
  const action = `/oauth1/authorize?${new URLSearchParams({ oauth_token: token })}`;
  const account = sessions.find(request);

  if (request.method !== 'POST') {
    if (!account) sendPage(response, 200, loginPage(texts, { action, app: clientName, ssoContinueUrl: action }));
    else
      sendPage(
        response,
        200,
        consentPage(texts, {
          action,
          account,
          app: clientName,
          scopes: knownScopes(undefined),
          responseTo: { callbackUrl: temporary.callback },
          change: 'form',
        }),
      );
    return;
  }

  const form = await readForm(request);
  const decision = form.get('decision');
  if (decision === 'switch') {
    sessions.end(request, response);
    redirect(response, action);
  } else if (account && decision === 'allow') {
    const verifier = credentials.allow(token, account.username);
    redirect(response, withParameters(temporary.callback, { oauth_token: token, oauth_verifier: verifier }));
  } else if (account && decision === 'deny') {
    credentials.deny(token);
    redirect(response, withParameters(temporary.callback, { oauth_token: token, oauth_problem: 'permission_denied' }));
  } else {
    const username = form.get('username') ?? '';
    const loggedIn = checkPassword(username, form.get('password') ?? '');
    if (!loggedIn) {
      sendPage(
        response,
        401,
        loginPage(texts, { action, app: clientName, ssoContinueUrl: action, wrong: { username } }),
      );
      return;
    }
    sessions.begin(response, loggedIn);
    redirect(response, action);
  }
}

function withParameters(callback: string, parameters: Record<string, string>): string {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
