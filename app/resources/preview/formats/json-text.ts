/** XML and CSV have no number type: texts that are valid JSON numbers become numbers, with all digits. */
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** JSON source for a text of a format without types. */
export function scalarSource(text: string): string {
  return jsonNumber.test(text) ? text : JSON.stringify(text);
}
