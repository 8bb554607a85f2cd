import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPng, smallPng } from '../../../scripts/pictures/small-png.ts';

const root = join(import.meta.dirname, '../../..');

/** A picture in RGB as a browser writes it; every line with the same filter. */
function png(width: number, lines: number[][], filter = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(lines.length, 4);
  header.set([8, 2], 8);
  const chunk = (type: string, data: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(type), data]);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines.map((line) => Buffer.from([filter, ...line]))))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the pictures of the README', () => {
  it('are those that it shows, in one size, and small', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/!\[[^\]]+\]\((docs\/[^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(shown).toEqual(['docs/resource.png', 'docs/oauth-dialog.png', 'docs/resource-dark.png']);
    for (const path of shown) {
      const file = readFileSync(join(root, path));
      expect({ path, ...readPng(file), pixels: 0 }).toEqual({ path, width: 1280, height: 800, pixels: 0 });
      expect(file.length, path).toBeLessThan(70_000);
    }
  });

  it('keep every colour where there are few', () => {
    const picture = png(2, [
      [255, 0, 0, 0, 255, 0],
      [0, 0, 255, 1, 2, 3],
    ]);
    const small = smallPng(picture);
    expect(small[25]).toBe(3);
    expect([...readPng(small).pixels]).toEqual([0xff0000, 0x00ff00, 0x0000ff, 0x010203]);
  });

  it.each([
    [1, [10, 20, 30, 20, 40, 60]],
    [2, [10, 20, 30, 10, 20, 30]],
    [3, [10, 20, 30, 15, 30, 45]],
    [4, [10, 20, 30, 20, 40, 60]],
  ])('are read with the filter %i of PNG', (filter, first) => {
    const { pixels } = readPng(png(2, [[10, 20, 30, 10, 20, 30]], filter));
    const hex = (at: number) => first.slice(at, at + 3).reduce((sum, value) => sum * 256 + value, 0);
    expect([...pixels]).toEqual([hex(0), hex(3)]);
  });

  it('keep the hue of a small mark in a picture of many greys', () => {
    const greys = Array.from({ length: 4096 }, (_, at) => [at % 251, at % 251, Math.min(255, (at % 251) + (at % 3))]);
    const picture = png(4097, [[...greys.flat(), 200, 120, 0]]);
    expect(readPng(smallPng(picture)).pixels.at(-1)).toBe(0xc87800);
  });
});
