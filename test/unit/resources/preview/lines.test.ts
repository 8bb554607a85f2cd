import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex, pieceBytes } from '../../../../app/resources/preview/lines.ts';
import { previewId, receive } from './read-body.ts';

function indexOf(text: string): { bytes: Buffer; lines: LineIndex } {
  const bytes = Buffer.from(text);
  const lines = new LineIndex();
  lines.scan(bytes, 0, bytes.length);
  lines.end(bytes.length);
  return { bytes, lines };
}

describe('the lines of a text', { timeout: 60_000 }, () => {
  it('are those of the text, wherever one starts to read', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.nat(9000).map((length) => 'é€x😀'.repeat(length / 4)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 300 }), fc.nat(400), fc.nat(200), (parts, start, count) => {
        const text = parts.map((part) => part.replace(/[\r\n]/g, '')).join('\n');
        const { bytes, lines } = indexOf(text);
        const all = lines.read(bytes, bytes.length, 0, 100_000, Number.POSITIVE_INFINITY);
        expect(all).toHaveLength(lines.lineCount);
        expect(all.join('')).toBe(text.replaceAll('\n', ''));
        expect(lines.read(bytes, bytes.length, start, count, Number.POSITIVE_INFINITY)).toEqual(
          all.slice(start, start + count),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are cut into pieces where they are long, no character in half', () => {
    const { bytes, lines } = indexOf('€'.repeat(1_000_000));
    expect(lines.lineCount).toBe(3_000_000 / pieceBytes);
    const [first, second] = lines.read(bytes, bytes.length, 700, 2);
    expect(`${first}${second}`).toMatch(/^€+$/);
    expect(bytes.toString()).toContain(`${first}${second}`);
  });

  it('end at a newline, with or without a carriage return', () => {
    const { bytes, lines } = indexOf('a\r\n\nb\n');
    expect(lines.read(bytes, bytes.length, 0, 10)).toEqual(['a', '', 'b']);
  });

  it('of minified JSON on one line are short responses too', () => {
    const text = JSON.stringify(Array(50_000).fill({ a: 'value' }));
    const { body } = receive(text);
    const { lines, total } = body.text({ previewId, startLine: 100, count: 5000 });
    expect(total).toBe(Math.ceil(text.length / pieceBytes));
    expect(lines.every((line) => line.length <= pieceBytes)).toBe(true);
  });
});
