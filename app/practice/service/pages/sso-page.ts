import type { Account } from '../accounts.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { accountHint, loginForm } from './login-form.ts';
import type { PageTexts } from './texts.ts';

export interface SsoPageOptions {
  action: string;
  /** The account that is logged in. */
  account: Account | undefined;
  wrong?: { username: string } | undefined;
}

export function ssoPage(texts: PageTexts, { action, account, wrong }: SsoPageOptions): Html {
  const { text, rich } = texts;
  const title = text('practice.page.sso');
  if (!account)
    return layout(
      texts,
      title,
      html`<h1>${title}</h1>
<p class="lead">${text('practice.page.sso.lead')}</p>
${loginForm(texts, { action, submit: text('practice.page.continue'), wrong })}
${accountHint(texts)}`,
    );
  return layout(
    texts,
    title,
    html`<h1>${title}</h1>
<p class="lead">${rich('practice.page.sso.loggedIn', { name: account.name })}</p>
<form method="post" action="${action}">
<button class="primary" type="submit" name="decision" value="continue" autofocus>${text('practice.page.sso.continueAs', { name: account.name })}</button>
<button class="secondary" type="submit" name="decision" value="switch">${text('practice.page.sso.other')}</button>
</form>`,
  );
}

/** Its script redirects the opener and closes the window. Without a script or an opener the link does that. */
export function ssoDonePage(
  texts: PageTexts,
  { account, continueUrl }: { account: Account; continueUrl: string },
): Html {
  const { text, rich } = texts;
  return layout(
    texts,
    text('practice.page.sso.done'),
    html`<h1>${text('practice.page.sso.done')}</h1>
<p class="lead">${rich('practice.page.sso.done.lead', { name: account.name })}</p>
<a class="primary" href="${continueUrl}" data-continue>${text('practice.page.continue')}</a>`,
  );
}

/**
 * `/practice.js`: the single sign-on window. Everything works without a script too; single sign-on then uses one
 * window.
 */
export const script = `for (const link of document.querySelectorAll('a[data-popup]'))
  link.addEventListener('click', (event) => {
    const child = window.open(link.href, 'practice-sso', 'popup,width=440,height=600');
    if (child) { event.preventDefault(); child.focus(); }
  });
const done = document.querySelector('a[data-continue]');
if (done && window.opener) { window.opener.location.assign(done.href); window.close(); }
else if (done) location.assign(done.href);
`;
