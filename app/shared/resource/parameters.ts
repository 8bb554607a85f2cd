import { joinTypedUrl, splitTypedUrl } from '../detect-credentials.ts';
import type { Resource } from './resource.ts';

// The query of a URL as a table. The URL stays the one truth: a change of one parameter leaves the bytes of all others.

/** `text`: as typed in the URL, `name=value`. */
export interface Parameter {
  text: string;
  /** Otherwise it is kept in `offParameters`, and not sent. */
  isOn: boolean;
}

type WithParameters = Pick<Resource, 'url' | 'offParameters'>;

/** All parameters in their order. An empty text stands for nothing between two `&`, or after `?`. */
export function readParameters({ url, offParameters }: WithParameters): Parameter[] {
  const { query } = splitTypedUrl(url);
  const parameters = query?.split('&').map((text) => ({ text, isOn: true })) ?? [];
  for (const { at, text } of [...offParameters].sort((one, other) => one.at - other.at))
    parameters.splice(at, 0, { text, isOn: false });
  return parameters;
}

/** The resource's URL with these parameters. */
export function writeParameters(url: string, parameters: readonly Parameter[]): WithParameters {
  const parts = splitTypedUrl(url);
  const on = parameters.filter(({ isOn }) => isOn).map(({ text }) => text);
  return {
    url: joinTypedUrl({ ...parts, query: on.length === 0 ? undefined : on.join('&') }),
    offParameters: parameters.flatMap(({ text, isOn }, at) => (isOn ? [] : [{ at, text }])),
  };
}

/** The name and the value of a parameter as the table shows them: decoded, with `{name}` and `{{…}}` as typed. */
export function shownParameter(text: string): { name: string; value: string } {
  const [name, value] = halves(text);
  return { name: decoded(name), value: decoded(value ?? '') };
}

/** The parameter with another name, as typed in the table. Its value keeps its bytes. */
export function withName(text: string, name: string): string {
  const [, value] = halves(text);
  return encoded(name) + (value === undefined ? '' : `=${value}`);
}

/** The parameter with another value, as typed in the table. Its name keeps its bytes. */
export function withValue(text: string, typed: string): string {
  const [name, value] = halves(text);
  return value === undefined && typed === '' ? text : `${name}=${encoded(typed)}`;
}

/** The parameters in a pasted query (`a=1&b=2`) or in lines (`a=1`, `a: 1`, or two cells). `undefined`: other text. */
export function pastedParameters(pasted: string): string[] | undefined {
  const text = pasted.trim().replace(/^\?/, '');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length > 1 || text.includes('\t')) {
    const pairs = lines.map((line) => /^\s*([^=:\t]+?)\s*[=:\t]\s*(.*?)\s*$/.exec(line));
    return pairs.every((pair) => pair !== null)
      ? pairs.map(([, name = '', value = '']) => withValue(withName('', name), value))
      : undefined;
  }
  // A query that was copied is encoded already.
  return /^[^\s=&]+=[^\s]*$/.test(text) ? text.split('&').filter((pair) => pair !== '') : undefined;
}

/** The text before and after the first `=`. */
function halves(text: string): [name: string, value: string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** Dates, the start of an unfinished one, and names. */
const placeholders = /\{\{.*?\}\}|\{\{|\{[a-zA-Z]\w*\}/g;
/** What stays as typed, in a text that is split by it. */
const kept = /(\{\{.*?\}\}|\{\{|\{[a-zA-Z]\w*\}|%[0-9a-fA-F]{2})/;
/** Neither a query nor a form needs these encoded (RFC 3986 §3.4, WHATWG URL §5). */
const harmless = /%(?:3A|2F|2C|40|24)/g;

/** A typed text as it is written in the URL. What is encoded already stays: pasted values often are. */
const encoded = (typed: string): string =>
  typed
    .toWellFormed()
    .split(kept)
    .map((part, index) =>
      index % 2 === 1 ? part : encodeURIComponent(part).replace(harmless, (found) => decodeURIComponent(found)),
    )
    .join('');

/** The most readable text that is written as the same value. */
function decoded(raw: string): string {
  const readable = [decodeEscapes(raw, /(?!)/), decodeEscapes(raw, /[{}%]/), raw.replaceAll('+', ' ')];
  return readable.find((text) => isSame(encoded(text), raw)) ?? raw;
}

/** Decodes UTF-8, but for what decodes to one of `except`. What is not UTF-8 stays. */
const decodeEscapes = (raw: string, except: RegExp): string =>
  raw
    .split(/(\{\{.*?\}\})/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeRun(run, except)),
    )
    .join('');

function decodeRun(run: string, except: RegExp): string {
  try {
    return Array.from(decodeURIComponent(run), (letter) =>
      except.test(letter) ? encodeURIComponent(letter) : letter,
    ).join('');
  } catch {
    return run;
  }
}

/** Whether two written texts are the same to a service, and have the same placeholders. */
const isSame = (one: string, other: string): boolean =>
  meaning(one) === meaning(other) &&
  JSON.stringify(one.match(placeholders)) === JSON.stringify(other.match(placeholders));

const meaning = (written: string): string | null => new URLSearchParams(`a=${written}`).get('a');
