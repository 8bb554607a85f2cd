import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnections } from '../../../app/connections/connections-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { connection } from '../../servers/items.ts';

function readOf(version: number, connections: unknown[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tokenboard-'));
  writeFileSync(join(folder, 'connections.json'), JSON.stringify({ version, connections }));
  const notices: unknown[] = [];
  const file = openConnections({
    folder,
    openStore: openConfStore,
    onNotice: (notice) => notices.push(notice),
    now: Date.now,
  });
  return { connections: file.read(), notices };
}

it('reads connections of version 2, which all had a login', () => {
  const { tokenSource: _, tokenMapping: tokenAnswer, ...older } = connection({ id: 'old', grant: 'oauth1' });
  const read = readOf(2, [{ ...older, tokenAnswer }]);
  expect(read.connections).toMatchObject([{ id: 'old', tokenSource: 'login' }]);
  expect(read.notices).toEqual([]);
});

it('reads the token mapping of version 4 by the name that it had', () => {
  const now = connection({
    id: 'slack',
    tokenMapping: { ...connection({}).tokenMapping, tokenPointer: '/authed_user' },
  });
  const { tokenMapping: tokenAnswer, ...older } = now;
  const read = readOf(4, [{ ...older, tokenAnswer }]);
  expect(read.connections).toEqual([now]);
  expect(read.notices).toEqual([]);
});
