import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformsHere } from './app.ts';
import { useApp } from './lib/use-app.ts';
import { newResource, run } from './lib/window.ts';

describe.each(platformsHere())('rows for a tool that cannot read a feed, on the %s platform', (kind) => {
  const shared = useApp(kind);
  let server: Server;
  let origin: string;
  /** What the tool got: the token, and the rows. */
  const received: { token: string | undefined; text: string }[] = [];
  let isOpen = true;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const isBoard = request.url === '/board';
      if (isBoard && isOpen) received.push({ token: request.headers.authorization, text });
      response.writeHead(isBoard && !isOpen ? 401 : 200, { 'content-type': 'application/json' });
      response.end(isBoard ? '{"says":"key unknown"}' : '[{"city":"Köln","sales":12345678901234567890}]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are published, sent to a webhook now, and a refusal is told with what to do', async () => {
    const { page } = shared;
    await newResource(page, { name: 'Cities', url: `${origin}/cities` });
    await run(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'Publish the selected resource' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'New target' }).click();
    await page.getByRole('button', { name: 'Webhook' }).click();
    await page.getByRole('textbox', { name: 'URL', exact: true }).last().fill(`${origin}/board`);
    await page.getByRole('textbox', { name: 'Bearer token' }).fill('the-token-of-the-board');
    await page.getByRole('dialog').getByText('Only when I send', { exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Nothing sent yet').waitFor();
    await page.getByRole('button', { name: 'Send now to Webhook' }).click();
    await page.getByText('1 row sent').waitFor();
    expect(received.map(({ token }) => token)).toEqual(['Bearer the-token-of-the-board']);
    // Every digit arrives.
    expect(received[0]?.text).toContain('"data":[{"city":"Köln","sales":12345678901234567890}]');

    isOpen = false;
    await page.getByRole('button', { name: 'Send now to Webhook' }).click();
    const problem = page.getByRole('alert').filter({ hasText: 'The target does not accept the key' });
    await problem.getByRole('button', { name: 'Edit target' }).click();
    await page.getByRole('textbox', { name: 'Bearer token' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Bearer token' }).inputValue()).not.toContain('the-token');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  });
});
