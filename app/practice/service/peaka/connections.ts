import { randomUUID } from 'node:crypto';
import type { Service } from '../service.ts';
import { checkRequired, type ReadRequest } from './connection-request.ts';
import { findType } from './connection-types.ts';
import type { Logins } from './logins.ts';
import type { PeakaConnection, Value } from './peaka-state.ts';
import { PeakaProblem } from './problem.ts';

export interface PeakaParts {
  service: Pick<Service, 'origin' | 'store'>;
  logins: Logins;
}

/** Peaka's `Connection`. `url`: the consent page. */
export interface ConnectionAnswer {
  id: string;
  name: string;
  type: string;
  url?: string;
}

export const answerOf = ({ id, name, type }: PeakaConnection): ConnectionAnswer => ({ id, name, type });

export const connectionsOf = ({ service }: Pick<PeakaParts, 'service'>, projectId: string): PeakaConnection[] =>
  service.store.state.peaka.connections.filter((connection) => connection.projectId === projectId);

/** Throws PeakaProblem 404. */
export function findConnection(parts: Pick<PeakaParts, 'service'>, projectId: string, id: string): PeakaConnection {
  const found = connectionsOf(parts, projectId).find((connection) => connection.id === id);
  if (!found) throw new PeakaProblem(404, 'There is no such connection.');
  return found;
}

/** Throws PeakaProblem 400 and 409. A connection whose login is not finished exists from now on. */
export async function createConnection(
  parts: PeakaParts,
  projectId: string,
  request: ReadRequest,
): Promise<ConnectionAnswer> {
  const { service, logins } = parts;
  checkName(parts, projectId, request.name, undefined);
  const { redirectUrl, ...values } = request.values;
  const needsLogin = checkWay(request, redirectUrl);
  checkRequired(request.type, values);
  const { name, type, tokens, connectionCallback } = request;
  const connection: PeakaConnection = { id: randomUUID(), projectId, name, type: type.type, values, tokens };
  service.store.state.peaka.connections.push(connection);
  await service.store.save();
  if (!needsLogin) return answerOf(connection);
  const scope = type.login?.scope ?? '';
  const options = { scope, redirectUrl: redirectUrl as string | undefined, connectionCallback }; // a URL: it was checked
  return { ...answerOf(connection), url: logins.start(connection, options) };
}

/** Whether the connection needs a login. Throws PeakaProblem 400. */
function checkWay(
  { type: { login }, tokens, values, connectionCallback }: ReadRequest,
  redirectUrl: Value | undefined,
): boolean {
  if (!login) return false;
  const hasApp = values.clientId !== undefined && values.clientSecret !== undefined;
  if ((values.clientId === undefined) !== (values.clientSecret === undefined))
    throw new PeakaProblem(400, 'clientId and clientSecret belong together.');
  if (tokens) {
    if (!hasApp) throw new PeakaProblem(400, 'Tokens need the app that they were issued to.');
    return false;
  }
  if (!hasApp && !login.hasApp) throw new PeakaProblem(400, 'Peaka has no app for this type. Send an app of your own.');
  if (!hasApp && redirectUrl !== undefined) throw new PeakaProblem(400, 'A redirect URL needs an app of your own.');
  if (connectionCallback === undefined && redirectUrl === undefined)
    throw new PeakaProblem(400, 'A login needs a connectionCallback, or a redirect URL of your own.');
  return true;
}

/**
 * Without `credential` its values stay, with it they are replaced. Tokens stay unless new ones come. Throws PeakaProblem
 * 400, 404 and 409.
 */
export async function updateConnection(
  parts: PeakaParts,
  connection: PeakaConnection,
  request: ReadRequest,
  hasCredential: boolean,
): Promise<ConnectionAnswer> {
  if (request.type.type !== connection.type) throw new PeakaProblem(400, 'The type of a connection cannot change.');
  checkName(parts, connection.projectId, request.name, connection.id);
  if (hasCredential) {
    const { redirectUrl: _, ...values } = request.values;
    checkRequired(request.type, values);
    connection.values = values;
  }
  connection.name = request.name;
  connection.tokens = request.tokens ?? connection.tokens;
  await parts.service.store.save();
  return answerOf(connection);
}

function checkName(parts: PeakaParts, projectId: string, name: string, ownId: string | undefined): void {
  if (connectionsOf(parts, projectId).some((other) => other.name === name && other.id !== ownId))
    throw new PeakaProblem(409, `There is a connection with the name ${name} already.`);
}

export async function deleteConnection({ service }: PeakaParts, connection: PeakaConnection): Promise<void> {
  const { peaka } = service.store.state;
  peaka.connections = peaka.connections.filter((other) => other !== connection);
  await service.store.save();
}

const secretName = /token|secret|password|key/i;

/** The values that are not secret. */
export function detailOf({ type, values }: PeakaConnection): Record<string, Value> {
  const names = (findType(type)?.fields ?? []).map(({ fieldName }) => fieldName);
  const shown = names.flatMap((name): [string, Value][] => {
    const value = values[name];
    return value === undefined || secretName.test(name) ? [] : [[name, value]];
  });
  return { type, ...Object.fromEntries(shown) };
}
