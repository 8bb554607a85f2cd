import { RequestError } from '../errors.ts';
import { placeholder } from './fill-values.ts';

/** Names in the text, in order, each once. */
export const variablesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? '')),
];

/**
 * What a variable may hold: a host name or a path of one, so that a value cannot turn the URL into another one
 * (`@`, `?`, `#`, `\` and `..` would).
 */
const isPlain = (value: string): boolean =>
  /^[\p{L}\p{N}._~:/-]+$/u.test(value) && !value.includes('..') && !value.includes('//');

/** Plain, and without a slash or port in `{name}.example.com`: those would end the host before the rest of it. */
export const isSoundVariable = (name: string, value: string, texts: readonly string[]): boolean =>
  isPlain(value) && !(/[/:]/.test(value) && texts.some((text) => new RegExp(`\\{${name}\\}[\\w.-]`).test(text)));

/**
 * Fills in the variables. Throws RequestError `connection.variable_missing` and `connection.variable_invalid`, with
 * `details.variable`. `trusted` are the app's own (`practice`: an origin), taken as they are.
 */
export function fillTemplate(
  text: string,
  variables: Readonly<Record<string, string>>,
  trusted: Readonly<Record<string, string>> = {},
): string {
  return text.replaceAll(placeholder, (_whole, name: string) => {
    const own = Object.hasOwn(trusted, name) ? trusted[name] : undefined;
    if (own !== undefined) return own;
    const value = (Object.hasOwn(variables, name) ? variables[name] : undefined)?.trim();
    if (value === undefined || value === '')
      throw new RequestError('connection.variable_missing', `The value for {${name}} is missing. Fill it in.`, {
        details: { variable: name },
      });
    if (!isSoundVariable(name, value, [text]))
      throw new RequestError(
        'connection.variable_invalid',
        `The value for {${name}} may contain only letters, digits, dots and hyphens, and slashes within a path.`,
        { details: { variable: name } },
      );
    return value;
  });
}

/** Fills in what is known and leaves other braces alone: a resource's URL may hold JSON. */
export const fillKnown = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
