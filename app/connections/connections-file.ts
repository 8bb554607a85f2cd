import { bearerPlacement, standardTokenAnswer } from '../oauth/usual-places.ts';
import { readList } from '../settings/list.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type Connection, connectionSchema } from './connection.ts';

/** `connections.json`. Version 0 was the same list without a version; version 1 knew fewer facts of a service. */
export const openConnections = (where: SettingsFolder): Settings<readonly Connection[]> =>
  openSettings<readonly Connection[]>({
    ...where,
    name: 'connections',
    title: 'your connections',
    version: 2,
    migrations: [(content) => content, withVersion2Fields],
    initial: [],
    readContent: (content) => readList(content.connections, connectionSchema),
    writeContent: (connections) => ({ connections }),
  });

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
  tokenAnswer: standardTokenAnswer,
  capturedValues: {},
  tokenPlacement: bearerPlacement,
};

function withVersion2Fields(content: Record<string, unknown>): Record<string, unknown> {
  const { connections } = content;
  if (!Array.isArray(connections)) return content;
  return { ...content, connections: connections.map((each: object) => ({ ...version2Defaults, ...each })) };
}
