import { describe, expect, it } from 'vitest';
import { chooseEncoding, type Encoding, represent } from '../../../../app/feeds/server/encodings.ts';

const large = 100_000;

describe('the encoding of a feed', () => {
  it.each<[string | undefined, Encoding | undefined]>([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['br;q=0, gzip;q=0.1', 'gzip'],
    ['GZIP ; Q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, br;q=0', 'gzip'],
    ['deflate, zstd', 'identity'],
    ['identity', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['identity;q=0', undefined],
    ['*;q=0', undefined],
    ['*;q=0, identity', 'identity'],
    ['gzip;q=2, br;q=x', 'identity'],
  ])('for %j is %s', (header, encoding) => {
    expect(chooseEncoding(header, large)).toBe(encoding);
  });

  it('is none for a small body, unless the reader refuses that', () => {
    expect(chooseEncoding('gzip, br', 1_000)).toBe('identity');
    expect(chooseEncoding('gzip, identity;q=0', 1_000)).toBe('gzip');
  });

  it('is made once for all readers of the same bytes', async () => {
    const body = { bytes: Buffer.alloc(large), contentType: 'x', etag: '"a"', dataAt: 0, rowCount: 1 };
    const [first, second] = await Promise.all([represent(body, 'gzip'), represent({ ...body, etag: '"b"' }, 'gzip')]);
    expect(first?.bytes).toBe(second?.bytes);
    expect([first?.etag, second?.etag]).toEqual(['"a-gzip"', '"b-gzip"']);
  });
});
