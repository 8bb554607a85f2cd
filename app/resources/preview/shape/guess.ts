import { patternsOf } from '../../../shared/shape/patterns.ts';
import type { ColumnChoice, ValueType } from '../../../shared/shape/shape.ts';
import { type Candidate, chosenCandidates, guessedCandidates, isEpochSeconds, wordCandidates } from './candidates.ts';
import { hintsOf, type NameHints } from './names.ts';
import { isContainer, isEmptyAt, shortTextAt } from './source-text.ts';
import { isDay } from './values/dates.ts';
import { QuickDate, QuickNumber } from './values/quick.ts';
import { readerOf } from './values/read-value.ts';
import type { ReadValue } from './values/typed-value.ts';

/** What a column's values mean, and how they are written. */
export interface ColumnType {
  type: ValueType;
  pattern?: string;
  isAmbiguous?: true;
  unfitCount: number;
}

/** Texts for which all patterns are tried, and while some of them fit. */
const alwaysTried = 30;
const triedWithOthers = 300;
/** The share of the values that must have the type. The others are shown as they are. */
const leastShare = 0.9;
/** In bytes: longer values are text. */
const longest = 80;
const mostRemembered = 5000;
const digit = /\d/;
const decimalComma = /^(?:point|space)_comma/;
const affix = /_(?:percent|currency)$/;
const number = new QuickNumber();
const date = new QuickDate();

type Counted = Omit<Candidate, 'fits'>;

/** How many values are numbers, without reading them as text. */
const noForms = {
  /** Literals of JSON, which are nothing else. */
  json: 0,
  whole: 0,
  /** `1.234`: thousands or decimals. */
  three: 0,
  decimal: 0,
  epochSeconds: 0,
  epochMs: 0,
  day: 0,
  one: 0,
  zero: 0,
  isoDay: 0,
  isoTime: 0,
};

/**
 * Finds the type of a column from all its values, in the order of the rows. The search for columns and the steps use it
 * alike, so that both find the same.
 */
export class TypeGuess {
  private readonly hints: NameHints;
  private readonly choice: ColumnChoice;
  private readonly chosenReader: ReadValue | undefined;
  private readonly literalsAreNumbers: boolean;
  private readonly mostMisses: number;
  private readonly all: readonly Candidate[];
  private candidates: Candidate[] = [];
  private readonly forms = { ...noForms };
  /** Which candidates fit, by text: values repeat. */
  private readonly remembered = new Map<string, Candidate[]>();
  private chosenFits = 0;
  private texts = 0;
  private filled = 0;
  private booleans = 0;
  private hasText = false;
  /** Digits after a zero at the start: `01067`. */
  private hasLeadingZero = false;
  private hasLongInteger = false;
  /** A value with a point or comma among digits. */
  private hasMark = false;

  /** `literalsAreNumbers`: the body is JSON. In others, `1.234` may be more than a thousand. */
  constructor(label: string, choice: ColumnChoice, literalsAreNumbers: boolean, rowCount: number) {
    this.hints = hintsOf(label);
    this.choice = choice;
    const { type, pattern } = choice;
    this.chosenReader = type === undefined ? undefined : readerOf(type, pattern);
    this.all = type === undefined ? guessedCandidates : chosenCandidates(type);
    this.literalsAreNumbers = literalsAreNumbers;
    this.mostMisses = rowCount * (1 - leastShare);
  }

  /** The value at `at`, which is one. */
  note(bytes: Buffer, at: number): void {
    if (isEmptyAt(bytes, at)) return;
    this.filled++;
    if (this.choice.type === 'text') return;
    const first = bytes[at] as number; // the value is there
    if (this.chosenReader !== undefined) {
      const text = shortTextAt(bytes, at, longest);
      if (text !== undefined && this.chosenReader(text) !== undefined) this.chosenFits++;
      return;
    }
    const isText = first === 0x22;
    if (isText) this.hasText = true;
    else if (first === 0x74 || first === 0x66) this.booleans++;
    else if (isContainer(bytes, at)) return;
    if (this.choice.type !== undefined) this.text(bytes, at);
    else if (number.read(bytes, at)) this.noteNumber(isText);
    else if (date.read(bytes, at)) this.noteForm(date.hasTime ? 'isoTime' : 'isoDay');
    else if (isText || !this.literalsAreNumbers) this.text(bytes, at);
    else if (first !== 0x74 && first !== 0x66) this.noteForm('json');
  }

