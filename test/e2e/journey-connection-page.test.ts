// The page of a connection: whose it is, whether it lasts, what the service itself says of its token.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { newConnection } from '../../renderer/connection/draft.ts';
import { platformsHere } from './app.ts';
import { accessTokenOf, ask, connectionNamed } from './lib/bridge.ts';
import { allow, ben, logIn, logInButton, windowsClosed } from './lib/login.ts';
import { authorize, authorized, tryPractice } from './lib/practice.ts';
import { useApp } from './lib/use-app.ts';
import { openConnection, visibleText } from './lib/window.ts';

const name = 'Practice service';

describe.each(platformsHere())('the page of a connection on the %s platform', (kind) => {
  const shared = useApp(kind);
  const status = () => shared.page.getByRole('region', { name: 'Status' });
  const check = () => status().getByRole('button', { name: 'Check at the service' }).click();
  let origin = '';

  it('says who is connected, and whether it will keep running', async () => {
    const { app, page } = shared;
    origin = await tryPractice(page);
    await authorize(app);
    await openConnection(page, name);
    await status().getByText('Connected as ann@example.org').waitFor();
    await status().getByRole('heading', { name: 'Will it keep running?' }).waitFor();
    const { status: known } = await connectionNamed(page, name);
    expect(known).toMatchObject({ status: 'authorized', forecast: { kind: 'renews_until', rotates: true } });
    const text = await visibleText(status());
    expect(text).toMatch(
      /Yes, while the connection is used\. Each renewal extends the login\. Without renewals, the login ends in /,
    );
    expect(text).toContain('a new one with every renewal');
  });

  it('asks the service whether the token works, before and after it was revoked there', async () => {
    const { page } = shared;
    await check();
    await status().getByText('The token works.').waitFor();
    expect(await visibleText(status())).toContain('sales:read');
    const { connection } = await connectionNamed(page, name);
    const { value } = await ask(page, 'secrets.reveal', { owner: connection.id, name: 'clientSecret' });
    const token = await accessTokenOf(page, name);
    const response = await fetch(`${origin}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token, client_id: connection.clientId, client_secret: value }),
    });
    expect(response.status).toBe(200);
    await check();
    await status().getByText('The token no longer works. Request a new one.').waitFor();
    expect(await page.content()).not.toContain(token);
  });

  it('shows a response of many claims and long values', async () => {
    const { page } = shared;
    const claims = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`claim-${at}`, 'A'.repeat(4000)]));
    const service = createServer((request, response) => {
      const token = { access_token: 'many-claims', token_type: 'Bearer', expires_in: 299 };
      const body = request.url === '/token' ? token : { active: true, sub: 'messaging-client', ...claims };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo; // it listens on a port, not on a pipe
    const urls = { accessTokenUrl: `http://127.0.0.1:${port}/token`, introspectionUrl: `http://127.0.0.1:${port}/ask` };
    const grant = 'client_credentials' as const;
    const connection = { ...newConnection(), ...urls, grant, id: 'claims', name: 'Claims', clientId: 'designer' };
    await ask(page, 'connections.requestToken', { connection, secrets: { clientSecret: 'x' }, freshSession: false });
    await openConnection(page, 'Claims');
    await check();
    await status().getByText('The token works.').waitFor();
    await status()
      .getByText(/^Full response/)
      .click();
    await status().getByText('Subject').waitFor();
    service.close();
    await openConnection(page, name);
  });

  it('logs in as someone else in an empty session, and what was said of the old token is gone [2]', async () => {
    const { app, page } = shared;
    const before = await accessTokenOf(page, name);
    await status().getByRole('button', { name: 'Log in as someone else' }).click();
    const popup = await app.nextPopup();
    // The service does not know ann any more.
    await logInButton(popup).waitFor();
    await logIn(popup, ben);
    await allow(popup);
    await windowsClosed(app);
    await authorized(page);
    await status().getByText('Connected as ben@example.org').waitFor();
    expect(await accessTokenOf(page, name)).not.toBe(before);
    await status().getByText('Ask the service whether the token still works.').waitFor();
    await check();
    await status().getByText('The token works.').waitFor();
  });
});
