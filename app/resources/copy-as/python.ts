import {
  type CopiedRequest,
  doubleQuoted,
  expression,
  hasBase64,
  hasVariable,
  quoted,
  type Value,
  valuesOf,
} from './value.ts';

const written = (value: Value): string =>
  expression(value, {
    literal: quoted,
    read: (name) => `os.environ[${doubleQuoted(name)}]`,
    base64: (pair) => `base64.b64encode((${written(pair)}).encode()).decode()`,
    join: ' + ',
  });

/** Headers that may go to any host. The others are not sent along when the service redirects. */
const harmless = new Set(['accept', 'accept-language', 'accept-encoding', 'user-agent', 'content-type']);

/** Python 3 without packages. `urllib` sends the URL as written, which `requests` does not. */
export function python(request: CopiedRequest): string {
  const { method, url, headers, body } = request;
  return [
    ...(hasBase64(request) ? ['import base64'] : []),
    ...(valuesOf(request).some(hasVariable) ? ['import os'] : []),
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    `    ${written(url)},`,
    `    method=${doubleQuoted(method)},`,
    ...(body === undefined ? [] : [`    data=${bytesOf(body)},`]),
    ')',
    ...headers.map(([name, value]) => {
      const add = harmless.has(name.toLowerCase()) ? 'add_header' : 'add_unredirected_header';
      return `request.${add}(${doubleQuoted(name)}, ${written(value)})`;
    }),
    'with urllib.request.urlopen(request) as response:',
    '    print(response.read().decode("utf-8"))',
  ].join('\n');
}

const bytesOf = (body: Value): string =>
  body.filter((part) => part !== '').length > 1 ? `(${written(body)}).encode()` : `${written(body)}.encode()`;
