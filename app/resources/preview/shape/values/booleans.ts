import { type BooleanPattern, booleanPatterns } from '../../../../shared/shape/patterns.ts';
import type { ReadValue, TypedValue } from './typed-value.ts';

const words: Record<BooleanPattern, readonly [yes: string, no: string]> = {
  true_false: ['true', 'false'],
  yes_no: ['yes', 'no'],
  ja_nein: ['ja', 'nein'],
  wahr_falsch: ['wahr', 'falsch'],
  on_off: ['on', 'off'],
  y_n: ['y', 'n'],
  j_n: ['j', 'n'],
  t_f: ['t', 'f'],
  '1_0': ['1', '0'],
  x_empty: ['x', ''],
};

const yes: TypedValue = { key: 1, text: 'true' };
const no: TypedValue = { key: 0, text: 'false' };
const longest = 20;

/** Words of either case. */
export function readBoolean(pattern: string): ReadValue | undefined {
  const name = booleanPatterns.find((each) => each === pattern);
  if (name === undefined) return undefined;
  const [forYes, forNo] = words[name];
  return (text) => {
    if (text.length > longest) return undefined;
    const word = text.trim().toLowerCase();
    return word === forYes ? yes : word === forNo ? no : undefined;
  };
}
