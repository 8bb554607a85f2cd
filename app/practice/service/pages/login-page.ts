import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { accountHint, loginForm } from './login-form.ts';

export interface LoginPageOptions {
  action: string;
  /** Where the single sign-on window redirects its opener. */
  ssoContinueUrl: string;
  wrong?: { username: string } | undefined;
}

export function loginPage({ action, ssoContinueUrl, wrong }: LoginPageOptions): Html {
  const sso = `/sso?${new URLSearchParams({ continue: ssoContinueUrl })}`;
  return layout(
    'Log in',
    html`<h1>Log in</h1>
<p class="lead">to continue to <strong>Tokenboard</strong></p>
${loginForm({ action, submit: 'Log in', wrong })}
<p class="or"><span>or</span></p>
<a class="secondary" href="${sso}" data-popup>Log in with Practice SSO</a>
${accountHint}`,
  );
}
