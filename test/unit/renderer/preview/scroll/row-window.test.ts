import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumHeight, rowWindow, scrollToRow } from '../../../../../renderer/preview/scroll/row-window.ts';

const rowHeight = 28;
const counts = fc.oneof(fc.nat(50), fc.integer({ min: 1, max: 20_000_000 }));

describe('the rows in view', { timeout: 60_000 }, () => {
  it('are drawn exactly where they belong in a short list', () => {
    expect(rowWindow({ scrollTop: 42, viewHeight: 280, rowHeight, count: 1000 })).toEqual({
      height: 28_000,
      first: 1,
      end: 12,
      offset: -14,
    });
  });

  it('are none of an empty list, and all of one that fits', () => {
    expect(rowWindow({ scrollTop: 0, viewHeight: 280, rowHeight, count: 0 })).toMatchObject({ first: 0, end: 0 });
    expect(rowWindow({ scrollTop: 0, viewHeight: 280, rowHeight, count: 3 })).toMatchObject({
      first: 0,
      end: 3,
      offset: 0,
    });
  });

  it('fill the view, whatever the length of the list', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 50, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, viewHeight, part) => {
          const { height } = rowWindow({ scrollTop: 0, viewHeight, rowHeight, count });
          expect(height).toBeLessThanOrEqual(maximumHeight);
          const scrollTop = Math.max(0, height - viewHeight) * part;
          const { first, end, offset } = rowWindow({ scrollTop, viewHeight, rowHeight, count });
          expect(offset).toBeLessThanOrEqual(0);
          expect(offset).toBeGreaterThan(-rowHeight);
          expect(offset + (end - first) * rowHeight).toBeGreaterThanOrEqual(
            Math.min(viewHeight, count * rowHeight) - 0.01,
          );
          expect(end - first).toBeLessThanOrEqual(Math.ceil(viewHeight / rowHeight) + 1);
        },
      ),
    );
  });

  it('end with the last row at the end of the scroll bar, also of 20 million', () => {
    const view = { viewHeight: 500, rowHeight, count: 20_000_000 };
    const { height } = rowWindow({ ...view, scrollTop: 0 });
    expect(rowWindow({ ...view, scrollTop: height - 500 }).end).toBe(20_000_000);
  });

  it('hold the row that was scrolled to', () => {
    fc.assert(
      fc.property(counts, fc.nat(), fc.nat(), (count, from, to) => {
        fc.pre(count > 0);
        const view = { viewHeight: 500, rowHeight, count };
        const scrollTop = scrollToRow({ ...view, scrollTop: 0 }, from % count);
        const row = to % count;
        const window = rowWindow({ ...view, scrollTop: scrollToRow({ ...view, scrollTop }, row) });
        expect(row).toBeGreaterThanOrEqual(window.first);
        expect(row).toBeLessThan(window.end);
      }),
    );
  });

  it('stay where they are when the row is in view', () => {
    expect(scrollToRow({ scrollTop: 28, viewHeight: 280, rowHeight, count: 100 }, 5)).toBe(28);
  });
});
