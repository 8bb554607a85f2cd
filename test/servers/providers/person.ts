import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { matchesCallback } from '../../../app/shared/connection/callback-url.ts';

/** What is typed into a page's fields, by their names. Buttons with a name are pressed where it is given. */
export type Typed = Record<string, string>;

const attribute = (tag: string, name: string): string | undefined => {
  const text = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return text?.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => entities[entity] ?? '');
};
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * A person with a browser without scripts, at services that are not ours: follows redirects, keeps cookies, fills in
 * whatever form is shown, until a request goes to the callback URL. That one is not sent but handed over.
 */
export async function logInAsPerson(start: string, callbackUrl: string, typed: Typed): Promise<CallbackRequest> {
  const jar = new Map<string, string>();
  let request: CallbackRequest = { url: start, method: 'GET' };
  for (let step = 0; step < 20; step++) {
    if (matchesCallback(callbackUrl, request.url)) return request;
    const response = await fetch(request.url, {
      method: request.method,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(request.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const location = response.headers.get('location');
    if (location !== null) {
      await response.body?.cancel();
      request = { url: new URL(location, request.url).href, method: 'GET' };
      continue;
    }
    const page = await response.text();
    if (!/<form/.test(page)) return { url: request.url, method: 'GET', body: page };
    request = submit(page, request.url, typed);
  }
  throw new Error(`the login went round in circles: ${request.url}`);
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

/** The first form of the page, as its button would send it. */
function submit(page: string, url: string, typed: Typed): CallbackRequest {
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const action = attribute(/<form[^>]*>/.exec(form)?.[0] ?? '', 'action') || url;
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    if (name === undefined) continue;
    fields.set(name, typed[name] ?? attribute(tag, 'value') ?? '');
  }
  for (const [tag] of form.matchAll(/<button[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const value = name === undefined ? undefined : typed[name];
    if (name !== undefined && value !== undefined) fields.set(name, value);
  }
  return { url: new URL(action, url).href, method: 'POST', body: fields.toString() };
}
