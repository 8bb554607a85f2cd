import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, respond, sendJson } from '../responses.ts';
import { checkKey, checkPartner, checkProject, type KeyKind } from './access.ts';
import { readConnectionRequest } from './connection-request.ts';
import { configurationOf, connectionTypes, findType } from './connection-types.ts';
import {
  answerOf,
  connectionsOf,
  createConnection,
  deleteConnection,
  detailOf,
  findConnection,
  type PeakaParts,
  updateConnection,
} from './connections.ts';
import { passedOnCallback } from './passed-on-callback.ts';
import { organization, projectOfKey, projects, workspaces } from './places.ts';
import { PeakaProblem, sendProblem } from './problem.ts';

export const apiPath = '/peaka/api/v1';

/** A request that is allowed. `body`: JSON, or `undefined`. */
interface Call {
  kind: KeyKind;
  body: unknown;
}

/** The segments of a path between its constant ones. */
type Segments = readonly string[];

interface Route {
  method: string;
  path: RegExp;
  /** `undefined`: 200 without a body. */
  answer(parts: PeakaParts, call: Call, ...segments: Segments): unknown;
}

const route = (method: string, path: string, answer: Route['answer']): Route => ({
  method,
  path: new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`),
  answer,
});

const ofProject = (method: string, path: string, answer: Route['answer']): Route =>
  route(method, `/connections/*${path}`, (parts, call, projectId = '', ...more) => {
    checkProject(call.kind, projectId);
    return answer(parts, call, projectId, ...more);
  });

/** The first route that fits counts. */
const routes: readonly Route[] = [
  route('GET', '/info', ({ service }, { kind }) => ({
    userId: service.store.state.peaka.userId,
    email: 'ann@example.org',
    ...(kind === 'project' ? { projectId: projectOfKey.id, projectName: projectOfKey.name } : {}),
  })),
  route('GET', '/organizations', (_, { kind }) => {
    checkPartner(kind);
    return [organization];
  }),
  route('GET', '/organizations/*/workspaces', (_, { kind }, organizationId = '') => {
    checkPartner(kind);
    checkOrganization(organizationId);
    return workspaces;
  }),
  route('GET', '/organizations/*/workspaces/*/projects', (_, { kind }, organizationId = '', workspaceId = '') => {
    checkPartner(kind);
    checkOrganization(organizationId);
    if (!workspaces.some(({ id }) => id === workspaceId)) throw new PeakaProblem(404, 'There is no such workspace.');
    return projects.filter((project) => project.workspaceId === workspaceId);
  }),
  route('GET', '/connections/config', () => connectionTypes.map(configurationOf)),
  route('GET', '/connections/config/*', (_parts, _call, name = '') => {
    const type = findType(name);
    if (!type) throw new PeakaProblem(404, 'There is no such connection type.');
    return configurationOf(type);
  }),
  ofProject('GET', '', (parts, _, projectId = '') => connectionsOf(parts, projectId).map(answerOf)),
  ofProject('POST', '', (parts, { body }, projectId = '') =>
    createConnection(parts, projectId, readConnectionRequest(body)),
  ),
  ofProject('POST', '/oauth2', (parts, { body }, projectId = '') => passedOnCallback(parts, projectId, body)),
  ofProject('GET', '/*', (parts, _, projectId = '', id = '') => answerOf(findConnection(parts, projectId, id))),
  ofProject('PUT', '/*', (parts, { body }, projectId = '', id = '') => {
    const connection = findConnection(parts, projectId, id);
    const hasCredential = typeof body === 'object' && body !== null && 'credential' in body;
    return updateConnection(parts, connection, readConnectionRequest(body), hasCredential);
  }),
  ofProject('DELETE', '/*', (parts, _, projectId = '', id = '') =>
    deleteConnection(parts, findConnection(parts, projectId, id)),
  ),
  ofProject('GET', '/*/detail', (parts, _, projectId = '', id = '') => detailOf(findConnection(parts, projectId, id))),
];

function checkOrganization(id: string): void {
  if (id !== organization.id) throw new PeakaProblem(404, 'There is no such organization.');
}

/** The Partner API, after Peaka's own OpenAPI document. */
export async function handlePeakaApi(
  parts: PeakaParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const kind = checkKey(parts.service.store.state.peaka, request);
    const path = url.pathname.slice(apiPath.length);
    for (const { method, path: pattern, answer } of routes) {
      const segments = method === request.method ? pattern.exec(path)?.slice(1) : undefined;
      if (!segments) continue;
      const body = method === 'POST' || method === 'PUT' ? await readJson(request) : undefined;
      const value: unknown = await answer(parts, { kind, body }, ...segments.map(decodeSegment));
      if (value === undefined) respond(response, 200, { 'Cache-Control': 'no-store' });
      else sendJson(response, 200, value);
      return;
    }
    throw new PeakaProblem(404, 'There is nothing at this path.');
  } catch (error) {
    if (!(error instanceof PeakaProblem)) throw error;
    sendProblem(response, error);
  }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request)) ?? '');
  } catch {
    throw new PeakaProblem(400, 'The request is not JSON.');
  }
}
