import { placeholder, valueInUrl } from '../connection/fill-values.ts';
import { isSoundVariable } from '../connection/template.ts';
import { parseUrl } from '../parse-url.ts';
import { fillDates, fillUrlDates } from './dates/fill.ts';
import type { Resource } from './resource.ts';
import { type Connected, isOfConnection, ownVariables } from './variables.ts';

/** Stands for a secret on the screen. */
const mask = '••••••';
/** Stands for the mask while the URL is parsed, which would encode it. */
const standIn = 'secretvalue0mask';

/**
 * The URL that a run would send now, to show before it is sent: without its secrets, and with the names of values that
 * only a login brings. `at`: epoch ms. Throws RequestError `resource.invalid`.
 */
export function resolvedUrl(resource: Resource, connection: Connected | undefined, at: number): string {
  const clock = { at, timeZone: resource.timeZone };
  const url = fillUrlDates(resource.url.trim(), clock);
  const own = new Map(ownVariables(resource, connection).map(({ name, value }) => [name, value]));
  const filled = url.replaceAll(placeholder, (whole: string, name: string, offset: number) => {
    if (resource.secretValues.includes(name)) return standIn;
    const shared = isOfConnection(connection, name) ? connection?.variables[name]?.trim() : undefined;
    if (shared !== undefined && isSoundVariable(name, shared, [url])) return shared;
    const written = shared ?? fillDates(own.get(name) ?? '', clock);
    if (written === '') return whole;
    return valueInUrl(written, url.slice(0, offset), url.slice(offset + whole.length)) ?? whole;
  });
  // A parser encodes braces in paths, and refuses them in hosts.
  const isWhole = filled.match(placeholder) === null;
  return ((isWhole ? parseUrl(filled)?.href : undefined) ?? filled).replaceAll(standIn, mask);
}
