import { accounts } from '../accounts.ts';
import { type Html, html } from './html.ts';
import type { PageTexts } from './texts.ts';

export interface LoginFormOptions {
  action: string;
  submit: string;
  /** The last failed attempt. */
  wrong?: { username: string } | undefined;
}

const shown = accounts[0];

export function loginForm({ text }: PageTexts, { action, submit, wrong }: LoginFormOptions): Html {
  const alert = html`<p class="alert" role="alert" id="wrong">${text('practice.page.login.wrong')}</p>`;
  return html`${wrong && alert}
<form method="post" action="${action}">
<label for="username">${text('practice.page.userName')}</label>
<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required${
    wrong ? html` value="${wrong.username}" aria-invalid="true" aria-describedby="wrong"` : html` autofocus`
  }>
<label for="password">${text('practice.page.password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${
    wrong && html` autofocus aria-invalid="true" aria-describedby="wrong"`
  }>
<button class="primary" type="submit">${submit}</button>
</form>`;
}

/** The practice service has nothing to hide: the page shows its account. */
export const accountHint = ({
  text,
}: PageTexts): Html => html`<p class="hint-title">${text('practice.page.account')}</p>
<dl class="hint">
<div><dt>${text('practice.page.userName')}</dt><dd><code>${shown.username}</code></dd></div>
<div><dt>${text('practice.page.password')}</dt><dd><code>${shown.password}</code></dd></div>
</dl>`;
