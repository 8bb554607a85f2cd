import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newFeed } from '../../app/shared/feed/feed.ts';
import { freePort } from '../servers/feed-server.ts';
import { descriptors } from '../servers/feed-servers.ts';
import { resource } from '../servers/items.ts';
import { startApp } from '../servers/start-app.ts';

const limit = 10_000;
const mebibyte = 2 ** 20;

it('holds 10,000 connections in bounded memory, and still answers its own window and its readers', async ({ skip }) => {
  // The server keeps a quarter of the descriptors for itself.
  if (descriptors() * 0.75 < limit) skip(`this process may open ${descriptors()} files only`);
  const { app, get, stop } = await startApp();
  const readers: ReturnType<typeof fork>[] = [];
  try {
    const core = await app.openCore();
    await get('resources.save', { resource: resource({ id: 'sales' }), secrets: {} });
    await get('feeds.save', { feed: newFeed('feed', 'sales', 'Sales') });
    const { server } = await get('feeds.list', {});
    const port = await freePort();
    expect((await get('feeds.saveServer', { ...server.settings, isOn: true, port })).status).toBe('running');
    const before = process.memoryUsage.rss();
    const child = fork(fileURLToPath(new URL('../servers/many-readers.ts', import.meta.url)), [
      String(port),
      String(limit - 1),
    ]);
    readers.push(child);
    let slowest = 0;
    let isOpened = false;
    const opened = once(child, 'message').then(() => {
      isOpened = true;
    });
    // The window's calls, while they come.
    while (!isOpened) {
      const begun = performance.now();
      await get('feeds.list', {});
      slowest = Math.max(slowest, performance.now() - begun);
      await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, 20))]);
    }
    expect(slowest).toBeLessThan(1_000);
    // One place is left for a reader.
    const response = await fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: 'close' } });
    expect(response.status).toBe(200);
    // Measured: 10 KiB each.
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * mebibyte);
    const last = connect(port, '127.0.0.1');
    await once(last, 'connect');
    const beyond = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(beyond.resume(), 'close');
    child.send('count');
    const [count] = await once(child, 'message');
    expect(count).toBe(limit - 1);
    expect(core.feeds.list().server.status).toBe('running');
    last.destroy();
  } finally {
    for (const child of readers) child.kill();
    await stop();
  }
}, 90_000);
