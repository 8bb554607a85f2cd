import { createHash } from 'node:crypto';
import { currentLanguage } from '../shared/messages/format.ts';
import type { Message } from '../shared/messages/message.ts';
import { text } from '../shared/messages/text.ts';

export interface Page {
  /** Sent with a policy that allows exactly this page's style and script. */
  html: string;
  policy: string;
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { min-height: 90vh; margin: 0; display: grid; place-content: center; text-align: center; }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
  p { margin: 0; opacity: .75; }
`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function page(title: string, sentence: string, script = ''): Page {
  return {
    html: `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"><title>Tokenboard</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${sentence}</p></main>${script === '' ? '' : `<script>${script}</script>`}</body></html>`,
    policy: `default-src 'none'; style-src ${hash(style)}; script-src ${script === '' ? "'none'" : hash(script)}; base-uri 'none'; frame-ancestors 'none'`,
  };
}

// The pages that end a login in the system browser. No page contains anything from the callback.

/** The callback was checked: it belongs to this login and has a code. The app requests the token next. */
export const grantedPage = (): Page => page(text('oauth.page.granted'), text('oauth.page.granted.text'));

export const refusedPage = (): Page => page(text('oauth.page.refused'), text('oauth.page.refused.text'));

/** `problem`: a sentence of the app, never text from the callback. */
export const strayPage = (problem: Message): Page =>
  page(text('oauth.page.stray'), text('oauth.page.stray.text', { problem }));

/** The browser does not send a fragment. This page resends it as a query. */
export const forwardPage = (): Page =>
  page(
    text('oauth.page.forward'),
    text('oauth.page.forward.text'),
    "if (location.hash.length > 1) location.replace(location.pathname + (location.search ? location.search + '&' : '?') + location.hash.slice(1));",
  );
