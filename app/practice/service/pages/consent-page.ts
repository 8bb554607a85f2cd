import type { Account } from '../accounts.ts';
import { scopes as knownScopes } from '../scopes.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

export interface ConsentPageOptions {
  action: string;
  account: Account;
  /** The client's name. */
  app: string;
  /** Scope values. */
  scopes: readonly string[];
  /** Who receives the response: the page at this callback URL, or the device that shows this code. */
  responseTo: { callbackUrl: string } | { userCode: string };
  /** How to change the account: a link that logs in again, `form` (it sends `decision=switch`), or `none`. */
  change: { url: string } | 'form' | 'none';
}

const check = html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="M3.5 8.5l3 3 6-7"/></svg>`;

export function consentPage(
  texts: PageTexts,
  { action, account, app, scopes, responseTo, change }: ConsentPageOptions,
): Html {
  const { text, rich } = texts;
  const asked = knownScopes.filter((scope) => scopes.includes(scope));
  const initial = account.name.slice(0, 1);
  const note =
    'userCode' in responseTo
      ? rich('practice.page.consent.toDevice', { userCode: responseTo.userCode })
      : rich('practice.page.consent.toHost', { host: hostOf(responseTo.callbackUrl) });
  return layout(
    texts,
    text('practice.page.consent'),
    html`<h1>${text('practice.page.consent.question', { app })}</h1>
<div class="account"><span class="avatar" aria-hidden="true">${initial}</span>
<span class="who"><strong>${account.name}</strong><span>${account.email}</span></span>
${switchTo(texts, change)}</div>
<h2>${text('practice.page.consent.scopes', { app })}</h2>
<ul class="scopes">
${asked.map((scope) => html`<li>${check}<span><strong>${text(`practice.page.scope.${scope}.title`)}</strong><span>${text(`practice.page.scope.${scope}.text`)}</span></span></li>\n`)}</ul>
<form method="post" action="${action}" id="decide" class="decide">
<button class="secondary" type="submit" name="decision" value="deny">${text('practice.page.consent.deny')}</button>
<button class="primary" type="submit" name="decision" value="allow">${text('practice.page.consent.allow')}</button>
</form>
<p class="note">${note}</p>`,
  );
}

function switchTo({ text }: PageTexts, change: ConsentPageOptions['change']): Html | undefined {
  if (change === 'none') return undefined;
  const label = text('practice.page.consent.switch');
  return change === 'form'
    ? html`<button class="link" type="submit" form="decide" name="decision" value="switch">${label}</button>`
    : html`<a class="link" href="${change.url}">${label}</a>`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
