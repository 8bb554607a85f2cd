import { cmdWords, isForCmd } from './cmd-words.ts';
import { emptyRequest, type PastedRequest, readHeaderLine, withScheme } from './pasted-request.ts';
import { shellWords } from './shell-words.ts';

/** Options with a value that do not change what is requested: time limits, output, certificates, proxies. */
const ignoredWithValue = new Set(
  `--cacert --capath --cert --cert-type --ciphers --connect-timeout --connect-to --cookie-jar --dump-header --interface --key
   --key-type --limit-rate --max-filesize --max-redirs --max-time --noproxy --output --output-dir --pass --pinnedpubkey --proxy
   --proxy-header --proxy-user --range --resolve --retry --retry-delay --retry-max-time --socks5 --socks5-hostname --speed-limit
   --speed-time --stderr --tls-max --trace --trace-ascii --write-out -c -D -E -m -o -r -w -x -U -y -Y -C -z -t -T -K -Q`.split(
    /\s+/,
  ),
);

/** One-letter options that take a value: `-XPOST`, `-H 'A: b'`. */
const shortWithValue = 'AbcCdDeEFhHKmoQrtTuUwxXyYz';

const longOf: Record<string, string> = {
  '-X': '--request',
  '-H': '--header',
  '-d': '--data',
  '-u': '--user',
  '-A': '--user-agent',
  '-e': '--referer',
  '-b': '--cookie',
  '-F': '--form',
  '-G': '--get',
  '-I': '--head',
};

/** Names of options in their long form, with values. */
type Option = [name: string, value: string];

/**
 * Reads a cURL command (its manual, for what the options mean), for a POSIX shell or as Chromium copies it for Windows.
 * `undefined`: the text is not one, or has no URL.
 */
export function readCurl(text: string): PastedRequest | undefined {
  const command = text.trim().replace(/^[$>]\s*/, '');
  if (!/^curl(?:\.exe)?\s/i.test(command)) return undefined;
  const words = isForCmd(command) ? cmdWords(command) : shellWords(command);
  if (words === undefined) return undefined;
  const request = emptyRequest();
  const data: string[] = [];
  let isGet = false;
  for (const [name, value] of optionsOf(words.slice(1))) {
    if (name === '--url') request.url ||= withScheme(value);
    else if (name === '--get') isGet = true;
    else if (name.startsWith('--data') || name === '--json')
      data.push(name === '--data-urlencode' ? encoded(value) : value);
    else read(request, name, value);
    if (name === '--json')
      for (const header of ['Content-Type', 'Accept']) addUnlessThere(request, header, 'application/json');
  }
  if (request.url === '') return undefined;
  const body = data.join('&');
  if (isGet && body !== '') request.url = withQuery(request.url, body);
  else if (data.length > 0) request.body = body;
  request.method ||= request.body === undefined ? 'GET' : 'POST';
  return request;
}

function read(request: PastedRequest, name: string, value: string): void {
  switch (name) {
    case '--request':
      request.method = value.toUpperCase();
      break;
    case '--head':
      request.method = 'HEAD';
      break;
    case '--header': {
      // `Name;` sends an empty header, `Name:` removes one that curl adds itself.
      const header = readHeaderLine(value);
      if (header !== undefined && header[1] !== '') request.headers.push(header);
      break;
    }
    case '--user': {
      const [username = '', ...password] = value.split(':');
      request.basic = { username, password: password.join(':') };
      break;
    }
    case '--user-agent':
      request.headers.push(['User-Agent', value]);
      break;
    case '--referer':
      request.headers.push(['Referer', value.replace(/;auto$/, '')]);
      break;
    case '--cookie':
      // Without `=` the value names a file.
      if (value.includes('=')) request.headers.push(['Cookie', value]);
      else request.unknown.push(name);
      break;
    case '--oauth2-bearer':
      request.headers.push(['Authorization', `Bearer ${value}`]);
      break;
    case '--form':
    case '--form-string':
    case '--aws-sigv4':
    case '--upload-file':
    case '--next':
      if (!request.unknown.includes(name)) request.unknown.push(name);
      break;
  }
}

function* optionsOf(words: readonly string[]): Generator<Option> {
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') yield ['--url', word];
    else if (word.startsWith('--')) {
      const [name = '', ...inline] = word.split('=');
      if (inline.length > 0) yield [name, inline.join('=')];
      else yield [word, takesValue(word) ? (rest.shift() ?? '') : ''];
    } else yield* short(word, rest);
  }
}

/** `-sSXPOST` is `-s -S -X POST`. */
function* short(word: string, rest: string[]): Generator<Option> {
  for (let at = 1; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const option = `-${letter}`;
    const name = longOf[option] ?? option;
    if (!shortWithValue.includes(letter)) {
      yield [name, ''];
      continue;
    }
    const inline = word.slice(at + 1);
    yield [name, inline === '' ? (rest.shift() ?? '') : inline];
    return;
  }
}

const withValue =
  /^--(?:request|header|data(?:-\w+)?|json|user|user-agent|referer|cookie|form|form-string|oauth2-bearer|url|aws-sigv4|upload-file)$/;
const takesValue = (name: string): boolean => withValue.test(name) || ignoredWithValue.has(name);

/** `name=content` encodes only the content, `=content` and `content` all of it. */
function encoded(value: string): string {
  const equals = value.indexOf('=');
  if (equals <= 0) return encodeURIComponent(value.slice(equals + 1));
  return `${value.slice(0, equals)}=${encodeURIComponent(value.slice(equals + 1))}`;
}

function withQuery(url: string, query: string): string {
  const [address = '', ...fragment] = url.split('#');
  const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return fragment.length === 0 ? joined : `${joined}#${fragment.join('#')}`;
}

function addUnlessThere({ headers }: PastedRequest, name: string, value: string): void {
  if (!headers.some(([other]) => other.toLowerCase() === name.toLowerCase())) headers.push([name, value]);
}
