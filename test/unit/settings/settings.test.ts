import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { initialPreferences, openPreferences } from '../../../app/api/preferences-file.ts';
import { openConnections } from '../../../app/connections/connections-file.ts';
import { openResources } from '../../../app/resources/resources-file.ts';
import { openConfStore } from '../../../app/settings/conf-store.ts';
import { formatEnglish } from '../../../app/shared/messages/format.ts';
import type { Message } from '../../../app/shared/messages/message.ts';
import { connection, resource } from '../../servers/items.ts';
import { temporaryFolder } from '../vault/folders.ts';

function where(folder: string) {
  const notices: { title: string; text: string }[] = [];
  return {
    notices,
    options: {
      folder,
      openStore: openConfStore,
      onNotice: ({ title, text }: { title: Message; text: Message }) =>
        notices.push({ title: formatEnglish(title), text: formatEnglish(text) }),
      now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    },
  };
}
const writtenIn = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

it('is on disk when it returns, with a version, readable by the user alone [39]', () => {
  const folder = temporaryFolder();
  const { options, notices } = where(folder);
  const resources = openResources(options);
  expect(resources.read()).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
  resources.save([resource({ name: 'Sales.by.day' })]);
  expect(writtenIn(folder, 'resources.json')).toEqual({ version: 1, resources: [resource({ name: 'Sales.by.day' })] });
  expect(statSync(join(folder, 'resources.json')).mode & 0o777).toBe(0o600);
  expect(openResources(options).read()).toEqual(resources.read());
  expect(notices).toEqual([]);
});

it.each([
  ['torn', '{"version":1,"resources":[{"id":"a"'],
  ['empty', ''],
  ['of zeros', '\0\0\0\0'],
  ['no object', '[]'],
  ['without its list', '{"version":1}'],
  ['of a version that is none', '{"version":"new","resources":[]}'],
])('moves a file that is %s aside, starts, and says so [39]', (_what, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'resources.json'), content);
  const { options, notices } = where(folder);
  const resources = openResources(options);
  expect(resources.read()).toEqual([]);
  const aside = 'resources.corrupt-2026-01-02T03-04-05-000Z.json';
  expect(readdirSync(folder)).toEqual([aside]);
  expect(readFileSync(join(folder, aside), 'utf8')).toBe(content);
  expect(notices).toEqual([expect.objectContaining({ text: expect.stringContaining(aside) })]);
  resources.save([resource()]);
  expect(openResources(options).read()).toEqual([resource()]);
});

it('keeps the list and the view that were chosen for a resource; an older file has none', () => {
  const folder = temporaryFolder();
  const { options } = where(folder);
  openResources(options).save([resource({ view: 'raw', dataPath: '/orders' })]);
  expect(openResources(options).read()[0]).toMatchObject({ view: 'raw', dataPath: '/orders' });
  const { view: _view, ...older } = resource({ dataPath: null });
  writeFileSync(join(folder, 'resources.json'), JSON.stringify({ version: 1, resources: [older] }));
  expect(openResources(options).read()).toEqual([resource({ dataPath: null, view: null })]);
});

it('keeps the sound entries of a file of which one is damaged, and a copy of the whole', () => {
  const folder = temporaryFolder();
  const content = { version: 1, connections: [connection(), { id: 7 }, connection({ id: 'b' })] };
  writeFileSync(join(folder, 'connections.json'), JSON.stringify(content));
  const { options, notices } = where(folder);
  expect(openConnections(options).read()).toEqual([connection(), connection({ id: 'b' })]);
  expect(notices).toEqual([expect.objectContaining({ text: expect.stringContaining('1 entry was damaged') })]);
  expect(readdirSync(folder)).toContain('connections.corrupt-2026-01-02T03-04-05-000Z.json');
});

it('starts also where a damaged file cannot be moved, and writes nothing over it [39]', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'resources.json'), 'torn');
  // Something is where it would go, which no rename takes away.
  mkdirSync(join(folder, 'resources.corrupt-2026-01-02T03-04-05-000Z.json', 'full'), { recursive: true });
  const { options, notices } = where(folder);
  const resources = openResources(options);
  expect(resources.read()).toEqual([]);
  expect(() => resources.save([resource()])).toThrow(expect.objectContaining({ code: 'settings.unreadable' }));
  expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe('torn');
  expect(notices).toHaveLength(1);
});

