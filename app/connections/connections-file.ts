import { readList } from '../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type Connection, connectionSchema } from '../shared/connection/connection.ts';
import { bearerPlacement, standardTokenMapping } from '../shared/connection/standard-mapping.ts';
import { message } from '../shared/messages/message.ts';

/** Defaults that match the behaviour of version 1. */
const version2Defaults = {
  issuer: '',
  issuerInCallback: false,
  refreshUrl: '',
  introspectionUrl: '',
  deviceAuthorizationUrl: '',
  accountUrl: '',
  accountPointer: '',
  tokenRequestFormat: 'form',
  responseMode: 'default',
  session: 'kept',
  tokenAnswer: standardTokenMapping,
  capturedValues: {},
  tokenPlacement: bearerPlacement,
};

/** Defaults that match the behaviour of version 2. */
const version3Defaults = { tokenSource: 'login' };

/** Defaults that match the behaviour of version 3. */
const version4Defaults = { tokenHeaders: [] };

/** The field's name in version 4. */
const renameTokenAnswer = (content: Record<string, unknown>): Record<string, unknown> =>
  withEach(content, ({ tokenAnswer: tokenMapping, ...each }) => ({ tokenMapping, ...each }));

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function withEach(
  content: Record<string, unknown>,
  change: (connection: Record<string, unknown>) => Record<string, unknown>,
): Record<string, unknown> {
  const { connections } = content;
  return Array.isArray(connections)
    ? { ...content, connections: connections.map((each) => (isObject(each) ? change(each) : each)) }
    : content;
}

function withFields(defaults: Record<string, unknown>) {
  return (content: Record<string, unknown>) => withEach(content, (each) => ({ ...defaults, ...each }));
}

const version = 5;

/** Reads the text of the file, and changes nothing. `undefined`: it is not whole, or of another version. */
export function readConnections(text: string): readonly Connection[] | undefined {
  const content: unknown = JSON.parse(text);
  if (!isObject(content) || content.version !== version) return undefined;
  const { content: connections, lost } = readList(content.connections, connectionSchema);
  return lost === 0 ? connections : undefined;
}

/** `connections.json`. Version 0 was the same list without a version; versions 1 to 3 had fewer fields. */
export const openConnections = (where: SettingsFolder): Settings<readonly Connection[]> =>
  openSettings<readonly Connection[]>({
    ...where,
    name: 'connections',
    title: message('files.of.connections'),
    version,
    migrations: [
      (content) => content,
      withFields(version2Defaults),
      withFields(version3Defaults),
      withFields(version4Defaults),
      renameTokenAnswer,
    ],
    initial: [],
    readContent: (content) => readList(content.connections, connectionSchema),
    writeContent: (connections) => ({ connections }),
  });
