import { expect, it, vi } from 'vitest';
import { saveBody } from '../../../app/resources/save-body.ts';
import { resource } from '../../servers/items.ts';

function played(picked: string | undefined, shown: Record<string, string>) {
  const write = vi.fn(async () => undefined);
  const pickSaveFile = vi.fn(async () => picked);
  const deps = {
    previews: { saveBody: write },
    resources: { find: (id: string) => (id === 'r' ? resource({ name: 'Sales', format: 'csv' }) : undefined) },
    runs: { resourceOf: (previewId: string) => shown[previewId] },
    platform: { pickSaveFile },
  };
  return { deps, write, pickSaveFile };
}

it('suggests the name of the resource and writes where the user says', async () => {
  const { deps, write, pickSaveFile } = played('/home/ada/sales.csv', { p: 'r' });
  expect(await saveBody('p', deps)).toBe('/home/ada/sales.csv');
  expect(pickSaveFile).toHaveBeenCalledWith('Sales.csv');
  expect(write).toHaveBeenCalledWith('p', '/home/ada/sales.csv');
});

it('writes nothing when no file was picked', async () => {
  const { deps, write, pickSaveFile } = played(undefined, { p: 'deleted' });
  expect(await saveBody('p', deps)).toBeNull();
  expect(pickSaveFile).toHaveBeenCalledWith('data.json');
  expect(write).not.toHaveBeenCalled();
});
