import { patternsOf } from '../../../shared/shape/patterns.ts';
import { type ValueType, valueTypes } from '../../../shared/shape/shape.ts';
import { isDayAlone } from './values/dates.ts';
import { readerOf } from './values/read-value.ts';

/** A pattern that values may have, with the number of those that do. */
export interface Candidate {
  type: ValueType;
  pattern: string;
  fits(text: string): boolean;
  count: number;
  hasYes: boolean;
  hasNo: boolean;
}

/** Numbers alone: seconds since 1970 from 2001 to 2099, and the same in ms. */
const epochSeconds = { from: 1e9, to: 4.1e9 };
export const isEpochSeconds = (value: number): boolean => value >= epochSeconds.from && value < epochSeconds.to;

const isEpoch = (factor: number) => (text: string) =>
  /^\d{10,13}(?:\.\d+)?$/.test(text) && isEpochSeconds(Number(text) / factor);

/** Patterns of plain numbers are durations only if someone says so. */
const guessedDurations = ['iso', 'hh:mm:ss', 'unit'];

/** Days alone are dates, days with a time are not. */
function testOf(type: ValueType, pattern: string): Candidate['fits'] | undefined {
  if (type === 'date') return isDayAlone(pattern);
  if (pattern.startsWith('epoch_')) return isEpoch(pattern === 'epoch_s' ? 1 : 1000);
  if (type === 'duration' && !guessedDurations.includes(pattern)) return undefined;
  return readTest(type, pattern);
}

function readTest(type: ValueType, pattern: string): Candidate['fits'] | undefined {
  const read = readerOf(type, pattern);
  return read && ((text) => read(text) !== undefined);
}

const candidatesOf = (type: ValueType, test: typeof testOf): Candidate[] =>
  patternsOf[type].flatMap((pattern) => {
    const fits = test(type, pattern);
    return fits === undefined ? [] : [{ type, pattern, fits, count: 0, hasYes: false, hasNo: false }];
  });

export const guessedCandidates = valueTypes.flatMap((type) => candidatesOf(type, testOf));
/** Texts without a digit can only be these. */
export const wordCandidates = guessedCandidates.filter(({ type }) => type === 'boolean');
/** Whatever can be read as the type that the user chose. */
export const chosenCandidates = (type: ValueType): Candidate[] => candidatesOf(type, readTest);
