import { OAuthError } from '../errors.ts';
import { message } from '../messages/message.ts';
import { isSecureUrl } from '../secure-url.ts';

/** `{name}` in a URL or a host. */
export const placeholder = /\{([a-zA-Z][a-zA-Z0-9_]*)\}/g;

/**
 * Fills in values that a service returned (`TokenSet.values`); other names stay. A value can change only its own place:
 * at the start of the text it is a complete https URL (`instance_url`), within the host a part of a name, in a path one
 * segment, in a query one value. Throws OAuthError `token.value_unusable`, with the name in `details.value`.
 */
export function fillValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(placeholder, (whole, name: string, offset: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    const filled = valueInUrl(value, text.slice(0, offset), text.slice(offset + whole.length));
    if (filled === undefined)
      throw new OAuthError('token.value_unusable', message('fields.value.fromLogin', { variable: `{${name}}` }), {
        details: { value: name },
      });
    return filled;
  });
}

/** A value as it is written between two parts of a URL. `undefined`: it would change more than its own place. */
export const valueInUrl = (value: string, before: string, after: string): string | undefined =>
  valueAt(placeOf(before), value, after);

type Place = 'start' | 'host' | 'path' | 'query';

function placeOf(before: string): Place {
  if (before === '') return 'start';
  if (/[?#]/.test(before)) return 'query';
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/|\{\w+\})[^/\\]*[/\\]/i;
  return path.test(before) ? 'path' : 'host';
}

function valueAt(place: Place, value: string, after: string): string | undefined {
  switch (place) {
    case 'start':
      return baseUrl(value, after);
    case 'host':
      return isHostPart(value) ? value : undefined;
    case 'path':
      // URL parsers read segments of dots as parent folders.
      return value === '' || /^\.+$/.test(value) ? undefined : encoded(value);
    case 'query':
      return encoded(value);
  }
}

/** A lone surrogate cannot be encoded. */
const encoded = (value: string): string | undefined => (value.isWellFormed() ? encodeURIComponent(value) : undefined);

/** Whether these are labels of a host name, without characters that would end it (`/`, `:`, `@`, ...). */
export const isHostPart = (value: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(value);

/** A secure URL without userinfo, query and fragment. Drops the final slash if the text continues with one. */
function baseUrl(value: string, after: string): string | undefined {
  const url = secureUrl(value);
  if (url === undefined || url.search !== '' || url.hash !== '' || /[?#]/.test(value)) return undefined;
  // Any other text right after the URL could change its host.
  if (after !== '' && !/^[/?#]/.test(after)) return undefined;
  return after === '' ? url.href : url.href.replace(/\/$/, '');
}

/** The host of a captured value, a complete URL or not: `https://eu1.example.com/x` and `eu1.example.com`. */
export function hostOfValue(value: string): string | undefined {
  const url = secureUrl(value) ?? (isHostPart(value) ? secureUrl(`https://${value}`) : undefined);
  return url?.host;
}

function secureUrl(value: string): URL | undefined {
  try {
    const url = new URL(value);
    // The parsed URL does not show empty userinfo (`https://@host`).
    const hasLogin = /^[a-z]+:[\\/]*[^\\/?#]*@/i.test(value.trim());
    return isSecureUrl(url) && !hasLogin ? url : undefined;
  } catch {
    return undefined;
  }
}
