import { expect, it } from 'vitest';
import { writeChoicesOf } from '../../../../app/feeds/rows/formats.ts';
import { Snapshot, viewOf } from '../../../../app/feeds/rows/snapshot.ts';
import { RequestError } from '../../../../app/shared/errors.ts';
import { newFeed } from '../../../../app/shared/feed/feed.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { resource } from '../../../servers/items.ts';

const sales = resource({ id: 'sales' });
const choices = writeChoicesOf(newFeed('f', 'sales', 'Sales'), 'json');
const facts = { at: 0, monotonicAt: 0, request: '', rowCount: 1 };
const live = { previewId: 'p', dataPath: '', chosenPath: null };

/** The preview process, in which every call fails with the code. */
const failing = (code: 'preview.gone' | 'feed.too_large', calls: string[] = []) => ({
  exportTable: ({ choices: { format } }: { choices: { format: string } }) => {
    calls.push(format);
    return Promise.reject(new RequestError(code, verbatim('no')));
  },
  open: () => {
    throw new Error('not opened');
  },
  drop: () => undefined,
});

it('tells that nothing has the rows, also while they are being kept', async () => {
  const snapshot = new Snapshot({ ...facts, live }, failing('preview.gone'));
  const keeping = snapshot.keep(sales, choices);
  expect(snapshot.isKeeping).toBe(true);
  await expect(snapshot.write(sales, { choices, selection: {} })).rejects.toMatchObject({ code: 'preview.gone' });
  await keeping;
  expect([snapshot.isKeeping, snapshot.kept, snapshot.isReadable(sales)]).toEqual([false, undefined, false]);
});

it('tries once to keep rows that are too large', async () => {
  const calls: string[] = [];
  const snapshot = new Snapshot({ ...facts, live }, failing('feed.too_large', calls));
  await snapshot.keep(sales, choices);
  await snapshot.keep(sales, choices);
  expect(calls).toEqual(['lists']);
});

it('is readable from the kept rows only in the shape that they have', () => {
  const kept = { view: viewOf(sales), columns: [], rowCount: 1, hash: '', gzipped: Buffer.alloc(0) };
  const snapshot = new Snapshot({ ...facts, kept }, failing('preview.gone'));
  expect(snapshot.isReadable(sales)).toBe(true);
  expect(snapshot.isReadable({ ...sales, dataPath: '/other' })).toBe(false);
});
