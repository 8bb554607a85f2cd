import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installedReaders, type StartedFeeds, startFeeds } from './start-feeds.ts';

const { libreOffice } = installedReaders();
const run = promisify(execFile);

let feeds: StartedFeeds;
beforeAll(async () => {
  // It trusts no other authority than the system's.
  feeds = await startFeeds({ csv: { delimiter: 'comma', mark: true } }, { encryption: 'none' });
});
afterAll(() => feeds.stop());

/** Opens an address and writes what it took for its first sheet as CSV in UTF-8. */
async function read(url: string, ...options: string[]): Promise<string> {
  const { name } = /\/(?<name>\w+)\.\w+(?:\?|$)/.exec(url)?.groups ?? {};
  await run(libreOffice ?? '', [
    `-env:UserInstallation=file://${join(feeds.folder, 'office')}`,
    '--headless',
    ...options,
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76',
    '--outdir',
    feeds.folder,
    url,
  ]);
  return readFileSync(join(feeds.folder, `${name}.csv`), 'utf8');
}

describe.skipIf(libreOffice === undefined)('LibreOffice', () => {
  it('reads CSV by URL, as UTF-8 if its import is told', async () => {
    const text = await read(`${feeds.url('csv')}?key=${feeds.secret}`, '--infilter=CSV:44,34,76,1');
    expect(text).toMatch(/^\uFEFF?Order_No,city,total,paid,at,big\n0,Köln,0,TRUE,/);
    expect(text).toContain('東京');
    expect(text.split('\n').filter((line) => /^\d+,/.test(line))).toHaveLength(30);
  });

  it('reads the page by URL, with its umlauts', async () => {
    const text = await read(`${feeds.url('html')}?key=${feeds.secret}`);
    expect(text).toContain('Köln');
    expect(text).toContain('東京');
  });

  it('reads nothing with a wrong key', async () => {
    const before = feeds.statuses().length;
    await read(`${feeds.url('csv')}?key=tbk_wrong`).catch(() => undefined);
    expect(feeds.statuses().slice(before)).not.toContain(200);
    expect(feeds.statuses().slice(before)).toContain(401);
  });
});
