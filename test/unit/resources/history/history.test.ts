import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRunHistory, openRunHistory } from '../../../../app/resources/history/history.ts';
import { openConfStore } from '../../../../app/settings/conf-store.ts';
import type { PastRun } from '../../../../app/shared/resource/past-run.ts';
import { temporaryFolder } from '../../vault/folders.ts';

const runAt = (at: number, facts: Partial<PastRun> = {}): PastRun => ({
  at,
  durationMs: 84,
  status: 200,
  rows: 1204,
  bytes: 12_000,
  code: null,
  by: 'reload',
  ...facts,
});

function open(folder: string, exists: (id: string) => boolean = () => true) {
  const played = { time: 0, writes: 0 };
  const where = {
    folder,
    openStore: (file: { folder: string; name: string }) => {
      const store = openConfStore(file);
      return {
        write: (text: string) => {
          played.writes += 1;
          store.write(text);
        },
      };
    },
    onNotice: () => undefined,
    now: () => 0,
  };
  return { played, history: createRunHistory(openRunHistory(where), { exists, now: () => played.time }) };
}
const file = (folder: string) => join(folder, 'run-history.json');

it('keeps the last 200 runs of each resource over a restart', () => {
  const folder = temporaryFolder();
  const { history } = open(folder);
  for (let at = 0; at < 250; at += 1) history.note('a', runAt(at));
  history.note('b', runAt(7, { status: null, rows: null, bytes: 0, code: 'http.offline', by: 'start' }));
  history.note('gone', runAt(8));
  history.forget('gone');
  history.close();
  const again = open(folder).history;
  expect(again.of('a')).toHaveLength(200);
  expect([again.of('a')[0]?.at, again.of('a').at(-1)]).toEqual([50, runAt(249)]);
  expect(again.of('b')).toEqual([runAt(7, { status: null, rows: null, bytes: 0, code: 'http.offline', by: 'start' })]);
  expect(again.of('gone')).toEqual([]);
});

it('is written every ten minutes at most, and at the end', () => {
  const folder = temporaryFolder();
  const { history, played } = open(folder);
  for (let second = 0; second < 3000; second += 1) {
    played.time = second * 1000;
    history.note('a', runAt(played.time));
  }
  expect(played.writes).toBe(4);
  history.close();
  history.close();
  expect(played.writes).toBe(5);
});

it('fails no run where it cannot be written, drops what it cannot read, and makes no file where nothing ran', () => {
  const folder = temporaryFolder();
  open(folder).history.close();
  expect(existsSync(file(folder))).toBe(false);
  const good = [1, 2, 200, 3, 4, null, 'user'];
  writeFileSync(
    file(folder),
    JSON.stringify({ version: 1, runs: { a: [good, [1], 'x', [1, 2, 200, 3, 4, null, 'nobody']] } }),
  );
  expect(open(folder).history.of('a')).toEqual([
    { at: 1, durationMs: 2, status: 200, rows: 3, bytes: 4, code: null, by: 'user' },
  ]);
  writeFileSync(file(folder), '{"version":99,"runs":{}}');
  const { history, played } = open(folder);
  played.time = 3_600_000;
  history.note('a', runAt(1));
  expect(history.of('a')).toHaveLength(1);
  expect(readFileSync(file(folder), 'utf8')).toContain('99');
});

it('notes nothing of a resource that is gone', () => {
  const { history } = open(temporaryFolder(), () => false);
  history.note('a', runAt(1));
  expect(history.of('a')).toEqual([]);
});
