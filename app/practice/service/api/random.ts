/**
 * A number in [0, 1) that depends only on the text, so that the data is the same everywhere and always. FNV-1a, mixed.
 */
export function seeded(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

export function pick<Values extends readonly [unknown, ...unknown[]]>(values: Values, seed: string): Values[number] {
  return values[Math.floor(seeded(seed) * values.length)];
}
