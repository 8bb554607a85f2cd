import { createHash } from 'node:crypto';

interface Page {
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

function page(title: string, text: string, script = ''): Page {
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tokenboard</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p></main>${script === '' ? '' : `<script>${script}</script>`}</body></html>`,
    policy: `default-src 'none'; style-src ${hash(style)}; script-src ${script === '' ? "'none'" : hash(script)}; base-uri 'none'; frame-ancestors 'none'`,
  };
}

/** What the user sees in the system's browser at the end. It holds nothing of the answer. */
export const answerPage = (success: boolean): Page =>
  success
    ? page(
        'You are logged in',
        'Tokenboard has the answer and does the rest. You can close this tab and go back to Tokenboard.',
      )
    : page('The service did not grant access', 'Tokenboard tells more. You can close this tab.');

/** A fragment stays in the browser: this page sends it on as a query. */
export const forwardPage = (): Page =>
  page(
    'One moment',
    'The answer is handed on to Tokenboard.',
    "if (location.hash.length > 1) location.replace(location.pathname + (location.search ? location.search + '&' : '?') + location.hash.slice(1));",
  );
