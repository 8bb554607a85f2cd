/** Far more than any OAuth or OpenID Connect response has. */
const mostDepth = 200;

/**
 * Parses JSON from a server. Throws SyntaxError, also if lists and objects are nested too deeply: code that walks such
 * a value (`JSON.stringify`, `String`) could exhaust the stack. A few hundred kilobytes of `[` are enough.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError('nested too deep');
  return JSON.parse(text);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  // The count may be wrong in invalid JSON, which the parser refuses anyway.
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isInString = !isInString;
    else if (isInString) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
}
