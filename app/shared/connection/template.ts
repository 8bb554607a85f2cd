import { RequestError } from '../errors.ts';
import { message } from '../messages/message.ts';
import { placeholder } from './fill-values.ts';

/** The names in the text, in order, without duplicates. */
export const variablesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? '')),
];

/**
 * A variable may hold a host name or part of a path. Other characters (`@`, `?`, `#`, `\`, `..`) could turn the URL
 * into another one.
 */
const isPlain = (value: string): boolean =>
  /^[\p{L}\p{N}._~:/-]+$/u.test(value) && !value.includes('..') && !value.includes('//');

/** Plain, and in `{name}.example.com` without a slash or port: those would end the host early. */
export const isSoundVariable = (name: string, value: string, texts: readonly string[]): boolean =>
  isPlain(value) && !(/[/:]/.test(value) && texts.some((text) => new RegExp(`\\{${name}\\}[\\w.-]`).test(text)));

/**
 * Fills in the variables. Throws RequestError `connection.variable_missing` and `connection.variable_invalid`, with
 * `details.variable`. `trusted`: the app's own values (`practice`: an origin), which are not checked.
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
      throw new RequestError(
        'connection.variable_missing',
        message('fields.variable.missing', { variable: `{${name}}` }),
        {
          details: { variable: name },
        },
      );
    if (!isSoundVariable(name, value, [text]))
      throw new RequestError(
        'connection.variable_invalid',
        message('fields.variable.characters', { variable: `{${name}}` }),
        {
          details: { variable: name },
        },
      );
    return value;
  });
}

/** Fills in known names and leaves other braces alone: a resource's URL may contain JSON. */
export const fillKnown = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
