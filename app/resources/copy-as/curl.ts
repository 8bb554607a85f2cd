import { type CopiedRequest, hasVariable, type Part, type Value } from './value.ts';

/**
 * A command for a POSIX shell. It follows no redirects, so that a token stays with its host. Bytes of a header beyond
 * ASCII are written as `$'\xe9'` (bash, zsh): in the shell's UTF-8 they would be other bytes.
 */
export function curl({ method, url, headers, body }: CopiedRequest): string {
  const isUnpacked = headers.some(([name]) => name.toLowerCase() === 'accept-encoding');
  return [
    // `--globoff`, `--path-as-is`: the URL goes out as it is.
    `curl --globoff --path-as-is${method === 'GET' ? '' : ` --request ${method}`} ${word(url)}`,
    // Without this option curl would print a compressed response.
    ...(isUnpacked ? ['--compressed'] : []),
    // `Name;` is curl's syntax for an empty header.
    ...headers.map(([name, value]) => {
      const user = value.find((part) => typeof part !== 'string' && 'base64' in part);
      if (user !== undefined && typeof user !== 'string' && 'base64' in user) return `--user ${word(user.base64)}`;
      return isEmpty(value) ? `--header ${word([`${name};`])}` : `--header ${headerWord([`${name}: `, ...value])}`;
    }),
    ...(body === undefined ? [] : [`--data-raw ${word(body)}`]),
  ].join(' \\\n  ');
}

const isEmpty = (value: Value): boolean => !hasVariable(value) && value.join('') === '';

/** In single quotes, a POSIX shell interprets only the quote itself. */
const single = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function writtenAs(value: Value, literal: (text: string) => string): string {
  const written = mergeTexts(value).map((part) => {
    if (typeof part === 'string') return literal(part);
    return 'variable' in part ? `"$${part.variable}"` : '';
  });
  return written.join('') || "''";
}

const word = (value: Value): string => writtenAs(value, single);

/** A header is Latin-1 (RFC 9110 §5.5), and its bytes must not depend on the encoding of the terminal. */
const headerWord = (value: Value): string =>
  writtenAs(value, (text) =>
    /[\x80-\xff]/.test(text)
      ? `$'${text.replace(/[\\'\x80-\xff]/g, (letter) =>
          letter === '\\' || letter === "'" ? `\\${letter}` : `\\x${letter.charCodeAt(0).toString(16)}`,
        )}'`
      : single(text),
  );

/** Neighbouring texts become one, so that a word has as few quotes as possible. */
function mergeTexts(value: Value): Value {
  const merged: Part[] = [];
  for (const part of value) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  return merged;
}
