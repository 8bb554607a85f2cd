/** A number, also a percentage or with marks of thousands: a program calculates nothing from it. */
const isNumber = (text: string): boolean =>
  /^[-+−]?(?:\d[\d.,' \u00a0\u202f]*|[.,]\d+)(?:[eE][-+]?\d+)?\s?%?$/.test(text);

/**
 * Whether a spreadsheet takes the text for a formula (OWASP, CSV Injection): it starts with `=`, `+`, `-`, `@`, also in
 * full width, a tab or a line end.
 */
export const isFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber(text);

/** As text: spreadsheets hide the apostrophe or show it, and calculate nothing. */
export const neutralised = (text: string): string => (isFormula(text) ? `'${text}` : text);
