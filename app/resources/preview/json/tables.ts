/** Bytes that may appear unescaped in a string (RFC 8259 §7): no quote, backslash or control character. */
export const plainInString = new Uint8Array(256).fill(1).fill(0, 0, 32);
plainInString[0x22] = 0;
plainInString[0x5c] = 0;

/** Bytes that may follow a backslash. `u` is handled separately. */
export const escapable = new Uint8Array(256);
for (const character of '"\\/bfnrtu') escapable[character.charCodeAt(0)] = 1;

export const hexDigit = new Uint8Array(256);
for (const character of '0123456789abcdefABCDEF') hexDigit[character.charCodeAt(0)] = 1;

/** The grammar of numbers (RFC 8259 §6) as a table: state × class of byte → state, 255: the number has ended. */
export const numberClass = new Uint8Array(256);
const classes = { zero: 1, digit: 2, dot: 3, exponent: 4, plus: 5, minus: 6 };
numberClass[0x30] = classes.zero;
numberClass.fill(classes.digit, 0x31, 0x3a);
numberClass[0x2e] = classes.dot;
numberClass[0x65] = classes.exponent;
numberClass[0x45] = classes.exponent;
numberClass[0x2b] = classes.plus;
numberClass[0x2d] = classes.minus;

export const numberState = { start: 0, minus: 1, zero: 2, digits: 3, dot: 4, fraction: 5, e: 6, sign: 7, exponent: 8 };
export const numberEnded = 255;
export const numberNext = new Uint8Array(9 * 8).fill(numberEnded);
const { start, minus, zero, digits, dot, fraction, e, sign, exponent } = numberState;
const next = (from: number, byte: number, to: number) => {
  numberNext[(from << 3) | byte] = to;
};
next(start, classes.minus, minus);
for (const from of [start, minus]) {
  next(from, classes.zero, zero);
  next(from, classes.digit, digits);
}
for (const from of [zero, digits]) {
  next(from, classes.dot, dot);
  next(from, classes.exponent, e);
}
next(fraction, classes.exponent, e);
next(e, classes.plus, sign);
next(e, classes.minus, sign);
for (const digit of [classes.zero, classes.digit]) {
  next(digits, digit, digits);
  next(dot, digit, fraction);
  next(fraction, digit, fraction);
  for (const from of [e, sign, exponent]) next(from, digit, exponent);
}

/** States in which a number may end. */
export const numberComplete = new Uint8Array(9);
for (const state of [zero, digits, fraction, exponent]) numberComplete[state] = 1;
