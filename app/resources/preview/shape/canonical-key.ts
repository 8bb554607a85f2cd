import type { ValueType } from '../../../shared/shape/shape.ts';

/** A number with at most 15 digits, without an exponent where that is short. */
export function decimalText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text === '-0' ? '0' : text;
}

/**
 * The canonical form of a key that no value may have, such as a mean. `like`: a value of the column, whose zone the text
 * takes over.
 */
export function canonicalKey(type: ValueType, key: number, like: string): string {
  switch (type) {
    case 'date':
      return new Date(key).toISOString().slice(0, 10);
    case 'datetime': {
      const text = new Date(Math.round(key))
        .toISOString()
        .replace('Z', '')
        .replace(/\.?0+$/, '');
      // Zeros at the end of seconds are no fraction.
      const whole = text.length < 19 ? new Date(Math.round(key)).toISOString().slice(0, 19) : text;
      return like.endsWith('Z') ? `${whole}Z` : whole;
    }
    case 'time': {
      const seconds = Math.min(86_399.999, Math.max(0, Math.round(key * 1000) / 1000));
      return new Date(seconds * 1000)
        .toISOString()
        .slice(11, 23)
        .replace(/\.000$/, '');
    }
    case 'boolean':
      return key === 1 ? 'true' : 'false';
    default:
      return decimalText(key);
  }
}
