/** No response of OAuth or OpenID Connect comes near it. */
const mostDepth = 200;

/**
 * JSON that a server sent. Throws SyntaxError, also where lists and objects are nested so deep that whatever walks the
 * value (`JSON.stringify`, `String`) could exhaust the stack: a few hundred kilobytes of `[` do.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError('nested too deep');
  return JSON.parse(text);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  // In what is no JSON the count may be wrong; the parser refuses that anyway.
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
