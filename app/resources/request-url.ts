import type { Connection } from '../shared/connection/connection.ts';
import { fillValues } from '../shared/connection/fill-values.ts';
import { fillKnown, isSoundVariable, variablesIn } from '../shared/connection/template.ts';
import { OAuthError, RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { parseUrl } from '../shared/parse-url.ts';
import type { DateClock } from '../shared/resource/dates/evaluate.ts';
import { fillDates, fillUrlDates } from '../shared/resource/dates/fill.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { carriesSecret } from '../shared/resource/validate.ts';
import { ownVariables } from '../shared/resource/variables.ts';
import { isSecureUrl } from '../shared/secure-url.ts';
import { connectionValue } from './connection-values.ts';

export interface UrlParts {
  connection: Connection | undefined;
  /** Values that the login brought (`TokenSet.values`). */
  values: Readonly<Record<string, string>> | undefined;
  practiceOrigin: string | undefined;
  /** The resource's own secret values (`secretValues`), from the vault. */
  secretValues?: Readonly<Record<string, string>>;
  /** The clock of relative dates, epoch ms: one reading for a whole run. */
  at: number;
}

/** URLs without variables, keyed by the saved resource object. */
const fixedUrls = new WeakMap<Resource, URL>();

/**
 * The URL of a resource's GET. Fills in relative dates, and `{name}` from the vault, the connection's variables, its
 * login and the resource's own; leaves other braces, as a URL may contain JSON. Throws RequestError
 * `resource.value_missing`, `resource.invalid`, `resource.insecure_url`, `connection.variable_missing`,
 * `connection.variable_invalid`; OAuthError `token.value_unusable`.
 */
export function requestUrl(resource: Resource, parts: UrlParts): URL {
  const fixed = fixedUrls.get(resource);
  if (fixed) return fixed;
  const text = resource.url.trim();
  const url = parseUrl(text.includes('{') ? filled(resource, parts) : text);
  if (!url) throw invalid('url', message('fields.resource.urlIncomplete'));
  // Check the final URL again, with its variables filled in.
  if (carriesSecret(resource) && !isSecureUrl(url))
    throw new RequestError('resource.insecure_url', message('fields.resource.insecure'));
  if (!resource.url.includes('{')) fixedUrls.set(resource, url);
  return url;
}

function filled(resource: Resource, parts: UrlParts): string {
  const { connection, values = {}, practiceOrigin, secretValues = {}, at } = parts;
  const clock = { at, timeZone: resource.timeZone };
  const text = fillUrlDates(resource.url.trim(), clock);
  const withSecrets = fillOwn(fillSecrets(text, secretValues), resource, connection, clock);
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

/** The resource's own values. One that is surely missing is not sent as its name. */
function fillOwn(text: string, resource: Resource, connection: Connection | undefined, clock: DateClock): string {
  const own: Record<string, string> = {};
  for (const { name, value, isSure } of ownVariables(resource, connection)) {
    if (value !== '') own[name] = fillDates(value, clock);
    else if (isSure) throw invalid(`variables.${name}`, message('fields.variable.missing', { variable: `{${name}}` }));
  }
  return fillOr(text, own, (name) =>
    invalid(`variables.${name}`, message('fields.value.place', { variable: `{${name}}` })),
  );
}

const invalid = (field: string, what: Message): RequestError =>
  new RequestError('resource.invalid', what, { details: { field } });

/** A secret value may change only its own place, like a captured value. A `{` in it is text and is encoded. */
const fillSecrets = (text: string, secretValues: Readonly<Record<string, string>>): string =>
  fillOr(text, secretValues, (name) => invalid('url', message('fields.value.unfit', { variable: `{${name}}` })));

/** Throws `unfit` with the name of a value that would change more than its own place. */
function fillOr(text: string, values: Readonly<Record<string, string>>, unfit: (name: string) => RequestError): string {
  try {
    return fillValues(text, values);
  } catch (error) {
    const name = error instanceof OAuthError ? error.details?.value : undefined;
    throw typeof name === 'string' ? unfit(name) : error;
  }
}
