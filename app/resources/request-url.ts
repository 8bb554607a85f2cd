import type { Connection } from '../shared/connection/connection.ts';
import { fillValues } from '../shared/connection/fill-values.ts';
import { fillKnown, isSoundVariable, variablesIn } from '../shared/connection/template.ts';
import { OAuthError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import { parseUrl } from '../shared/parse-url.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { carriesSecret } from '../shared/resource/validate.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import { connectionValue } from './connection-values.ts';

export interface UrlParts {
  connection: Connection | undefined;
  /** Values that the login brought (`TokenSet.values`). */
  values: Readonly<Record<string, string>> | undefined;
  practiceOrigin: string | undefined;
  /** The resource's own secret values (`secretValues`), from the vault. */
  secretValues?: Readonly<Record<string, string>>;
}

/** URLs without variables, keyed by the saved resource object. */
const fixedUrls = new WeakMap<Resource, URL>();

/**
 * The URL of a resource's GET. Fills in `{name}` from the connection's variables and its login; leaves other braces, as
 * a URL may contain JSON. Throws RequestError `resource.value_missing`, `resource.invalid`, `resource.insecure_url`,
 * `connection.variable_missing`, `connection.variable_invalid`; OAuthError `token.value_unusable`.
 */
export function requestUrl(resource: Resource, parts: UrlParts): URL {
  const fixed = fixedUrls.get(resource);
  if (fixed) return fixed;
  const text = resource.url.trim();
  const url = parseUrl(text.includes('{') ? filled(text, parts) : text);
  if (!url)
    throw new RequestError('resource.invalid', message('fields.resource.urlIncomplete'), {
      details: { field: 'url' },
    });
  // Check the final URL again, with its variables filled in.
  if (carriesSecret(resource) && !isSecureUrl(url))
    throw new RequestError('resource.insecure_url', message('fields.resource.insecure'));
  if (!resource.url.includes('{')) fixedUrls.set(resource, url);
  return url;
}

function filled(text: string, { connection, values = {}, practiceOrigin, secretValues = {} }: UrlParts): string {
  const withSecrets = fillSecrets(text, secretValues);
  const known: Record<string, string> = practiceOrigin === undefined ? {} : { practice: practiceOrigin };
  const told: Record<string, string> = {};
  if (connection === undefined) return fillKnown(withSecrets, known);
  const { id, variables } = connection;
  for (const name of variablesIn(text)) {
    const found = Object.hasOwn(secretValues, name) ? undefined : connectionValue(connection, name, values);
    if (found === undefined) continue;
    // Any other value must not change more than its own place, like a captured value.
    if (found.from === 'user' && isSoundVariable(name, found.value, [text])) known[name] = found.value;
    else told[name] = found.value;
  }
  try {
    return fillValues(fillKnown(withSecrets, known), told);
  } catch (error) {
    const unusable = error instanceof OAuthError ? error.details?.value : undefined;
    if (typeof unusable !== 'string' || !Object.hasOwn(variables, unusable)) throw error;
    throw new RequestError(
      'connection.variable_invalid',
      message('resource.variableUnfit', { variable: `{${unusable}}` }),
      {
        details: { variable: unusable, connectionId: id },
      },
    );
  }
}

/** A secret value may change only its own place, like a captured value. A `{` in it is text and is encoded. */
function fillSecrets(text: string, secretValues: Readonly<Record<string, string>>): string {
  try {
    return fillValues(text, secretValues);
  } catch (error) {
    const unusable = error instanceof OAuthError ? error.details?.value : undefined;
    if (typeof unusable !== 'string') throw error;
    throw new RequestError('resource.invalid', message('fields.value.unfit', { variable: `{${unusable}}` }), {
      details: { field: 'url' },
    });
  }
}
