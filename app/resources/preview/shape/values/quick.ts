import { dayNumber, isDay } from './dates.ts';
import { exactDigits } from './numbers.ts';

// Readers of the most frequent patterns, straight from the bytes: a million strings would cost more than their sort.
// What they do not read, the readers of texts decide.

const quote = 0x22;
const point = 0x2e;
const zero = 0x30;
const powers = Array.from({ length: exactDigits + 1 }, (_none, index) => 10 ** index);

/** A decimal number without exponent, sign of thousands, or zeros at its start. */
export class QuickNumber {
  value = 0;
  digits = 0;
  /** Digits after the point. */
  fraction = 0;
  /** The digits are more than a double is sure to keep. */
  isInexact = false;

  /** Whether the value at `at`, a literal or a whole string, is such a number. */
  read(bytes: Buffer, at: number): boolean {
    const isText = bytes[at] === quote;
    const from = isText ? at + 1 : at;
    const isNegative = bytes[from] === 0x2d;
    let place = isNegative ? from + 1 : from;
    const first = place;
    let mantissa = 0;
    let pointAt = -1;
    for (;;) {
      const byte = bytes[place] as number; // the value ends before the bytes do
      if (byte >= zero && byte <= 0x39) mantissa = mantissa * 10 + (byte - zero);
      else if (byte === point && pointAt === -1 && place > first) pointAt = place;
      else break;
      place++;
    }
    const whole = (pointAt === -1 ? place : pointAt) - first;
    this.fraction = pointAt === -1 ? 0 : place - pointAt - 1;
    if (whole === 0 || (pointAt !== -1 && this.fraction === 0) || (whole > 1 && bytes[first] === zero)) return false;
    if (!endsAt(bytes, place, isText)) return false;
    this.digits = whole + this.fraction;
    this.isInexact = this.digits > exactDigits;
    if (this.isInexact) this.value = Number(bytes.toString('latin1', from, place));
    else {
      const value = this.fraction === 0 ? mantissa : mantissa / (powers[this.fraction] as number); // at most 15
      this.value = isNegative ? 0 - value : value;
    }
    return true;
  }
}

function endsAt(bytes: Uint8Array, place: number, isText: boolean): boolean {
  const byte = bytes[place];
  if (isText) return byte === quote;
  return byte === undefined || byte <= 32 || byte === 0x2c || byte === 0x7d || byte === 0x5d;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= 0x39;

function digitsAt(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let place = from; place < from + count; place++) {
    if (!isDigit(bytes[place])) return Number.NaN;
    value = value * 10 + (bytes[place] as number) - zero; // a digit
  }
  return value;
}

/** `2026-11-30`, or with `T12:00:00` and up to three digits of a fraction, without a zone or in UTC. */
export class QuickDate {
  /** Ms since 1970, as if in UTC. */
  key = 0;
  hasTime = false;

  /** Whether the value at `at` is such a string. */
  read(bytes: Uint8Array, at: number): boolean {
    if (bytes[at] !== quote || bytes[at + 5] !== 0x2d || bytes[at + 8] !== 0x2d) return false;
    const year = digitsAt(bytes, at + 1, 4);
    const month = digitsAt(bytes, at + 6, 2);
    const day = digitsAt(bytes, at + 9, 2);
    if (!isDay(year, month, day)) return false;
    this.key = dayNumber(year, month, day) * 86_400_000;
    this.hasTime = bytes[at + 11] !== quote;
    return this.hasTime ? this.readTime(bytes, at + 11) : true;
  }

  private readTime(bytes: Uint8Array, at: number): boolean {
    if (bytes[at] !== 0x54 || bytes[at + 3] !== 0x3a || bytes[at + 6] !== 0x3a) return false;
    const hours = digitsAt(bytes, at + 1, 2);
    const minutes = digitsAt(bytes, at + 4, 2);
    const seconds = digitsAt(bytes, at + 7, 2);
    if (!(hours < 24 && minutes < 60 && seconds < 60)) return false;
    let end = at + 9;
    let ms = 0;
    if (bytes[end] === point) {
      const from = end + 1;
      end = from;
      while (isDigit(bytes[end]) && end < from + 3) end++;
      if (end === from) return false;
      ms = digitsAt(bytes, from, end - from) * (powers[3 - (end - from)] as number); // one to three digits
    }
    if (bytes[end] === 0x5a) end++;
    this.key += ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
    return bytes[end] === quote;
  }
}
