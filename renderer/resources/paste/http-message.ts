import { emptyRequest, type PastedRequest, readHeaderLine, withScheme } from './pasted-request.ts';

const requestLine = /^\s*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(\S+)(?:[ \t]+HTTP\/[\d.]+)?[ \t]*$/;

/**
 * Reads an HTTP request message (RFC 9112 §2.1, §3.2), and what `.http` files of editors hold: a method with a whole URL.
 * `undefined`: the text is not one, or its host is missing.
 */
export function readHttpMessage(text: string): PastedRequest | undefined {
  const [head = '', ...rest] = text
    .replaceAll('\r\n', '\n')
    .trimStart()
    .split(/\n[ \t]*\n/);
  const [first = '', ...lines] = head.split('\n');
  const [, method, target] = requestLine.exec(first) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const request: PastedRequest = { ...emptyRequest(), method };
  for (const line of lines) {
    const header = readHeaderLine(line);
    if (header === undefined) return undefined;
    request.headers.push(header);
  }
  const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  // §3.2.1: the target of a server is a path, and `Host` names it.
  if (target.startsWith('/') && host === undefined) return undefined;
  request.url = withScheme(target.startsWith('/') ? `${host}${target}` : target);
  const body = rest.join('\n\n').trim();
  if (body !== '') request.body = body;
  return request;
}
