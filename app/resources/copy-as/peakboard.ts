import { usesField } from '../../shared/connection/grants/definitions.ts';
import type { CopiedField } from '../../shared/copy-as.ts';
import { parsePointer } from '../../shared/json-pointer.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { readRowPath } from '../../shared/preview/row-path.ts';
import type { DataFormat, Resource } from '../../shared/resource/resource.ts';
import type { Copy } from './copied-request.ts';
import { hasVariable, type Value, variablesOf } from './value.ts';

/** Peakboard's data sources (help.peakboard.com, Data sources), and whether they have a path. */
const sources: Record<DataFormat, { name: string; hasPath: boolean }> = {
  json: { name: 'JSON', hasPath: true },
  xml: { name: 'XML', hasPath: true },
  csv: { name: 'CSV', hasPath: false },
};

/**
 * What goes into Peakboard's data source dialog (help.peakboard.com, JSON and OAuth): one field after the other. Peakboard
 * needs the settings of the login, not a token, because it renews tokens itself.
 */
export function peakboard(copy: Copy): CopiedField[] {
  const { request, resource } = copy;
  const limit = resource.shape.steps.find((step) => step.kind === 'limit' && step.from === 'first');
  const path = jsonPath(resource);
  return [
    field(message('copyAs.peakboard.source'), [sources[resource.format].name]),
    field(message('copyAs.peakboard.url'), request.url),
    ...(request.method === 'POST' ? [field(message('copyAs.peakboard.method'), [request.method])] : []),
    ...(path === undefined ? [] : [field(message('copyAs.peakboard.path'), [path])]),
    ...(limit?.kind === 'limit' ? [field(message('copyAs.peakboard.maxRows'), [String(limit.count)])] : []),
    ...request.headers
      .filter(([name]) => !isAuthorization(copy, name))
      .map(([name, value]) => field(message('copyAs.peakboard.header', { name }), value)),
    ...(request.body === undefined ? [] : [field(message('copyAs.peakboard.body'), request.body)]),
    ...authorization(copy),
  ];
}

/** Whether Peakboard sets this header itself, from the fields of its authentication. */
function isAuthorization({ resource, connection }: Copy, name: string): boolean {
  if (resource.authorization.type === 'none') return false;
  const { in: place, name: own } = connection?.tokenPlacement ?? { in: 'header', name: 'authorization' };
  return place === 'header' && name.toLowerCase() === own.toLowerCase();
}

function authorization(copy: Copy): CopiedField[] {
  const { resource, connection, username = [], password = [], token } = copy;
  const kind = (name: string) => field(message('copyAs.peakboard.authentication'), [name]);
  switch (resource.authorization.type) {
    case 'none':
      return [kind('None')];
    case 'basic':
      return [
        kind('Basic'),
        field(message('copyAs.peakboard.username'), username),
        secretField(message('copyAs.peakboard.password'), password),
      ];
    case 'bearer':
      return [kind('Bearer'), secretField(message('copyAs.peakboard.token'), token ?? [])];
    case 'oauth':
      return [
        kind('OAuth'),
        ...(connection === undefined
          ? []
          : [
              ...shown(message('copyAs.peakboard.callback'), connection.callbackUrl),
              ...(usesField(connection, 'authorizationUrl')
                ? shown(message('copyAs.peakboard.authorizationUrl'), connection.authorizationUrl)
                : []),
              ...shown(message('copyAs.peakboard.accessTokenUrl'), connection.accessTokenUrl),
              ...shown(message('copyAs.peakboard.clientId'), connection.clientId),
              ...shown(message('copyAs.peakboard.scope'), connection.scopes.join(connection.scopeSeparator)),
              ...shown(message('copyAs.peakboard.accessType'), connection.accessType ?? ''),
            ]),
        secretField(message('copyAs.peakboard.currentToken'), token ?? []),
      ];
  }
}

/** Peakboard reads no environment: a variable is shown as a gap to fill. */
const inWords = (value: Value): string =>
  value.map((part) => (typeof part === 'string' ? part : `<${variablesOf([part]).join(' ')}>`)).join('');

const field = (label: Message, value: Value): CopiedField => ({ label, value: inWords(value) });
const shown = (label: Message, value: string): CopiedField[] => (value === '' ? [] : [field(label, [value])]);
const secretField = (label: Message, value: Value): CopiedField => ({
  ...field(label, value),
  ...(hasVariable(value) || inWords(value) === '' ? {} : { isSecret: true }),
});

/** The path of the rows as Peakboard writes it. `undefined`: the app chose it, or it cannot be written so. */
function jsonPath({ dataPath, format }: Resource): string | undefined {
  if (dataPath === null || !sources[format].hasPath) return undefined;
  if (dataPath.startsWith('$')) return dataPath;
  const tokens = parsePointer(readRowPath(dataPath).pointer);
  if (tokens === undefined) return undefined;
  return `$${tokens.map((token) => (/^\d+$/.test(token) ? `[${token}]` : memberPath(token))).join('')}`;
}

const memberPath = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replace(/['\\]/g, String.raw`\$&`)}']`;
