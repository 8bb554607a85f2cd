import type { Account } from '../accounts.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { accountHint, loginForm } from './login-form.ts';

export interface SsoPageOptions {
  action: string;
  /** The account that is logged in. */
  account: Account | undefined;
  wrong?: { username: string } | undefined;
}

export function ssoPage({ action, account, wrong }: SsoPageOptions): Html {
  const title = 'Practice SSO';
  if (!account)
    return layout(
      title,
      html`<h1>Practice SSO</h1>
<p class="lead">One login for all practice apps</p>
${loginForm({ action, submit: 'Continue', wrong })}
${accountHint}`,
    );
  return layout(
    title,
    html`<h1>Practice SSO</h1>
<p class="lead">You are logged in as <strong>${account.name}</strong></p>
<form method="post" action="${action}">
<button class="primary" type="submit" name="decision" value="continue" autofocus>Continue as ${account.name}</button>
<button class="secondary" type="submit" name="decision" value="switch">Log in as someone else</button>
</form>`,
  );
}

/** Its script redirects the opener and closes the window. Without a script or an opener the link does that. */
export function ssoDonePage({ account, continueUrl }: { account: Account; continueUrl: string }): Html {
  return layout(
    'Logged in',
    html`<h1>Logged in</h1>
<p class="lead">as <strong>${account.name}</strong>. This window closes by itself.</p>
<a class="primary" href="${continueUrl}" data-continue>Continue</a>`,
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
