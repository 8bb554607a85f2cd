import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { accountHint, loginForm } from './login-form.ts';
import type { PageTexts } from './texts.ts';

export interface LoginPageOptions {
  action: string;
  /** The client's name. */
  app: string;
  /** Where the single sign-on window redirects its opener. */
  ssoContinueUrl: string;
  wrong?: { username: string } | undefined;
}

export function loginPage(texts: PageTexts, { action, app, ssoContinueUrl, wrong }: LoginPageOptions): Html {
  const { text, rich } = texts;
  const sso = `/sso?${new URLSearchParams({ continue: ssoContinueUrl })}`;
  return layout(
    texts,
    text('practice.page.login'),
    html`<h1>${text('practice.page.login')}</h1>
<p class="lead">${rich('practice.page.login.lead', { app })}</p>
${loginForm(texts, { action, submit: text('practice.page.login'), wrong })}
<p class="or"><span>${text('practice.page.login.or')}</span></p>
<a class="secondary" href="${sso}" data-popup>${text('practice.page.login.sso')}</a>
${accountHint(texts)}`,
  );
}
