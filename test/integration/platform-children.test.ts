import { describe, expect, it } from 'vitest';
import { mostChildren } from '../../app/platform/authorization-flow.ts';
import { platformsHere } from '../e2e/platforms-here.ts';
import { platformUnderTest } from './platform/platform-under-test.ts';

describe.each(platformsHere().filter((kind) => kind === 'browser'))(
  'windows that a login page on the %s platform opens',
  (kind) => {
    const t = platformUnderTest(kind);

    it('are limited, however many it asks for, and the login goes on [50]', async () => {
      t.site.responses['/child'] = '<title>child</title>';
      const opened = await t.login(
        `<title>Login</title><button>Log in</button>
       <script>onclick = () => { for (let at = 0; at < 60; at += 1) open('/child?' + at, '_blank', 'width=200,height=200') }</script>`,
      );
      const page = await t.popup(opened.path);
      const count = () => t.platform.windows();
      await t.click(page, 'button');
      await expect.poll(count).toBeGreaterThan(mostChildren);
      // Beside the login window itself.
      await expect.poll(count, { timeout: 20_000 }).toBe(mostChildren + 1);
      await t.popup('/child');
      // One that closes makes room for another.
      const [child] = t.platform.popups().filter((other) => other.url().includes('/child'));
      await child?.close();
      await page.evaluate(() => void open('/child?last'));
      await t.popup('/child?last');
      await t.cancel(opened);
    });

    it('do not stay blank, also when many links are not followed [50]', async () => {
      const opened = await t.login(
        `<title>Login</title><button>Log in</button>
       <script>onclick = () => { for (let at = 0; at < 40; at += 1) open(at % 10 ? 'someapp://' + at : '/child', '_blank', at % 2 ? 'noopener' : '') }</script>`,
      );
      const page = await t.popup(opened.path);
      await t.click(page, 'button');
      await t.popup('/child');
      const withDocument = () => t.platform.popups().filter((other) => other.url().startsWith(t.site.origin)).length;
      await expect.poll(async () => (await t.platform.windows()) - withDocument(), { timeout: 20_000 }).toBe(0);
      await t.cancel(opened);
    });

    it('stay when they are opened blank on purpose, or when their page is slow [4]', async () => {
      t.site.responses['/slow'] = (_request, response) => {
        release = () => response.setHeader('content-type', 'text/html').end('<title>slow</title>');
      };
      let release: (() => void) | undefined;
      const opened = await t.login(
        `<title>Login</title><button>Log in</button>
       <script>onclick = () => { open('/slow'); const blank = open(); blank.document.title = 'by script'; open('someapp://x') }</script>`,
      );
      const page = await t.popup(opened.path);
      await t.click(page, 'button');
      // The refused one has gone, so the others had their time, too.
      await expect.poll(() => t.platform.windows()).toBe(4);
      await expect.poll(() => t.platform.windows()).toBe(3);
      release?.();
      await t.popup('/slow');
      await t.cancel(opened);
    });
  },
);
