import type { Connection } from '../shared/connection/connection.ts';
import { fillTemplate } from '../shared/connection/template.ts';
import type { StoredFiles } from './files.ts';

const urlsOf = (connection: Connection): string[] => [
  connection.requestUrl,
  connection.authorizationUrl,
  connection.accessTokenUrl,
  connection.refreshUrl,
  connection.revocationUrl,
  connection.introspectionUrl,
  connection.deviceAuthorizationUrl,
  connection.accountUrl,
];

/**
 * The origins of the user's connections and resources, in their order, without the practice service. URLs whose host is
 * not known before a login are left out.
 */
export function originsInUse({ connections, resources, practiceOrigin }: StoredFiles): URL[] {
  const found = new Map<string, URL>();
  const add = (text: string, variables: Readonly<Record<string, string>>): void => {
    const url = originOf(text, variables);
    if (url !== undefined && url.origin !== practiceOrigin) found.set(url.origin, url);
  };
  for (const connection of connections) for (const url of urlsOf(connection)) add(url, connection.variables);
  const variablesOf = new Map(connections.map(({ id, variables }) => [id, variables]));
  for (const { url, variables, authorization } of resources) {
    const connectionId = authorization.type === 'oauth' ? (authorization.connectionId ?? '') : '';
    add(url, { ...variablesOf.get(connectionId), ...variables });
  }
  return [...found.values()];
}

/** Only the part before the path: `https://{tenant}.example.com/{later}`. */
function originOf(text: string, variables: Readonly<Record<string, string>>): URL | undefined {
  const [start] = /^https?:\/\/[^/?#]*/i.exec(text.trim()) ?? [];
  if (start === undefined) return undefined;
  try {
    const url = new URL(fillTemplate(start, variables));
    return url.hostname === '' ? undefined : new URL(`${url.origin}/`);
  } catch {
    return undefined;
  }
}
