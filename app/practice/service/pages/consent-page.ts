import type { Account } from '../accounts.ts';
import { scopes as knownScopes } from '../scopes.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export interface ConsentPageOptions {
  action: string;
  account: Account;
  /** Scope values. */
  scopes: readonly string[];
  /** Who receives the response: the page at this callback URL, or the device that shows this code. */
  responseTo: { callbackUrl: string } | { userCode: string };
  /** How to change the account: a link that logs in again, `form` (it sends `decision=switch`), or `none`. */
  change: { url: string } | 'form' | 'none';
}

const check = html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3.5 8.5l3 3 6-7"/></svg>`;

export function consentPage({ action, account, scopes, responseTo, change }: ConsentPageOptions): Html {
  const asked = knownScopes.filter((scope) => scopes.includes(scope.value));
  const initial = account.name.slice(0, 1);
  const note =
    'userCode' in responseTo
      ? html`The response goes to the app that shows the code <code>${responseTo.userCode}</code>`
      : html`The response goes to <code>${hostOf(responseTo.callbackUrl)}</code>`;
  return layout(
    'Allow access',
    html`<h1>Allow Tokenboard to use your data?</h1>
<div class="account"><span class="avatar" aria-hidden="true">${initial}</span>
<span class="who"><strong>${account.name}</strong><span>${account.email}</span></span>
${switchTo(change)}</div>
<h2>Tokenboard will be able to</h2>
<ul class="scopes">
${asked.map((scope) => html`<li>${check}<span><strong>${scope.title}</strong><span>${scope.description}</span></span></li>\n`)}</ul>
<form method="post" action="${action}" id="decide" class="decide">
<button class="secondary" type="submit" name="decision" value="deny">Deny</button>
<button class="primary" type="submit" name="decision" value="allow">Allow</button>
</form>
<p class="note">${note}</p>`,
  );
}

function switchTo(change: ConsentPageOptions['change']): Html | undefined {
  if (change === 'none') return undefined;
  return change === 'form'
    ? html`<button class="link" type="submit" form="decide" name="decision" value="switch">Switch</button>`
    : html`<a class="link" href="${change.url}">Switch</a>`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
