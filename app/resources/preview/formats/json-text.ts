/** Numbers of XML and CSV are texts: those that JSON would write the same way are numbers, and keep every digit. */
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A text of a format without types as JSON source. */
export function scalarSource(text: string): string {
  return jsonNumber.test(text) ? text : JSON.stringify(text);
}