  /** What is found so far. */
  found(): ColumnType {
    const { type, pattern } = this.choice;
    if (type === 'text') return { type, unfitCount: 0 };
    if (this.chosenReader !== undefined && type !== undefined && pattern !== undefined)
      return { type, pattern, unfitCount: this.filled - this.chosenFits };
    const best = this.best(type);
    if (type !== undefined) return best ?? { type, ...firstPattern(type), unfitCount: this.filled };
    return best ?? { type: 'text', unfitCount: 0 };
  }

  private noteForm(form: keyof typeof noForms): void {
    this.forms[form]++;
  }

  private noteNumber(isText: boolean): void {
    const { digits, fraction, value } = number;
    const { forms } = this;
    if (!isText && this.literalsAreNumbers) forms.json++;
    else if (fraction === 0) forms.whole++;
    else {
      this.hasMark = true;
      if (fraction === 3 && digits <= 6) forms.three++;
      else forms.decimal++;
    }
    if (fraction > 0 || value < 0) return;
    if (digits === 1 && value < 2) forms[value === 1 ? 'one' : 'zero']++;
    else if (digits === 10 && isEpochSeconds(value)) forms.epochSeconds++;
    else if (digits === 13 && isEpochSeconds(value / 1000)) forms.epochMs++;
    else if (digits === 8 && isDay(Math.trunc(value / 10_000), Math.trunc(value / 100) % 100, value % 100)) forms.day++;
    else if (isText && digits > 15) this.hasLongInteger = true;
  }

  private text(bytes: Buffer, at: number): void {
    const index = this.texts++;
    const isWaiting = index < alwaysTried || (this.candidates.length > 0 && index < triedWithOthers);
    if (this.candidates.length === 0 && !isWaiting) return;
    const text = shortTextAt(bytes, at, longest)?.trim();
    if (text === undefined) return;
    if (/^[-+]?0\d/.test(text)) this.hasLeadingZero = true;
    if (/\d[.,]|[.,]\d/.test(text)) this.hasMark = true;
    const fitting = this.fitting(text);
    for (const candidate of fitting) candidate.count++;
    if (isWaiting && (index < alwaysTried || fitting.length === 0)) this.discover(text);
    if (index >= triedWithOthers && fitting.length === 0) this.dropHopeless();
  }

  private fitting(text: string): Candidate[] {
    const known = this.remembered.get(text);
    if (known !== undefined) return known;
    const fitting = this.candidates.filter((each) => tryOn(each, text));
    if (this.remembered.size < mostRemembered) this.remembered.set(text, fitting);
    return fitting;
  }

  private discover(text: string): void {
    const known = new Set(this.candidates.map(({ type, pattern }) => `${type} ${pattern}`));
    const tried = digit.test(text) || this.choice.type !== undefined ? this.all : wordCandidates;
    const found = tried
      .filter(({ type, pattern }) => !known.has(`${type} ${pattern}`))
      .map((each) => ({ ...each }))
      .filter((each) => tryOn(each, text));
    if (found.length === 0) return;
    for (const each of found) each.count++;
    this.candidates.push(...found);
    this.remembered.clear();
  }

  private dropHopeless(): void {
    const least = this.texts - this.mostMisses;
    if (!this.candidates.some(({ count }) => count < least)) return;
    this.candidates = this.candidates.filter(({ count }) => count >= least);
    this.remembered.clear();
  }

  private best(chosen: ValueType | undefined): ColumnType | undefined {
    const least = chosen === undefined ? Math.max(1, this.filled * leastShare) : 1;
    const usable = this.counted()
      .filter((each) => each.count >= least && (chosen !== undefined || this.isLikely(each)))
      .toSorted((one, other) => this.rank(other) - this.rank(one));
    const [best] = usable;
    if (best === undefined) return undefined;
    const isAmbiguous = usable.some((other) => other.count === best.count && this.contradicts(best, other));
    return {
      type: best.type,
      pattern: best.pattern,
      ...(isAmbiguous ? { isAmbiguous: true } : {}),
      unfitCount: this.filled - best.count,
    };
  }

