import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFeedsFile } from '../../../app/feeds/feeds-file.ts';
import { createFeedKey } from '../../../app/feeds/keys.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { initialFeedServer, newFeed } from '../../../app/shared/feed/feed.ts';
import { temporaryFolder } from '../vault/folders.ts';

const open = (folder: string) =>
  openFeedsFile({ folder, openStore: openConfStore, onNotice: () => undefined, now: () => 0 });
const feed = newFeed('f', 'sales', 'Sales');

describe('the file of feeds', () => {
  it('keeps feeds, hashes and the server over a restart, and no key', () => {
    const folder = temporaryFolder();
    const { key, secret } = createFeedKey('f', 'Kitchen', { expiresAt: 9, now: 1 });
    const content = { server: { ...initialFeedServer, isOn: true }, feeds: [feed], keys: [key] };
    open(folder).save(content);
    expect(open(folder).read()).toEqual(content);
    expect(readFileSync(join(folder, 'feeds.json'), 'utf8')).not.toContain(secret.slice(4, -4));
  });

  it('keeps what is readable, and never starts a server by damaged settings [39]', () => {
    const folder = temporaryFolder();
    const server = { ...initialFeedServer, isOn: true, port: 80 };
    const feeds = [feed, { ...feed, id: 'g', name: '../x' }];
    writeFileSync(join(folder, 'feeds.json'), JSON.stringify({ version: 1, server, feeds, keys: [{}] }));
    expect(open(folder).read()).toEqual({ server: initialFeedServer, feeds: [feed], keys: [] });
    expect(readdirSync(folder).filter((name) => name.startsWith('feeds.corrupt-'))).toHaveLength(1);
  });
});
