import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export interface DevicePageOptions {
  action: string;
  /** The provider's token against forged forms. */
  xsrf: string;
  /** Typed earlier, or taken from the link. */
  userCode: string;
  /** Why the last attempt failed. */
  problem?: string | undefined;
}

/** The page for entering the code of a device login (RFC 8628 §3.3). */
export function devicePage({ action, xsrf, userCode, problem }: DevicePageOptions): Html {
  const alert = html`<p class="alert" role="alert" id="wrong">${problem}</p>`;
  return layout(
    'Connect an app',
    html`<h1>Connect an app</h1>
<p class="lead">Enter the code that <strong>Tokenboard</strong> shows</p>
${problem === undefined ? undefined : alert}
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<input type="hidden" name="confirm" value="yes">
<label for="user_code">Code</label>
<input id="user_code" class="code" name="user_code" type="text" value="${userCode}" placeholder="XXXX-XXXX" autocomplete="off" autocapitalize="characters" spellcheck="false" required autofocus${
      problem === undefined ? undefined : html` aria-invalid="true" aria-describedby="wrong"`
    }>
<button class="primary" type="submit">Continue</button>
</form>
<p class="note">Continue only if you started this login. The app that shows the code gets access.</p>`,
  );
}
