import { readList } from '../settings/items.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type Connection, connectionSchema } from '../shared/connection/connection.ts';
import { bearerPlacement, standardTokenMapping } from '../shared/connection/standard-mapping.ts';

/** What version 1 did as if these were set. */
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

/** What version 2 did as if these were set. */
const version3Defaults = { tokenSource: 'login' };

/** What version 3 did as if these were set. */
const version4Defaults = { tokenHeaders: [] };

/** Version 4 called it so. */
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

/** `connections.json`. Version 0 was the same list without a version; versions 1 to 3 knew fewer facts of a service. */
export const openConnections = (where: SettingsFolder): Settings<readonly Connection[]> =>
  openSettings<readonly Connection[]>({
    ...where,
    name: 'connections',
    title: 'your connections',
    version: 5,
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
