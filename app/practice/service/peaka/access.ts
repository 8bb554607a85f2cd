import type { IncomingMessage } from 'node:http';
import { sameText } from '../same-text.ts';
import type { PeakaState } from './peaka-state.ts';
import { projectOfKey, projects } from './places.ts';
import { PeakaProblem } from './problem.ts';

export type KeyKind = 'partner' | 'project';

/** Which key the request has. Throws PeakaProblem 401. */
export function checkKey({ partnerKey, projectKey }: PeakaState, request: IncomingMessage): KeyKind {
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (sameText(partnerKey, key)) return 'partner';
  if (sameText(projectKey, key)) return 'project';
  throw new PeakaProblem(401, 'The API key is not valid.');
}

/** Throws PeakaProblem 403 for a project key. */
export function checkPartner(kind: KeyKind): void {
  if (kind !== 'partner') throw new PeakaProblem(403, 'This needs a Partner API key.');
}

/** Throws PeakaProblem 403 and 404. A project key does not learn which other projects exist. */
export function checkProject(kind: KeyKind, projectId: string): void {
  if (kind === 'project' && projectId !== projectOfKey.id)
    throw new PeakaProblem(403, 'This API key is for another project.');
  if (!projects.some(({ id }) => id === projectId)) throw new PeakaProblem(404, 'There is no such project.');
}
