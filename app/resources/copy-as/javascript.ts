import { type CopiedRequest, doubleQuoted, expression, quoted, type Value } from './value.ts';

const written = (value: Value): string =>
  expression(value, {
    literal: quoted,
    read: (name) => `process.env.${name}`,
    base64: (pair) => `Buffer.from(${written(pair)}).toString("base64")`,
    join: ' + ',
  });

/** A key in an object literal. `__proto__` would set the prototype, in brackets it is a name. */
const key = (name: string): string => (name === '__proto__' ? `[${doubleQuoted(name)}]` : doubleQuoted(name));

/** A module for Node. In a browser, the service must allow the page's origin (CORS). */
export function javascript({ method, url, headers, body }: CopiedRequest): string {
  const options = [
    ...(method === 'GET' ? [] : [`  method: ${doubleQuoted(method)},`]),
    '  headers: {',
    ...headers.map(([name, value]) => `    ${key(name)}: ${written(value)},`),
    '  },',
    ...(body === undefined ? [] : [`  body: ${written(body)},`]),
  ];
  return [
    `const response = await fetch(${written(url)}, {`,
    ...options,
    '});',
    'console.log(await response.text());',
  ].join('\n');
}
