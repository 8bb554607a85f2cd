/** What a person does with a browser: follows redirects, keeps cookies, fills in the form that is shown. */
export interface Page {
  url: URL;
  status: number;
  headers: Headers;
  text: string;
}

export interface Person {
  /** Ends at a page of the service, or at the first redirect that leaves it: then `status` is 0. */
  open(url: string): Promise<Page>;
  submit(page: Page, values: Record<string, string>): Promise<Page>;
}

/** `language`: what the browser sends as `Accept-Language`. */
export function createPerson(origin: string, language = 'en'): Person {
  const jar = new Map<string, { value: string; path: string }>();

  async function request(url: URL, init: RequestInit): Promise<Page> {
    if (url.origin !== origin) return { url, status: 0, headers: new Headers(), text: '' };
    const cookies = [...jar]
      .filter(([, { path }]) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', 'accept-language': language, cookie: cookies.join('; ') },
    });
    for (const line of response.headers.getSetCookie()) remember(line);
    const location = response.headers.get('location');
    if (location !== null) return request(new URL(location, url), {});
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  function remember(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const isOver = attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (value === '' || isOver) jar.delete(name);
    else jar.set(name, { value, path });
  }

  return {
    open: (url) => request(new URL(url), {}),
    submit(page, values) {
      const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1];
      if (action === undefined) throw new Error(`there is no form on this page: ${page.text}`);
      const url = new URL(action.replaceAll('&amp;', '&'), page.url);
      return request(url, { method: 'POST', body: new URLSearchParams({ ...hiddenFields(page.text), ...values }) });
    },
  };
}

function hiddenFields(text: string): Record<string, string> {
  const inputs = text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(Array.from(inputs, ([, name = '', value = '']) => [name, value]));
}

export const ann = { username: 'ann', password: 'open-sesame' };
export const headingOf = (page: Page) => /<h1>([^<]*)<\/h1>/.exec(page.text)?.[1];
