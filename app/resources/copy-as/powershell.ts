import { type CopiedRequest, expression, headerOf, type Value } from './value.ts';

/**
 * A text in single quotes, where PowerShell interprets only the quote itself, and takes typographic ones for it
 * (about_Quoting_Rules). Control characters are joined to it, because a line break may change on its way.
 */
function literal(text: string): string {
  const parts = text.split(/(\p{Cc})/u).filter((part) => part !== '');
  if (parts.length === 0) return "''";
  return parts
    .map((part) =>
      /\p{Cc}/u.test(part) ? `[char]${part.charCodeAt(0)}` : `'${part.replace(/['\u2018-\u201b]/g, '$&$&')}'`,
    )
    .join(' + ');
}

const written = (value: Value): string =>
  expression(value, {
    literal,
    read: (name) => `$env:${name}`,
    base64: (pair) => `[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(${asText(written(pair))}))`,
    join: ' + ',
  });

/** An argument of a command: an expression of several parts needs brackets. */
function argument(value: Value): string {
  const text = written(value);
  return /^'(?:[^']|'')*'$/.test(text) ? text : `(${asText(text)})`;
}

/** A sum that starts with a character would add numbers: it starts with a text. */
const asText = (text: string): string => (text.startsWith('[char]') ? `'' + ${text}` : text);

/** For Windows PowerShell 5.1 and PowerShell 7. */
export function powershell(request: CopiedRequest): string {
  const { method, url, headers, body } = request;
  // Windows PowerShell takes these two only by their own parameters.
  const contentType = headerOf(request, 'content-type');
  const userAgent = headerOf(request, 'user-agent');
  const rest = headers.filter(([name]) => !['content-type', 'user-agent'].includes(name.toLowerCase()));
  const options = [
    `-Uri ${argument(url)}`,
    `-Method ${method === 'GET' ? 'Get' : 'Post'}`,
    ...(rest.length === 0 ? [] : ['-Headers $headers']),
    ...(userAgent === undefined ? [] : [`-UserAgent ${argument(userAgent)}`]),
    ...(contentType === undefined ? [] : [`-ContentType ${argument(contentType)}`]),
    ...(body === undefined ? [] : ['-Body $body']),
  ];
  return [
    ...(rest.length === 0
      ? []
      : ['$headers = @{', ...rest.map(([name, value]) => `    ${literal(name)} = ${asText(written(value))}`), '}']),
    // As bytes: a text would go out in Latin-1.
    ...(body === undefined ? [] : [`$body = [Text.Encoding]::UTF8.GetBytes(${asText(written(body))})`]),
    `Invoke-RestMethod ${options.join(' ')}`,
  ].join('\n');
}
