/**
 * A text of a request, in parts. `variable`: an environment variable that stands for a secret. `base64`: the UTF-8 bytes
 * of a value with variables, in Base64 (RFC 7617 §2).
 */
export type Part = string | { variable: string } | { base64: Value };
export type Value = readonly Part[];

/** A request as another program sends it. */
export interface CopiedRequest {
  method: 'GET' | 'POST';
  /** As sent: path and query hold only characters of RFC 3986. */
  url: Value;
  /** Names as the user typed them, otherwise with capitals. Values hold no line breaks. */
  headers: [name: string, value: Value][];
  /** Well-formed Unicode. `undefined`: none. */
  body?: Value | undefined;
}

export const variablesOf = (value: Value): string[] =>
  value.flatMap((part) => {
    if (typeof part === 'string') return [];
    return 'variable' in part ? [part.variable] : variablesOf(part.base64);
  });

export const hasVariable = (value: Value): boolean => variablesOf(value).length > 0;
/** The parts of a request that may hold variables. */
export const valuesOf = ({ url, headers, body = [] }: CopiedRequest): Value[] => [
  url,
  ...headers.map(([, value]) => value),
  body,
];
export const hasBase64 = (request: CopiedRequest): boolean =>
  valuesOf(request).some((value) => value.some((part) => typeof part !== 'string' && 'base64' in part));

export const headerOf = ({ headers }: CopiedRequest, name: string): Value | undefined =>
  headers.find(([other]) => other.toLowerCase() === name)?.[1];

/**
 * Writes a value as an expression: texts as literals, variables as what reads them, joined by the language's operator.
 * An empty value is an empty literal.
 */
export function expression(value: Value, language: Language): string {
  const { literal, read, base64, join } = language;
  const parts = value.filter((part) => part !== '');
  if (parts.length === 0) return literal('');
  const written = parts.map((part) => {
    if (typeof part === 'string') return literal(part);
    return 'variable' in part ? read(part.variable) : base64(part.base64);
  });
  return written.join(join);
}

export interface Language {
  literal(text: string): string;
  /** Reads an environment variable. */
  read(variable: string): string;
  /** The Base64 of a value's UTF-8 bytes. */
  base64(value: Value): string;
  /** The operator that joins texts. */
  join: string;
}

/** A text in double quotes with the escapes of JSON, which JavaScript, Python and Go read alike. */
export const doubleQuoted = (text: string): string => JSON.stringify(text);

/** In single quotes if that needs fewer escapes. For JavaScript and Python. */
export function quoted(text: string): string {
  const written = doubleQuoted(text);
  if (!text.includes('"') || text.includes("'")) return written;
  return `'${written.slice(1, -1).replace(/\\./gs, (each) => (each === String.raw`\"` ? '"' : each))}'`;
}
