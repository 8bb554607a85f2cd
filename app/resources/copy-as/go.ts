import { type CopiedRequest, doubleQuoted, expression, hasBase64, hasVariable, type Value, valuesOf } from './value.ts';

/** Go reads the escapes of JSON. Its source must not contain a byte order mark, even in a text. */
const inQuotes = (text: string): string => doubleQuoted(text).replaceAll('\ufeff', String.raw`\ufeff`);

/** In backticks nothing is interpreted, but carriage returns are dropped (The Go Programming Language Specification). */
const literal = (text: string): string =>
  /["\\]/.test(text) && !/[`\ufeff\p{Cc}]/u.test(text) ? `\`${text}\`` : inQuotes(text);

/** A header is Latin-1 (RFC 9110 §5.5), Go's texts are UTF-8: other bytes are written as such. */
const headerLiteral = (text: string): string =>
  /[\x80-\xff]/.test(text)
    ? inQuotes(text).replace(/[\x80-\xff]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`)
    : literal(text);

const written = (value: Value, literalOf = literal): string =>
  expression(value, {
    literal: literalOf,
    read: (name) => `os.Getenv(${doubleQuoted(name)})`,
    base64: (pair) => `base64.StdEncoding.EncodeToString([]byte(${written(pair)}))`,
    join: ' + ',
  });

/** A program of Go without packages. Go drops `Authorization` and `Cookie` when the service redirects to another host. */
export function go(request: CopiedRequest): string {
  const { method, url, headers, body } = request;
  const imports = [
    ...(hasBase64(request) ? ['encoding/base64'] : []),
    'fmt',
    'io',
    'log',
    'net/http',
    ...(valuesOf(request).some(hasVariable) ? ['os'] : []),
    ...(body === undefined ? [] : ['strings']),
  ];
  const sent = body === undefined ? 'nil' : `strings.NewReader(${written(body)})`;
  return [
    'package main',
    '',
    'import (',
    ...imports.map((name) => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    `\trequest, err := http.NewRequest(${doubleQuoted(method)}, ${written(url)}, ${sent})`,
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    ...headers.map(([name, value]) => `\trequest.Header.Set(${doubleQuoted(name)}, ${written(value, headerLiteral)})`),
    '\tresponse, err := http.DefaultClient.Do(request)',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tdefer response.Body.Close()',
    '\tbody, err := io.ReadAll(response.Body)',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tfmt.Println(string(body))',
    '}',
  ].join('\n');
}
