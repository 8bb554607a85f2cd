import { decode } from './percent-encoding.ts';
import { OAuth1Problem } from './problem.ts';

export type Parameter = readonly [name: string, value: string];

/** RFC 5849 §3.4.1.3.1: a query or a form body. `+` is a space there. */
export function readFormEncoded(text: string): Parameter[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, value] = splitAtFirst(pair.replaceAll('+', ' '), '=');
      return [decodePart(name), decodePart(value)];
    });
}

/** RFC 5849 §3.5.1. Excludes `realm`, which is not signed. `undefined`: another scheme. */
export function readAuthorizationHeader(header: string | undefined): Parameter[] | undefined {
  const match = /^OAuth\s+(.*)$/is.exec(header ?? '');
  if (!match) return undefined;
  return (match[1] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Parameter => {
      const [name, value] = splitAtFirst(part, '=');
      const quoted = /^"(.*)"$/s.exec(value);
      if (!quoted) throw new OAuth1Problem('parameter_rejected', 'A value in the Authorization header is not quoted.');
      return [decodePart(name), decodePart(quoted[1] ?? '')];
    })
    .filter(([name]) => name !== 'realm');
}

function splitAtFirst(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decodePart(text: string): string {
  try {
    return decode(text);
  } catch {
    throw new OAuth1Problem('parameter_rejected', 'A parameter is not percent-encoded UTF-8.');
  }
}
