import { joinTypedUrl, splitTypedUrl } from '../../shared/detect-credentials.ts';
import { RequestError } from '../../shared/errors.ts';
import { readToken, splitPointer } from '../../shared/json-pointer.ts';
import { message } from '../../shared/messages/message.ts';
import { readFormLines } from '../../shared/resource/body.ts';
import type { Resource } from '../../shared/resource/resource.ts';
import { valueStart } from '../preview/json/children.ts';
import { JsonDocument } from '../preview/json/document.ts';
import { JsonScanner } from '../preview/json/scanner.ts';
import { kindAt, skipValue } from '../preview/json/walk.ts';
import { LineIndex } from '../preview/lines.ts';

type Place = { in: 'query' | 'form'; name: string } | { in: 'text' | 'variables'; pointer: string };

/** Where a parameter of the pages is, as its name or pointer says (`pagesSchema`). */
function placeOf(parameter: string, { method, body }: Resource): Place {
  if (method === 'GET') return { in: 'query', name: parameter };
  const isPointer = parameter.startsWith('/');
  if (body.type === 'graphql') return { in: 'variables', pointer: isPointer ? parameter : `/${parameter}` };
  if (isPointer) return { in: 'text', pointer: parameter };
  return { in: body.type === 'form' ? 'form' : 'query', name: parameter };
}

/** The text or number that the resource itself gives a parameter. `undefined`: none, or a template. */
export function readParameter(resource: Resource, parameter: string): string | undefined {
  const place = placeOf(parameter, resource);
  switch (place.in) {
    case 'query':
      return new URLSearchParams(splitTypedUrl(resource.url).query).get(place.name) ?? undefined;
    case 'form':
      return readFormLines(resource.body.text).find(([name]) => name === place.name)?.[1];
    default: {
      const document = parsed(resource.body[place.in]);
      const at = document?.resolve(place.pointer);
      if (document === undefined || typeof at !== 'number' || at === -1) return undefined;
      const source = document.bytes.toString('utf8', at, skipValue(document.bytes, at));
      return kindAt(document.bytes, at) === 'string' ? String(JSON.parse(source)) : source;
    }
  }
}

/**
 * The resource with another value of a parameter, everything else as typed. `source`: JSON of a text, number or
 * boolean. Throws RequestError `resource.invalid` if the body has no place for the parameter.
 */
export function withParameter(resource: Resource, parameter: string, source: string): Resource {
  const place = placeOf(parameter, resource);
  const { body } = resource;
  switch (place.in) {
    case 'query':
      return { ...resource, url: setInQuery(resource.url, place.name, textOf(source)) };
    case 'form':
      return { ...resource, body: { ...body, text: setInForm(body.text, place.name, textOf(source)) } };
    default:
      return { ...resource, body: { ...body, [place.in]: setInJson(body[place.in], place.pointer, source) } };
  }
}

/** The text of a JSON scalar; digits as written. */
export const textOf = (source: string): string => (source.startsWith('"') ? String(JSON.parse(source)) : source);

/** Encoding also keeps braces of a value from being read as a variable. */
function setInQuery(url: string, name: string, value: string): string {
  const parts = splitTypedUrl(url);
  const pairs = parts.query ? parts.query.split('&') : [];
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return joinTypedUrl({ ...parts, query: replaced(pairs, name, pair).join('&') });
}

/** In the place of the first pair with the name, or at the end. */
function replaced(pairs: readonly string[], name: string, pair: string): string[] {
  const isNamed = (each: string): boolean => new URLSearchParams(each).has(name);
  const first = pairs.findIndex(isNamed);
  if (first === -1) return [...pairs, pair];
  return pairs.flatMap((each, index) => (index === first ? [pair] : isNamed(each) ? [] : [each]));
}

function setInForm(text: string, name: string, value: string): string {
  if (/[\r\n]/.test(value)) throw unfit();
  const lines = text.split(/\r?\n/).filter((line) => readFormLines(line)[0]?.[0] !== name);
  return [...lines.filter((line, index) => line !== '' || index < lines.length - 1), `${name}=${value}`].join('\n');
}

/** Changes the value in the text, so that digits and spaces of everything else stay as typed. */
function setInJson(text: string, pointer: string, source: string): string {
  // A brace in a value of the service must not be read as a variable.
  const value = source.replaceAll('{', '\\u007b');
  const document = parsed(text);
  if (document === undefined) throw unfit();
  const { bytes } = document;
  const at = document.resolve(pointer);
  if (typeof at === 'number' && at !== -1) return splice(bytes, at, skipValue(bytes, at), value);
  const tokens = splitPointer(pointer) ?? [];
  for (let known = tokens.length - 1; known >= 0; known--) {
    const parent = document.resolve(
      tokens
        .slice(0, known)
        .map((token) => `/${token}`)
        .join(''),
    );
    if (typeof parent !== 'number' || parent === -1) continue;
    const members = document.children(parent);
    if (members?.kind !== 'object') break;
    const [name = '', ...below] = tokens.slice(known).map(readToken);
    const nested = below.reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, value);
    const member = `${JSON.stringify(name)}:${nested}`;
    const last = members.offsets.length - 1;
    if (last === -1) return splice(bytes, parent + 1, parent + 1, member);
    const end = skipValue(bytes, valueStart(bytes, members, last));
    return splice(bytes, end, end, `,${member}`);
  }
  throw unfit();
}

const splice = (bytes: Buffer, from: number, to: number, text: string): string =>
  `${bytes.toString('utf8', 0, from)}${text}${bytes.toString('utf8', to)}`;

/** The user's own text. `undefined`: it is JSON only with its values filled in, such as `{"at":{{now:unix}}}`. */
function parsed(text: string): JsonDocument | undefined {
  const bytes = Buffer.from(text.trim() === '' ? '{}' : text);
  const scanner = new JsonScanner(new LineIndex(), 0);
  scanner.end(bytes, bytes.length);
  if (scanner.fault !== undefined) return undefined;
  return new JsonDocument(bytes, scanner.structure);
}

const unfit = (): RequestError =>
  new RequestError('resource.invalid', message('pages.parameterUnfit'), { details: { field: 'pages.parameter' } });
