import { type NumberMarks, numberMarks } from '../../../../shared/shape/patterns.ts';
import type { ReadValue } from './typed-value.ts';

/** Digits that a double always keeps. */
export const exactDigits = 15;

const spaces = '[ \\u00a0\\u202f\\u2009]';
const grouped: Record<Exclude<NumberMarks, 'plain'>, { group: string; decimal: string }> = {
  comma_point: { group: ',', decimal: '\\.' },
  point_comma: { group: '\\.', decimal: ',' },
  space_comma: { group: spaces, decimal: ',' },
  apostrophe_point: { group: "['’]", decimal: '\\.' },
};

/** One group for each: the digits before and after the mark, and the exponent. India groups by two: 12,34,567. */
function bodyOf(marks: NumberMarks): string {
  if (marks === 'plain') return '(\\d+(?=\\.|[eE]|$|\\D)|(?=\\.\\d))(?:\\.(\\d*))?([eE][-+]?\\d{1,9})?';
  const { group, decimal } = grouped[marks];
  const groups = group === ',' ? `\\d{1,3}(?:,\\d{2})*,\\d{3}|` : '';
  return `(${groups}\\d{1,3}(?:${group}\\d{3})+|\\d+|(?=${decimal}\\d))(?:${decimal}(\\d+))?()`;
}

const sign = '([-+−]?)';
const currency = '(?:\\p{Sc}|[A-Z]{3}|kr\\.?|zł|Kč|Fr\\.|CHF|R\\$|[A-Z]{1,3}\\$)';

function expressionOf(marks: NumberMarks, affix: string): RegExp {
  const body = bodyOf(marks);
  if (affix === '_percent') return new RegExp(`^${sign}${body}${spaces}?%$`, 'u');
  // The sign stands before or after the currency, which stands before or after the digits.
  if (affix === '_currency')
    return new RegExp(
      `^(?=.*${currency})${sign}(?:${currency}${spaces}?)?([-+−]?)${body}(?:${spaces}?${currency})?([-−]?)$`,
      'u',
    );
  return new RegExp(`^${sign}${body}([-−]?)$`, 'u');
}

const longest = 400;
/** Most numbers are written as they are in canonical form. */
const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Numbers of a pattern in `patterns.ts`. Keeps every digit after the first that is not zero. */
export function readNumber(pattern: string): ReadValue | undefined {
  const marks = numberMarks.find((each) => pattern === each || pattern.startsWith(`${each}_`));
  const affix = pattern.slice(marks?.length);
  if (marks === undefined || !['', '_percent', '_currency'].includes(affix)) return undefined;
  const expression = expressionOf(marks, affix);
  const isCurrency = affix === '_currency';
  const isPlain = pattern === 'plain';
  return (text) => {
    if (isPlain && text.length <= longest && canonical.test(text)) return { key: Number(text) + 0, text };
    const match = text.length > longest ? null : expression.exec(text.trim());
    if (match === null) return undefined;
    const [, first = '', ...rest] = match;
    const inner = isCurrency ? (rest.shift() ?? '') : '';
    const [whole = '', fraction = '', exponent = '', last = ''] = rest;
    const isNegative = [first, inner, last].some((each) => each !== '' && each !== '+');
    const digits = whole.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
    const written = `${isNegative ? '-' : ''}${digits}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
    return { key: Number(written) + 0, text: written };
  };
}

interface Decimal {
  isNegative: boolean;
  /** Without zeros at the ends. Empty: zero. */
  digits: string;
  /** The number of digits before the decimal mark. */
  magnitude: number;
}

function decimalOf(canonical: string): Decimal {
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(canonical);
  const [, minus = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first === -1) return { isNegative: false, digits: '', magnitude: 0 };
  return {
    isNegative: minus !== '',
    digits: all.slice(first).replace(/0+$/, ''),
    magnitude: whole.length - first + Number(exponent),
  };
}

/** Compares canonical numbers by all their digits. */
export function compareNumbers(one: string, other: string): number {
  const [a, b] = [decimalOf(one), decimalOf(other)];
  const [signA, signB] = [signOf(a), signOf(b)];
  if (signA !== signB || signA === 0) return signA - signB;
  const larger = a.magnitude - b.magnitude || (a.digits < b.digits ? -1 : Number(a.digits > b.digits));
  return larger * signA;
}

const signOf = ({ isNegative, digits }: Decimal): number => (digits === '' ? 0 : isNegative ? -1 : 1);
