import { isCredentialParameter } from '../detect-credentials.ts';
import { type Message, message } from '../messages/message.ts';
import { isDate, readDate } from './dates/grammar.ts';
import { datesProblem } from './dates/problems.ts';
import { withoutDates, writeSegments } from './dates/templates.ts';
import type { Resource } from './resource.ts';

type Body = Resource['body'];
type WithBody = Pick<Resource, 'method' | 'body'>;

/** How a body is written and sent. A type without a line does not compile. */
const types: Record<Body['type'], { contentType: string }> = {
  json: { contentType: 'application/json' },
  // WHATWG URL §5.2.
  form: { contentType: 'application/x-www-form-urlencoded' },
  // GraphQL over HTTP §5.4.
  graphql: { contentType: 'application/json' },
};

export const contentTypeOf = ({ type }: Body): string => types[type].contentType;

/** The parts of a body that may hold `{name}`. The braces of a GraphQL query are its own. */
const openParts = ({ type, text, variables }: Body): string => (type === 'graphql' ? variables : text);

/** Whether `{name}` occurs in the body that is sent. */
export const bodyUses = ({ method, body }: WithBody, name: string): boolean =>
  method === 'POST' && withoutDates(openParts(body)).includes(`{${name}}`);

/** `name=value`, one in each line. A line without `=` is a name with an empty value. */
export function readFormLines(text: string): [name: string, value: string][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const equals = line.indexOf('=');
      return equals === -1 ? [line.trim(), ''] : [line.slice(0, equals).trim(), line.slice(equals + 1)];
    });
}

/**
 * The body as sent: byte for byte as typed, except that a value replaces `{name}`, and `writeDate` writes each relative
 * date from the text between its braces. Both are escaped in JSON and encoded in a form. `form`: the form's fields, which
 * OAuth1 signs. The body must be valid (`bodyProblem`).
 */
export function bodyAsSent(
  body: Body,
  values: Readonly<Record<string, string>>,
  writeDate: (inner: string) => string,
): { text: string; form?: [name: string, value: string][] } {
  const fill = (text: string, written: (value: string) => string): string =>
    writeSegments(text, {
      text: (raw) =>
        Object.entries(values).reduce(
          (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => written(value)),
          raw,
        ),
      date: (inner) => written(writeDate(inner)),
      braces: '{{',
    });
  const fillDates = (text: string): string =>
    writeSegments(text, { text: (raw) => raw, date: writeDate, braces: '{{' });
  const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
  switch (body.type) {
    case 'json':
      return { text: fill(body.text, inJson) };
    case 'form': {
      const form = readFormLines(body.text).map(([name, value]): [string, string] => [
        fillDates(name),
        fill(value, String),
      ]);
      return { text: new URLSearchParams(form).toString(), form };
    }
    case 'graphql': {
      const variables = body.variables.trim() === '' ? '' : `,"variables":${fill(body.variables, inJson)}`;
      return { text: `{"query":${JSON.stringify(body.text)}${variables}}` };
    }
  }
}

export interface BodyProblem {
  field: 'body' | 'body.variables';
  message: Message;
}

/** What keeps a body from being sent. */
export function bodyProblem({ method, body }: WithBody): BodyProblem | undefined {
  if (method !== 'POST') return undefined;
  const isEmpty = body.text.trim() === '';
  const wrongDate = datesProblem(openParts(body));
  if (wrongDate !== undefined && !(body.type === 'graphql' && isEmpty))
    return { field: body.type === 'graphql' ? 'body.variables' : 'body', message: wrongDate };
  switch (body.type) {
    case 'json':
      return isEmpty ? undefined : jsonProblem(body.text);
    case 'form':
      return undefined;
    case 'graphql':
      if (isEmpty) return { field: 'body', message: message('fields.body.query') };
      return body.variables.trim() === '' || isJsonObject(body.variables)
        ? undefined
        : { field: 'body.variables', message: message('fields.body.variables') };
  }
}

function jsonProblem(text: string): BodyProblem | undefined {
  try {
    JSON.parse(withNumbers(text));
    return undefined;
  } catch (error) {
    const [, line] = /line (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    return {
      field: 'body',
      message:
        line === undefined ? message('fields.body.json') : message('fields.body.jsonLine', { line: Number(line) }),
    };
  }
}

/** Dates that are written as a number of JSON. */
const numeric = /^(?:unix|unixms|y{4}(?:MM(?:dd(?:HH(?:mm(?:ss(?:SSS)?)?)?)?)?)?)$/;

/** The JSON as it will be parsed: a date outside of a text stands for a number, such as `{{now:unix}}`. */
const withNumbers = (json: string): string =>
  json.replace(/"(?:[^"\\]|\\.)*"|\{\{([^{}]*)\}\}/g, (whole, inner: string | undefined) => {
    const read = inner === undefined ? undefined : readDate(inner);
    return read !== undefined && isDate(read) && numeric.test(read.format) ? '0' : whole;
  });

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(withNumbers(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A credential in the body: the name of its field, and its value. */
export interface BodyCredential {
  place: 'body';
  name: string;
  value: string;
}

/** The credentials of a body that would be stored in clear. Also in one that is not sent now. */
export function credentialsInBody(body: Body): BodyCredential[] {
  const found = body.type === 'form' ? readFormLines(body.text) : fieldsOfJson(openParts(body));
  return found
    .filter(([name, value]) => isCredentialParameter(name, value))
    .map(([name, value]) => ({ place: 'body', name, value }));
}

/** The fields of a JSON text whose value is a text, at any depth. None if it is not valid yet. */
function fieldsOfJson(text: string): [name: string, value: string][] {
  const found: [string, string][] = [];
  try {
    JSON.parse(withNumbers(text), (name, value: unknown) => {
      if (typeof value === 'string') found.push([name, value]);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}

/** The body with a credential replaced by `{placeholder}`. */
export function bodyWithout(body: Body, { value }: BodyCredential, placeholder: string): Body {
  const mark = `{${placeholder}}`;
  if (body.type === 'form') return { ...body, text: body.text.replaceAll(`=${value}`, () => `=${mark}`) };
  const part = body.type === 'graphql' ? 'variables' : 'text';
  return { ...body, [part]: replaceJsonText(body[part], value, mark) };
}

/** Replaces a text value, however its characters are escaped. */
const replaceJsonText = (json: string, value: string, by: string): string =>
  json.replace(/"(?:[^"\\]|\\.)*"/g, (written) => (JSON.parse(written) === value ? JSON.stringify(by) : written));
