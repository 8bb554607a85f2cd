import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLastRuns, openLastRuns } from '../../../app/resources/last-runs.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { temporaryFolder } from '../vault/folders.ts';

function open(folder: string, exists: (id: string) => boolean = () => true) {
  let writes = 0;
  const where = {
    folder,
    openStore: (file: { folder: string; name: string }) => {
      const store = openConfStore(file);
      return {
        write: (text: string) => {
          writes += 1;
          store.write(text);
        },
      };
    },
    onNotice: () => undefined,
    now: () => 0,
  };
  return { runs: createLastRuns(openLastRuns(where), exists), writes: () => writes };
}
const file = (folder: string) => join(folder, 'last-runs.json');

describe('how the last runs ended', () => {
  it('is known after the next start, without anything of the data', () => {
    const folder = temporaryFolder();
    const { runs } = open(folder);
    expect(runs.of('sales')).toBeNull();
    runs.note('sales', { at: 1, code: null });
    runs.note('stock', { at: 2, code: 'http.offline' });
    expect(JSON.parse(readFileSync(file(folder), 'utf8'))).toEqual({
      version: 1,
      runs: { sales: { at: 1, code: null }, stock: { at: 2, code: 'http.offline' } },
    });
    expect(open(folder).runs.of('stock')).toEqual({ at: 2, code: 'http.offline' });
  });

  it('is written when it changes, and its time once at the end, however often a resource reloads', () => {
    const folder = temporaryFolder();
    const { runs, writes } = open(folder);
    for (let at = 0; at < 100; at += 1) runs.note('sales', { at, code: null });
    expect(writes()).toBe(1);
    runs.note('sales', { at: 100, code: 'http.offline' });
    runs.note('sales', { at: 101, code: 'http.offline' });
    expect(writes()).toBe(2);
    runs.close();
    runs.close();
    expect(writes()).toBe(3);
    expect(open(folder).runs.of('sales')).toEqual({ at: 101, code: 'http.offline' });
  });

  it('goes with its resource', () => {
    const folder = temporaryFolder();
    const { runs } = open(folder);
    runs.note('sales', { at: 1, code: null });
    runs.forget('sales');
    runs.close();
    expect(open(folder).runs.of('sales')).toBeNull();
    const without = open(folder, () => false);
    without.runs.note('sales', { at: 1, code: null });
    expect(without.writes()).toBe(0);
  });

  it('fails no run where it cannot be written, and nothing is made where nothing ran', () => {
    const folder = temporaryFolder();
    open(folder).runs.close();
    expect(existsSync(file(folder))).toBe(false);
    writeFileSync(file(folder), '{"version":99,"runs":{"sales":{"at":1,"code":null}}}');
    const { runs } = open(folder);
    runs.note('sales', { at: 2, code: 'http.offline' });
    expect(runs.of('sales')).toEqual({ at: 2, code: 'http.offline' });
    expect(readFileSync(file(folder), 'utf8')).toContain('99');
  });
});
