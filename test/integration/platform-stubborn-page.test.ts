import { describe, expect, it } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { redirect } from '../servers/site.ts';
import { type Login, platformUnderTest } from './platform/platform-under-test.ts';

const asksBeforeUnload = `addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'x' })`;
const pages = {
  'a busy loop': `<title>Login</title><script>fetch('/busy').then(() => { for (;;); })</script>`,
  'a busy loop before anything is drawn': `<title>Login</title><script>fetch('/busy', { keepalive: true }); for (;;);</script>`,
  'a busy loop and beforeunload': `<title>Login</title><button>Log in</button><script>
    ${asksBeforeUnload};
    onclick = () => fetch('/busy').then(() => { for (;;); })
  </script>`,
  beforeunload: `<title>Login</title><button>Log in</button><script>
    ${asksBeforeUnload};
    onclick = () => fetch('/busy')
  </script>`,
};

describe.each(platformsHere().filter((kind) => kind === 'browser'))('a login page on the %s platform', (kind) => {
  const t = platformUnderTest(kind);

  /** Opens a page and waits until it does what it is named after. */
  async function openStubborn(name: string, options: Parameters<typeof t.login>[1] = {}): Promise<Login> {
    t.site.responses['/busy'] = (_request, response) => {
      response.end();
    };
    const before = t.site.hits.length;
    const opened = await t.login(pages[name as keyof typeof pages], options); // the names below are its own
    if (name.includes('beforeunload')) await t.click(await t.popup(opened.path), 'button');
    await expect.poll(() => t.site.hits.slice(before)).toContain('GET /busy');
    return opened;
  }

  it.each(Object.keys(pages))('with %s cannot hold up a cancel or the next login [47]', async (name) => {
    const opened = await openStubborn(name);
    await t.cancel(opened);
    const next = await t.login(redirect(`${t.callbackUrl}?code=next`), { connectionId: opened.connectionId });
    expect(await next.outcome()).toMatchObject({ ok: true });
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it.each(Object.keys(pages))('with %s cannot hold up the time limit [47]', async (name) => {
    const opened = await openStubborn(name, { timeoutMs: 2_000 });
    expect(await opened.outcome()).toMatchObject({ ok: false, code: 'window.timeout' });
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it.each(Object.keys(pages))('with %s cannot hold up the end of its session [47]', async (name) => {
    const opened = await openStubborn(name);
    await t.platform.drive('cancel', opened.connectionId);
    await t.platform.drive('forgetSession', opened.connectionId);
    await expect.poll(() => t.platform.windows()).toBe(0);
  });

  it('that changes its own address without end is held back, so that it cannot exhaust the browser [47]', async () => {
    const opened = await t.login(`<title>Login</title><body><script>
      for (let at = 0; at < 5_000; at += 1) try { history.replaceState(null, '', '?changed=' + at) } catch {}
      document.body.textContent = 'Done';
    </script>`);
    const page = await t.popup('?changed=');
    await page.getByText('Done').waitFor();
    expect(Number(new URL(page.url()).searchParams.get('changed'))).toBeLessThan(1_000);
    await t.cancel(opened);
  });

  describe('that asks before it is left', () => {
    it('cannot stop the close button [47]', async () => {
      const opened = await openStubborn('beforeunload');
      await (await t.popup(opened.path)).close({ runBeforeUnload: true });
      expect(await opened.outcome()).toMatchObject({ ok: false, code: 'window.closed' });
    });

    it('cannot stop the callback [47]', async () => {
      const opened = await openStubborn('beforeunload');
      const page = await t.popup(opened.path);
      const navigate = (url: string) => {
        location.href = url;
      };
      page.evaluate(navigate, `${t.callbackUrl}?code=left`).catch(() => undefined); // the window closes meanwhile
      expect(await opened.outcome()).toMatchObject({ ok: true, request: { url: `${t.callbackUrl}?code=left` } });
      expect(t.callbackSite.hits).toEqual([]);
    });
  });
});
