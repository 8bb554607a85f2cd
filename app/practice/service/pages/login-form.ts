import { accounts } from '../accounts.ts';
import { type Html, html } from './html.ts';

export interface LoginFormOptions {
  action: string;
  submit: string;
  /** The last failed attempt. */
  wrong?: { username: string } | undefined;
}

const shown = accounts[0];

export function loginForm({ action, submit, wrong }: LoginFormOptions): Html {
  const alert = html`<p class="alert" role="alert" id="wrong">The user name or the password is wrong. Try the practice account below.</p>`;
  return html`${wrong && alert}
<form method="post" action="${action}">
<label for="username">User name</label>
<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required${
    wrong ? html` value="${wrong.username}" aria-invalid="true" aria-describedby="wrong"` : html` autofocus`
  }>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${
    wrong && html` autofocus aria-invalid="true" aria-describedby="wrong"`
  }>
<button class="primary" type="submit">${submit}</button>
</form>`;
}

/** The practice service has nothing to hide: the page shows its account. */
export const accountHint: Html = html`<p class="hint-title">Practice account</p>
<dl class="hint">
<div><dt>User name</dt><dd><code>${shown.username}</code></dd></div>
<div><dt>Password</dt><dd><code>${shown.password}</code></dd></div>
</dl>`;
