import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import type { PageTexts } from './texts.ts';

export interface DevicePageOptions {
  action: string;
  /** The provider's token against forged forms. */
  xsrf: string;
  /** Typed earlier, or taken from the link. */
  userCode: string;
  /** The last attempt failed. */
  isWrong: boolean;
}

/** The page for entering the code of a device login (RFC 8628 §3.3). */
export function devicePage(texts: PageTexts, { action, xsrf, userCode, isWrong }: DevicePageOptions): Html {
  const { text, rich } = texts;
  const alert = html`<p class="alert" role="alert" id="wrong">${text('practice.page.device.wrong')}</p>`;
  return layout(
    texts,
    text('practice.page.device'),
    html`<h1>${text('practice.page.device')}</h1>
<p class="lead">${rich('practice.page.device.lead')}</p>
${isWrong ? alert : undefined}
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<input type="hidden" name="confirm" value="yes">
<label for="user_code">${text('practice.page.device.code')}</label>
<input id="user_code" class="code" name="user_code" type="text" value="${userCode}" placeholder="XXXX-XXXX" autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus${
      isWrong ? html` aria-invalid="true" aria-describedby="wrong"` : undefined
    }>
<button class="primary" type="submit">${text('practice.page.continue')}</button>
</form>
<p class="note">${text('practice.page.device.note')}</p>`,
  );
}