  /** With the values that were not read as text. */
  private counted(): Counted[] {
    const list: Counted[] = this.candidates.map((each) => ({ ...each }));
    const add = (type: ValueType, patterns: readonly string[], count: number, both = true) => {
      for (const pattern of patterns) {
        const known = list.find((each) => each.type === type && each.pattern === pattern);
        if (known !== undefined) known.count += count;
        else if (count > 0) list.push({ type, pattern, count, hasYes: both, hasNo: both });
      }
    };
    if (this.choice.type !== undefined) return list;
    const { json, whole, three, decimal, ...forms } = this.forms;
    add('number', ['plain'], json + whole + three + decimal);
    add('number', ['comma_point', 'apostrophe_point'], whole + three + decimal);
    add('number', ['point_comma'], whole + three);
    add('number', ['space_comma'], whole);
    add('datetime', ['epoch_s'], forms.epochSeconds);
    add('datetime', ['epoch_ms'], forms.epochMs);
    add('date', ['yyyyMMdd'], forms.day);
    add('datetime', ['yyyyMMdd'], forms.day);
    add('date', ['iso'], forms.isoDay);
    add('datetime', ['iso'], forms.isoDay + forms.isoTime);
    add('boolean', ['1_0'], forms.one + forms.zero, forms.one > 0 && forms.zero > 0);
    if (this.literalsAreNumbers) add('boolean', ['true_false'], this.booleans);
    return list;
  }

  /** What speaks against a guess, although the values fit. */
  private isLikely({ type, pattern, count, hasYes, hasNo }: Counted): boolean {
    const { hints, filled } = this;
    switch (type) {
      case 'number':
        if (this.hasLeadingZero && !affix.test(pattern)) return false;
        if (this.literalsAreNumbers && !this.hasText) return true;
        if (hints.isNeverNumber) return false;
        // A text in JSON is a number only if nothing makes it a name.
        return !this.literalsAreNumbers || this.hasMark || !(hints.isIdentifier || this.hasLongInteger);
      case 'boolean':
        if (count < filled) return false;
        if (pattern === '1_0') return hints.isTruth && !(hints.isDate || hints.isIdentifier);
        return pattern.length > 3 || (hasYes && hasNo);
      case 'date':
      case 'datetime':
        if (pattern === 'yyyyMMdd' || pattern.startsWith('epoch_'))
          return hints.isDate && !hints.isIdentifier && count === filled;
        return true;
      default:
        return true;
    }
  }

  /** More values matter first, then what a name says, then the order of `patterns.ts`. The largest is the best. */
  private rank({ type, pattern, count }: Counted): number {
    const share = (count / Math.max(1, this.filled)) * 1000;
    const order = 1 - patternsOf[type].indexOf(pattern) / 100;
    const isClock = type === 'duration' && pattern === 'hh:mm:ss' && !this.hints.isDuration;
    const isSpecial = pattern === 'yyyyMMdd' || pattern.startsWith('epoch_') || pattern === '1_0';
    return share + (isClock ? 1 : typeRank[type]) + (isSpecial ? 6 : 0) + order;
  }

  private contradicts(best: Counted, other: Counted): boolean {
    if (best.type !== other.type || best.pattern === other.pattern) return false;
    const [one, two] = [best.pattern, other.pattern];
    if (best.type === 'date' || best.type === 'datetime') return one.endsWith('/yyyy') && two.endsWith('/yyyy');
    if (best.type !== 'number' || !this.hasMark) return false;
    return decimalComma.test(one) !== decimalComma.test(two);
  }
}

const typeRank: Record<ValueType, number> = {
  text: 0,
  number: 4,
  boolean: 8,
  date: 8,
  datetime: 6,
  time: 4,
  duration: 5,
};

function tryOn(candidate: Candidate, text: string): boolean {
  if (!candidate.fits(text)) return false;
  if (candidate.type !== 'boolean' || (candidate.hasYes && candidate.hasNo)) return true;
  if (readerOf('boolean', candidate.pattern)?.(text)?.key === 1) candidate.hasYes = true;
  else candidate.hasNo = true;
  return true;
}

const firstPattern = (type: ValueType): { pattern?: string } => {
  const [pattern] = patternsOf[type];
  return pattern === undefined ? {} : { pattern };
};
