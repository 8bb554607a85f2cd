import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { platformsHere } from '../e2e/platforms-here.ts';
import { type CertificateStore, canMakeCertificateStore, makeCertificateStore } from '../servers/certificate-store.ts';
import { serviceCertificate, serviceKey } from '../servers/keys.ts';
import { type RunningPlatform, startPlatform } from './platform/start.ts';

/** A site that asks every visitor for a client certificate, and lets in who has none. */
async function startAskingSite() {
  const seen = { visitors: [] as string[], brokenOff: 0 };
  const server = createServer(
    { key: serviceKey, cert: serviceCertificate, requestCert: true, rejectUnauthorized: false },
    (_request, response) => {
      response.setHeader('content-type', 'text/html').end('<title>in</title>');
    },
  );
  server.on('secureConnection', (socket: TLSSocket) => {
    // Nothing at all where no certificate came, whatever the types say.
    const { subject } = socket.getPeerCertificate() as Partial<ReturnType<TLSSocket['getPeerCertificate']>>;
    seen.visitors.push(String(subject?.CN ?? 'nobody'));
  });
  server.on('tlsClientError', () => {
    seen.brokenOff += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    seen,
    url: `https://localhost:${port}/login`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

// A store with a certificate that fits, as on a company's computer.
describe.runIf(canMakeCertificateStore).each(platformsHere())('the %s platform', (kind) => {
  let store: CertificateStore;
  let platform: RunningPlatform;
  beforeAll(async () => {
    store = makeCertificateStore();
    platform = await startPlatform(kind, { ...process.env, HOME: store.home });
  });
  afterAll(async () => {
    await platform?.close();
    store?.remove();
  });

  const open = async (connectionId: string) => {
    const site = await startAskingSite();
    onTestFinished(site.close);
    const callbackUrl = 'https://www.peakboard.com/oauth2-callback/';
    await platform.drive('open', { connectionId, authorizationUrl: site.url, callbackUrl });
    return site;
  };
  const cancel = async (connectionId: string) => {
    await platform.drive('cancel', connectionId);
    expect(await platform.drive('outcome', connectionId)).toMatchObject({ ok: false, code: 'window.cancelled' });
  };

  it('sends a server that asks for a client certificate none, though there is one [9]', async () => {
    const { seen } = await open('asked');
    if (kind === 'electron') {
      await expect.poll(() => seen.visitors).toContain('nobody');
    } else {
      // Chromium breaks off, and goes on when the person has chosen in its own dialog: here nobody does.
      await expect.poll(() => seen.brokenOff).toBeGreaterThan(0);
    }
    await cancel('asked');
    expect(seen.visitors.filter((visitor) => visitor !== 'nobody')).toEqual([]);
  });

  // What the guard is for: without it Electron takes the first one that fits.
  if (kind === 'electron')
    it('would send the one of the store where nothing guards it', async () => {
      await platform.electronApp?.evaluate(({ app }) => {
        app.removeAllListeners('select-client-certificate');
      });
      const { seen } = await open('unguarded');
      await expect.poll(() => seen.visitors).toContain('ann');
      await cancel('unguarded');
    });
});
