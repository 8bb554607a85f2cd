import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * The picture with a palette of 256 colours, which is a third of its size. A window has few colours and many shades of
 * them at the edges of letters: the rarest take the nearest of the others.
 * @param png 8 bits a channel, RGB or RGBA, not interlaced: what Chromium writes.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decodePng(png);
  const colours = palette(pixels);
  const indexOf = new Map(colours.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1)); // each with its filter first: 0, none
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = pixels[y * width + x] ?? 0;
      let index = indexOf.get(colour);
      if (index === undefined) {
        index = nearest(colours, colour);
        indexOf.set(colour, index);
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  const header = Buffer.from(png.subarray(16, 29));
  header[8] = 8;
  header[9] = 3; // a palette
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export interface Picture {
  width: number;
  height: number;
  /** `0xrrggbb`, from top left. */
  pixels: Uint32Array;
}

/** RGB, RGBA or palette, 8 bits a channel, as Chromium and `smallPng` write them (PNG, second edition, §9 and §11). */
export function decodePng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const bytes = { 2: 3, 3: 1, 6: 4 }[png[25] ?? -1];
  if (png[24] !== 8 || bytes === undefined || png[28] !== 0) throw new Error('A PNG of another kind.');
  const chunks = chunksOf(png);
  const colours = chunks.find(({ type }) => type === 'PLTE')?.data;
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data)));
  const stride = width * bytes;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const line = Buffer.from(data.subarray(start + 1, start + 1 + stride));
    unfilter(data[start] ?? 0, line, above, bytes);
    for (let x = 0; x < width; x += 1)
      pixels[y * width + x] =
        colours === undefined ? line.readUIntBE(x * bytes, 3) : colours.readUIntBE((line[x] ?? 0) * 3, 3);
    above = line;
  }
  return { width, height, pixels };
}

const mostColours = 256;
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The commonest colour of each region first, so that a small mark keeps its hue; then the commonest of all. */
function palette(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  if (common.length <= mostColours) return common;
  const regions = new Map<number, number>();
  for (const colour of common) {
    const region = colour & 0xe0e0e0;
    if (!regions.has(region)) regions.set(region, colour);
  }
  return [...new Set([...regions.values(), ...common])].slice(0, mostColours);
}

function nearest(colours: number[], colour: number): number {
  const wanted = channels(colour);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of colours.entries()) {
    const distance = channels(candidate).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const found = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

/** In place. */
function unfilter(filter: number, line: Buffer, above: Buffer, bytes: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = line[at - bytes] ?? 0;
    const up = above[at] ?? 0;
    const upLeft = above[at - bytes] ?? 0;
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
    line[at] = (line[at] ?? 0) + predicted;
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
