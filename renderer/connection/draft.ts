import { defaultCallbackUrl } from '../../app/shared/connection/callback-url.ts';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { connectionFromPreset } from '../../app/shared/connection/from-preset.ts';
import { isWithoutLogin, type RequestUrlField } from '../../app/shared/connection/grants/definitions.ts';
import { usedSecretValues } from '../../app/shared/connection/secret-values.ts';
import { bearerPlacement, standardTokenMapping } from '../../app/shared/connection/standard-mapping.ts';
import { urlFields } from '../../app/shared/connection/text-fields.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { completeUrl } from '../common/complete-url.ts';
import { newId } from '../common/new-id.ts';
import { text } from '../messages/text.ts';
import { plainVariables } from './around-variable.ts';

/** The name of a connection that has no better one yet. */
function custom(): string {
  const name = text('connection.preset.custom');
  customNames.add(name);
  return name;
}
/** The names of `custom` so far: the language may have changed since. */
const customNames = new Set<string>();
const isCustom = (name: string): boolean => name === custom() || customNames.has(name);

/** A connection without a preset, with safe defaults. */
export const newConnection = (): Connection => ({
  id: newId(),
  name: custom(),
  presetId: null,
  grant: 'authorization_code',
  issuer: '',
  issuerInCallback: false,
  requestUrl: '',
  authorizationUrl: '',
  accessTokenUrl: '',
  refreshUrl: '',
  revocationUrl: '',
  introspectionUrl: '',
  deviceAuthorizationUrl: '',
  accountUrl: '',
  accountPointer: '',
  callbackUrl: defaultCallbackUrl,
  clientId: '',
  scopes: [],
  scopeSeparator: ' ',
  scopeParameter: 'scope',
  accessType: null,
  clientAuthentication: 'basic',
  tokenRequestFormat: 'form',
  pkce: 'S256',
  responseMode: 'default',
  window: 'popup',
  session: 'kept',
  extraAuthorizationParameters: {},
  extraTokenParameters: {},
  extraRefreshParameters: {},
  tokenMapping: standardTokenMapping,
  capturedValues: {},
  tokenPlacement: bearerPlacement,
  apiHeaders: {},
  tokenHeaders: [],
  hosts: [],
  variables: {},
  secretValues: [],
  inTheOpen: [],
  username: '',
  rememberPassword: false,
  tokenSource: 'login',
  signatureMethod: 'HMAC-SHA1',
  realm: '',
});

/**
 * Fills in the facts of a service; keeps the user's own values: ID, client ID, user name, and a name that the user gave.
 * `before`: the draft's previous preset; a name taken from that preset is not the user's.
 */
export function applyPreset(draft: Connection, preset: Preset | null, before: Preset | undefined): Connection {
  const hadGivenName = !isCustom(draft.name) && draft.name !== before?.name;
  const own = {
    clientId: draft.clientId,
    username: draft.username,
    rememberPassword: draft.rememberPassword,
    callbackUrl:
      preset?.callbackUrl ?? (draft.callbackUrl === before?.callbackUrl ? defaultCallbackUrl : draft.callbackUrl),
  };
  // Nothing from another service may remain: Custom starts empty, like a new connection.
  if (preset === null) return { ...newConnection(), ...own, id: draft.id, name: hadGivenName ? draft.name : custom() };
  return { ...connectionFromPreset(preset, draft.id, hadGivenName ? draft.name : preset.name), ...own };
}

/** Whether the preset fills in this URL and the user did not change it: the dialog then hides it. */
export const filledBy = (preset: Preset | undefined, draft: Connection, field: RequestUrlField): boolean =>
  preset !== undefined && preset[field] !== '' && preset[field] === draft[field];

/** The normalized draft: complete URLs, plain values for `{name}`, and a name. Pure. */
export function tidyDraft(draft: Connection): Connection {
  const completed = Object.fromEntries(urlFields.map((field) => [field, completeUrl(draft[field])]));
  // Ignore a row that was never filled in.
  const tokenHeaders = draft.tokenHeaders.filter(
    ({ name, value, secret }) => name.trim() !== '' || value !== '' || secret,
  );
  const secretValues = usedSecretValues(draft);
  return withName({ ...draft, ...completed, tokenHeaders, secretValues, variables: plainVariables(draft) });
}

/** A connection without a name gets the name of its service. */
function withName(draft: Connection): Connection {
  if (draft.name.trim() !== '' && !isCustom(draft.name)) return { ...draft, name: draft.name.trim() };
  try {
    const [host] = draft.hosts;
    return {
      ...draft,
      name: isWithoutLogin(draft) && host !== undefined ? host : new URL(draft.accessTokenUrl).hostname,
    };
  } catch {
    return { ...draft, name: custom() };
  }
}

/** The scopes in a typed or pasted text: space, comma, semicolon and newline end a scope. */
export const splitScopes = (typed: string): string[] => typed.split(/[\s,;]+/).filter((scope) => scope !== '');

/** Adds scopes that are not there yet, in their order. */
export const addScopes = (scopes: readonly string[], added: readonly string[]): string[] => [
  ...new Set([...scopes, ...added]),
];
