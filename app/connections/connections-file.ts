import { bearerPlacement, standardTokenAnswer } from '../oauth/usual-places.ts';
import { readList } from '../settings/list.ts';
import { openSettings, type Settings, type SettingsFolder } from '../settings/settings.ts';
import { type Connection, connectionSchema } from './connection.ts';

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

/** What version 2 did as if these were set. */
const version3Defaults = { tokenSource: 'login' };

/** What version 3 did as if these were set. */
const version4Defaults = { tokenHeaders: [] };

function withFields(defaults: Record<string, unknown>) {
  return (content: Record<string, unknown>): Record<string, unknown> => {
    const { connections } = content;
    if (!Array.isArray(connections)) return content;
    return { ...content, connections: connections.map((each: object) => ({ ...defaults, ...each })) };
  };
}

/** `connections.json`. Version 0 was the same list without a version; versions 1 to 3 knew fewer facts of a service. */
export const openConnections = (where: SettingsFolder): Settings<readonly Connection[]> =>
  openSettings<readonly Connection[]>({
    ...where,
    name: 'connections',
    title: 'your connections',
    version: 4,
    migrations: [
      (content) => content,
      withFields(version2Defaults),
      withFields(version3Defaults),
      withFields(version4Defaults),
    ],
    initial: [],
    readContent: (content) => readList(content.connections, connectionSchema),
    writeContent: (connections) => ({ connections }),
  });
