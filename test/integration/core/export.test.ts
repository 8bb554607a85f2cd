import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { initialExportChoices } from '../../../app/shared/export/export.ts';
import { noShape, type Shape } from '../../../app/shared/shape/shape.ts';
import { mayMount, useMounts } from '../../servers/mounts.ts';
import type { StartedApp } from '../../servers/start-app.ts';
import { json } from '../../servers/token-server.ts';
import { resourceAt, type Service, startAppAndServices } from './service.ts';

let tokenboard: StartedApp;
let service: Service;
let folder = '';
beforeEach(async () => {
  const started = await startAppAndServices();
  ({ service, tokenboard } = started);
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-exports-'));
  return async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
});

const rowsOf = (count: number) => Array.from({ length: count }, (_, id) => ({ id, name: `name ${id}`, text: '=1+2' }));

/** Runs a resource with so many rows, and returns what an export of its table needs. */
async function table(count: number) {
  service.routes['/rows'] = () => json(rowsOf(count));
  const resource = resourceAt(service, {
    url: `${service.origin}/rows`,
    authorization: { type: 'none' },
    name: 'Sales',
  });
  await tokenboard.get('resources.save', { resource, secrets: {} });
  const { previewId } = await tokenboard.get('resources.run', { id: resource.id });
  return {
    previewId: previewId ?? '',
    dataPath: '',
    withParents: false,
    shape: noShape,
    choices: initialExportChoices,
  };
}

const progress = () => tokenboard.platform.sent.filter(({ event }) => event === 'export.progress');
const firstProgress = () => expect.poll(() => progress().length).toBeGreaterThan(0);

describe('an export', () => {
  it('writes the rows in their shape under the chosen name, and shows its folder', async () => {
    const request = await table(2000);
    const shape: Shape = {
      order: ['/name', '/id'],
      columns: { '/name': { name: 'Customer' }, '/text': { hidden: true } },
      steps: [{ kind: 'sort', id: 's', keys: [{ column: '/id', descending: true }] }],
    };
    const path = join(folder, 'sales.csv');
    tokenboard.platform.saveTo = path;
    const result = await tokenboard.get('export.start', { ...request, id: 'e', shape });
    const text = readFileSync(path, 'utf8');
    expect(result).toEqual({ path, rows: 2000, bytes: Buffer.byteLength(text), cutTexts: 0 });
    expect(text.split('\r\n').slice(0, 3)).toEqual(['\ufeffCustomer,id', 'name 1999,1999', 'name 1998,1998']);
    const all = { ...initialExportChoices, scope: 'all' } as const;
    await tokenboard.get('export.start', { ...request, id: 'all', shape, choices: all });
    expect(readFileSync(path, 'utf8').split('\r\n')[1]).toBe(`0,name 0,"'=1+2"`);
    const excel = { ...initialExportChoices, format: 'xlsx' } as const;
    tokenboard.platform.saveTo = join(folder, 'sales.xlsx');
    expect(await tokenboard.get('export.start', { ...request, id: 'x', choices: excel })).toMatchObject({ rows: 2000 });
    await tokenboard.get('export.showInFolder', { id: 'e' });
    expect(tokenboard.platform.shownFolders).toEqual([path]);
    expect(readdirSync(folder).sort()).toEqual(['sales.csv', 'sales.xlsx']);
    expect((await tokenboard.fail('export.showInFolder', { id: 'unknown' })).code).toBe('export.not_there');
  });

  it('can be cancelled, and leaves no file', async () => {
    const request = await table(400_000);
    tokenboard.platform.saveTo = join(folder, 'sales.ndjson');
    const choices = { ...initialExportChoices, format: 'ndjson' } as const;
    const exporting = tokenboard.get('export.start', { ...request, id: 'e', choices });
    await firstProgress();
    await tokenboard.get('export.cancel', { id: 'e' });
    expect(await exporting).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on while rows are read and the resource runs again', async () => {
    const request = await table(400_000);
    const path = join(folder, 'sales.csv');
    tokenboard.platform.saveTo = path;
    const exporting = tokenboard.get('export.start', { ...request, id: 'e' });
    await firstProgress();
    const { choices: _, ...view } = request;
    const page = await tokenboard.get('preview.rows', { ...view, columns: ['/id'], start: 399_999, count: 1 });
    expect(page.rows[0]?.[0]?.text).toBe('399999');
    service.routes['/rows'] = () => json(rowsOf(1));
    await tokenboard.get('resources.run', { id: 'resource-1' });
    expect(await exporting).toMatchObject({ rows: 400_000 });
    expect(readFileSync(path, 'utf8').trimEnd().endsWith(`399999,name 399999,"'=1+2"`)).toBe(true);
  });
});

describe.runIf(mayMount())('an export into a folder that', () => {
  const mount = useMounts();

  it.each([
    ['is full', 'size=64k', 'export.disk_full'],
    ['is read-only', 'size=64k,ro', 'export.no_permission'],
  ])('%s says so, and leaves no file [48]', async (_, options, code) => {
    const place = mount(options);
    const request = await table(20_000);
    tokenboard.platform.saveTo = join(place, 'sales.csv');
    expect((await tokenboard.fail('export.start', { ...request, id: 'e' })).code).toBe(code);
    expect(readdirSync(place)).toEqual([]);
  });
});
