import { convertIndexedToRgb, decode, encode } from 'fast-png';

/**
 * The picture with a palette of 256 colours, which is a third of its size. A window has few colours and many shades of
 * them at the edges of letters: the rarest take the nearest of the others. Alpha is dropped.
 * @param png 8 bits a channel, RGB or RGBA: what Chromium writes.
 */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = readPng(png);
  const colours = palette(pixels);
  const indexOf = new Map(colours.map((colour, index) => [colour, index]));
  const data = Uint8Array.from(pixels, (colour) => {
    const index = indexOf.get(colour) ?? nearest(colours, colour);
    indexOf.set(colour, index);
    return index;
  });
  const places = colours.map(channels);
  return encode({ width, height, data, channels: 1, palette: places }, { zlib: { level: 9, mem: 12 } });
}

export interface Picture {
  width: number;
  height: number;
  /** `0xrrggbb`, from top left. */
  pixels: Uint32Array;
}

/** RGB, RGBA or palette, 8 bits a channel. */
export function readPng(png: Uint8Array): Picture {
  const decoded = decode(png, { checkCrc: true });
  const { width, height, palette: colours } = decoded;
  const data = colours === undefined ? decoded.data : convertIndexedToRgb(decoded);
  const bytes = colours === undefined ? decoded.channels : (colours[0]?.length ?? 3);
  const at = (place: number): number => data[place] ?? 0;
  const pixels = Uint32Array.from(
    { length: width * height },
    (_, pixel) => (at(pixel * bytes) << 16) | (at(pixel * bytes + 1) << 8) | at(pixel * bytes + 2),
  );
  return { width, height, pixels };
}

const mostColours = 256;
const channels = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The most frequent colour of each region first, so that a small mark keeps its hue; then the most frequent overall. */
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
