import type { Slices } from './work.ts';

// Sorts by digits: a million numbers take a third of the time of comparing them.

const digitBits = 11;
const digitCount = 2 ** digitBits;
const digitMask = digitCount - 1;

/** One stable pass by `digitBits` bits of `keys`, from `shift`. `false`: all digits are equal, and nothing moved. */
function pass(list: Uint32Array, into: Uint32Array, keys: Uint32Array, shift: number): boolean {
  const places = new Uint32Array(digitCount);
  for (let index = 0; index < list.length; index++) {
    const digit = ((keys[list[index] as number] as number) >>> shift) & digitMask; // list holds indexes of keys
    places[digit] = (places[digit] as number) + 1; // digit < digitCount
  }
  let at = 0;
  for (let digit = 0; digit < digitCount; digit++) {
    const count = places[digit] as number; // digit < digitCount
    if (count === list.length) return false;
    places[digit] = at;
    at += count;
  }
  for (let index = 0; index < list.length; index++) {
    const item = list[index] as number; // index < length
    const digit = ((keys[item] as number) >>> shift) & digitMask; // list holds indexes of keys
    const place = places[digit] as number; // digit < digitCount
    into[place] = item;
    places[digit] = place + 1;
  }
  return true;
}

/** Sorts `list`, which holds indexes of `keys`, by their keys. Stable. `largest`: no key exceeds it. */
export function* sortByKeys(list: Uint32Array, keys: Uint32Array, largest = 0xffff_ffff): Slices<Uint32Array> {
  let from = list;
  let spare: Uint32Array | undefined;
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += digitBits) {
    spare ??= new Uint32Array(list.length);
    if (pass(from, spare, keys, shift)) {
      // The caller's list stays as it is.
      const old = from;
      from = spare;
      spare = old === list ? undefined : old;
    }
    yield;
  }
  return from;
}

/** The keys of `list` as differences from the least one, and the largest of them. `undefined`: they are no small integers. */
function differences(list: Uint32Array, keys: Float64Array): { keys: Uint32Array; largest: number } | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < list.length; index++) {
    const key = keys[list[index] as number] as number; // list holds indexes of keys
    if (!Number.isInteger(key)) return undefined;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  if (!(high - low <= 0xffff_ffff)) return undefined;
  const small = new Uint32Array(keys.length);
  for (let index = 0; index < list.length; index++) {
    const item = list[index] as number; // index < length
    small[item] = (keys[item] as number) - low; // list holds indexes of keys
  }
  return { keys: small, largest: high - low };
}

/** Sorts `list`, which holds indexes of `keys`, by numbers that are no NaN. Stable. -0 and 0 may be different. */
export function* sortByNumbers(list: Uint32Array, keys: Float64Array): Slices<Uint32Array> {
  const small = differences(list, keys);
  yield;
  if (small !== undefined) return yield* sortByKeys(list, small.keys, small.largest);
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index++) {
    const top = words[2 * index + 1] as number; // two words for each key, the lower first: x64 and ARM
    const bottom = words[2 * index] as number; // see above
    // As unsigned numbers: the sign turned over, and negative ones from the most negative.
    high[index] = top >>> 31 === 1 ? ~top : top | 0x8000_0000;
    low[index] = top >>> 31 === 1 ? ~bottom : bottom;
  }
  yield;
  const byLow = yield* sortByKeys(list, low);
  return yield* sortByKeys(byLow, high);
}
