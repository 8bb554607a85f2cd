import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import { type Account, checkPassword, findAccount } from '../accounts.ts';
import { type ConsentPageOptions, consentPage } from '../pages/consent-page.ts';
import type { Html } from '../pages/html.ts';
import { loginPage } from '../pages/login-page.ts';
import { messagePage } from '../pages/message-page.ts';
import { type PageTexts, textsFor } from '../pages/texts.ts';
import { readForm, sendPage } from '../responses.ts';
import { knownScopes } from '../scopes.ts';
import type { Service } from '../service.ts';

type Interaction = Awaited<ReturnType<Service['provider']['interactionDetails']>>;

/** `/login/<uid>`: the login and the consent page of an OAuth2 authorization request. */
export async function handleInteraction(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const texts = textsFor(request);
  let interaction: Interaction;
  try {
    interaction = await service.provider.interactionDetails(request, response);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    sendPage(response, 400, expiredPage(texts));
    return;
  }
  const finish = (result: Parameters<Service['provider']['interactionFinished']>[2]) =>
    service.provider.interactionFinished(request, response, result);
  const logIn = (account: Account) => finish({ login: { accountId: account.username, remember: true } });

  const client = await service.provider.Client.find(textOf(interaction.params.client_id) ?? '');
  const app = client?.clientName ?? '';
  if (interaction.prompt.name === 'login') {
    const page = { action: url.pathname, app, ssoContinueUrl: `${url.pathname}?sso=1` };
    if (request.method === 'POST') {
      const form = await readForm(request);
      const username = form.get('username') ?? '';
      const account = checkPassword(username, form.get('password') ?? '');
      if (account) await logIn(account);
      else sendPage(response, 401, loginPage(texts, { ...page, wrong: { username } }));
      return;
    }
    // The user comes back from the single sign-on window, which created the session.
    const signedOn = url.searchParams.has('sso') ? service.sessions.find(request) : undefined;
    if (signedOn) await logIn(signedOn);
    else sendPage(response, 200, loginPage(texts, page));
    return;
  }

  const account = findAccount(interaction.session?.accountId ?? '');
  if (!account) {
    sendPage(response, 400, expiredPage(texts));
    return;
  }
  const requested = textOf(interaction.params.scope);
  if (request.method !== 'POST') {
    sendPage(
      response,
      200,
      consentPage(texts, {
        action: url.pathname,
        account,
        app,
        scopes: knownScopes(requested),
        ...(await partnerOf(service, interaction)),
      }),
    );
    return;
  }
  const form = await readForm(request);
  if (form.get('decision') !== 'allow') {
    await finish({ error: 'access_denied', error_description: 'The user denied the access.' });
    return;
  }
  const clientId = textOf(interaction.params.client_id) ?? '';
  const grant = new service.provider.Grant({ accountId: account.username, clientId });
  grant.addOIDCScope(requested ?? '');
  await finish({ consent: { grantId: await grant.save() } });
}

const expiredPage = (texts: PageTexts): Html =>
  messagePage(texts, { title: texts.text('practice.page.expired'), text: texts.text('practice.page.expired.text') });

/** Who receives the response, and how to choose another account: a device login has no URL that restarts it. */
async function partnerOf(
  service: Service,
  interaction: Interaction,
): Promise<Pick<ConsentPageOptions, 'responseTo' | 'change'>> {
  const { deviceCode, params } = interaction;
  if (deviceCode === undefined)
    return {
      responseTo: { callbackUrl: textOf(params.redirect_uri) ?? '' },
      change: { url: otherAccountUrl(interaction) },
    };
  const code = await service.provider.DeviceCode.find(deviceCode, { ignoreExpiration: true });
  return { responseTo: { userCode: code?.userCode.replace(/^.{4}/, '$&-') ?? '' }, change: 'none' };
}

/** The same request again, which forces a login even if the user is logged in. */
function otherAccountUrl(interaction: Interaction): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(interaction.params))
    if (typeof value === 'string') parameters.set(name, value);
  parameters.set('prompt', 'login consent');
  return `/oauth2/authorize?${parameters}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