it('brings a file without a version to the version of today', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'resources.json'), JSON.stringify({ resources: [resource()] }));
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme: 'dark', sidebarWidth: 'wide' }));
  const { options } = where(folder);
  const resources = openResources(options);
  expect(resources.read()).toEqual([resource()]);
  const preferences = openPreferences(options);
  expect(preferences.read()).toEqual({ ...initialPreferences, theme: 'dark' });
  preferences.save({ ...preferences.read(), theme: 'light' });
  expect(writtenIn(folder, 'preferences.json')).toMatchObject({ version: 1, preferences: { theme: 'light' } });
});

it('shows a file of a newer version but does not touch it', () => {
  const folder = temporaryFolder();
  const content = JSON.stringify({ version: 2, resources: [{ ...resource(), color: 'red' }], groups: [] });
  writeFileSync(join(folder, 'resources.json'), content);
  const { options, notices } = where(folder);
  const resources = openResources(options);
  expect(resources.read()).toEqual([resource()]);
  expect(() => resources.save([])).toThrow(expect.objectContaining({ code: 'settings.newer_version' }));
  expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe(content);
  expect(notices).toHaveLength(1);
});

it('does not take a file that it may not read for an empty one', () => {
  const folder = temporaryFolder();
  // A folder where the file should be: unreadable for everybody, root too.
  mkdirSync(join(folder, 'resources.json'));
  const { options, notices } = where(folder);
  const resources = openResources(options);
  expect(() => resources.save([resource()])).toThrow(expect.objectContaining({ code: 'settings.unreadable' }));
  expect(notices).toHaveLength(1);
});

it('does not pretend to have saved what it could not write', () => {
  const folder = join(temporaryFolder(), 'data');
  const { options } = where(folder);
  const resources = openResources(options);
  resources.save([resource()]);
  const failing = openResources({
    ...options,
    openStore: () => ({
      write: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    }),
  });
  expect(() => failing.save([])).toThrow(
    expect.objectContaining({ code: 'settings.unwritable', details: { reason: 'ENOSPC' } }),
  );
  expect(failing.read()).toEqual([resource()]);
});

it('takes a part of a file that the library calls written for none [39]', () => {
  const folder = temporaryFolder();
  const { options } = where(folder);
  openResources(options).save([resource()]);
  const before = readFileSync(join(folder, 'resources.json'), 'utf8');
  const cutting = openResources({
    ...options,
    openStore: ({ folder: place, name }) => ({
      write: (text) => writeFileSync(join(place, `${name}.json`), text.slice(0, -1)),
    }),
  });
  expect(() => cutting.save([])).toThrow(
    expect.objectContaining({ code: 'settings.unwritable', details: { reason: 'ENOSPC' } }),
  );
  expect(cutting.read()).toEqual([resource()]);
  expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['resources.json']);
});

it.skipIf(process.platform === 'win32')('writes to where a link leads, which stays', () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  openResources(where(elsewhere).options).save([resource()]);
  symlinkSync(join(elsewhere, 'resources.json'), join(folder, 'resources.json'));
  const resources = openResources(where(folder).options);
  resources.save([resource({ name: 'B' })]);
  expect(openResources(where(elsewhere).options).read()).toEqual([resource({ name: 'B' })]);
  expect(lstatSync(join(folder, 'resources.json')).isSymbolicLink()).toBe(true);
  expect(readdirSync(elsewhere)).toEqual(['resources.json']);
});

it('makes a file readable by the user alone that came otherwise, and sweeps stale temporary files [39]', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'resources.json');
  writeFileSync(path, JSON.stringify({ version: 1, resources: [] }));
  chmodSync(path, 0o644);
  for (const left of ['.json.tmp-1234567890abcdef', '.next.json', '.next.json.tmp-1234567890abcdef'])
    writeFileSync(join(folder, `resources${left}`), 'half');
  openResources(where(folder).options);
  expect(readdirSync(folder)).toEqual(['resources.json']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
