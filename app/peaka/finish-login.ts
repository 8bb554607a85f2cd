import { AppError, HttpError, PlatformError, RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaLogin } from '../shared/peaka/link.ts';
import type { ConnectionRequest, PeakaAccess, PeakaClient } from './client.ts';
import type { PeakaLinks } from './links.ts';
import type { RemoteConnection } from './responses.ts';
import { type RunningLogin, untilCancelled } from './running-login.ts';

/** A callback of the service that goes to Peaka (`own_callback`). */
export interface CallbackForPeaka {
  queryParameters: string;
  /** What the service said if it refused. */
  refusal: string | undefined;
  window: PeakaLogin['window'];
}

export interface FinishDeps {
  client: Pick<PeakaClient, 'create' | 'get' | 'remove' | 'passCallback'>;
  links: PeakaLinks;
  /** Callbacks that Peaka may not have received, by link. Kept until the app ends, because a code is a secret. */
  lost: Map<string, CallbackForPeaka>;
  /** Epoch ms. */
  now(): number;
}

/** Responses to a POST that leave open whether Peaka carried it out. */
const openCodes: ReadonlySet<string> = new Set([
  'peaka.result_unknown',
  'peaka.server_error',
  'peaka.not_json',
  'peaka.unexpected_response',
]);

/** Responses of Peaka before it reads the body. */
const unreadCodes: ReadonlySet<string> = new Set(['peaka.rate_limited', 'peaka.key_refused', 'peaka.redirected']);

/** Whether Peaka certainly did not carry out a POST. */
export const isRefused = (error: unknown): boolean => error instanceof AppError && !openCodes.has(error.code);

/** For a deletion: what is gone already is no error. */
export function unlessGone(error: unknown): void {
  if (!(error instanceof RequestError && error.code === 'peaka.not_found')) throw error;
}

/**
 * Creates the connection at Peaka for a stored link. If the user cancels meanwhile, the link still learns what Peaka
 * made: an abandoned request could leave a connection that nobody knows.
 */
export async function createUnfinished(
  access: PeakaAccess,
  linkId: string,
  request: ConnectionRequest,
  login: RunningLogin,
  { client, links }: FinishDeps,
): Promise<RemoteConnection> {
  const link = links.get(linkId);
  const projectId = link.project.id;
  const isCurrent = () => links.find(linkId)?.createdAt === link.createdAt && links.find(linkId)?.peakaId === '';
  login.made = 'unknown';
  const created = client.create(access, projectId, request);
  try {
    const made = await untilCancelled(login, created);
    login.made = 'connection';
    requireLink(links, linkId);
    links.change(linkId, { peakaId: made.id });
    return made;
  } catch (error) {
    if (login.made === 'unknown' && isRefused(error) && !login.controller.signal.aborted) login.made = 'nothing';
    const settled = created.then(
      ({ id }) => {
        if (isCurrent()) links.change(linkId, { peakaId: id });
        else if (links.find(linkId)?.peakaId !== id) client.remove(access, projectId, id).catch(() => undefined);
      },
      (late: unknown) => {
        if (isRefused(late) && isCurrent()) links.remove(linkId);
      },
    );
    // On a full disk the link stays without an ID.
    settled.catch(() => undefined);
    throw error;
  }
}

/**
 * Asks Peaka whether the connection is there, and marks the link as ready. Throws RequestError
 * `peaka.login_unconfirmed`.
 */
export async function confirm(access: PeakaAccess, linkId: string, { client, links, now }: FinishDeps): Promise<void> {
  const { project, peakaId } = requireLink(links, linkId);
  const found = await client.get(access, project.id, peakaId).catch(unlessGone);
  if (found?.id !== peakaId) throw new RequestError('peaka.login_unconfirmed', message('peaka.login.unconfirmed'));
  requireLink(links, linkId);
  links.change(linkId, { state: 'ready', error: undefined, updatedAt: now() });
}

/**
 * Sends Peaka the callback, once. Keeps it if Peaka may not have received it. Throws RequestError
 * `peaka.result_unknown`, `peaka.wrong_connection`, `peaka.login_failed`, `peaka.login_unconfirmed`.
 */
export async function passToPeaka(
  access: PeakaAccess,
  linkId: string,
  callback: CallbackForPeaka,
  deps: FinishDeps,
): Promise<void> {
  const { client, links, lost } = deps;
  const { project, peakaId } = requireLink(links, linkId);
  const { id } = await client.passCallback(access, project.id, callback.queryParameters).catch((error: unknown) => {
    // A connect failure too: the code is still unused.
    const isUnused = error instanceof HttpError || (error instanceof AppError && unreadCodes.has(error.code));
    if (isUnused || !isRefused(error)) lost.set(linkId, callback);
    else lost.delete(linkId);
    throw error;
  });
  lost.delete(linkId);
  if (id !== peakaId) throw new RequestError('peaka.wrong_connection', message('peaka.login.wrongConnection'));
  if (callback.refusal !== undefined)
    throw new RequestError('peaka.login_failed', message('peaka.login.refusalPassed'), {
      serviceMessage: callback.refusal,
    });
  await confirm(access, linkId, deps);
}

/** The user may have forgotten the link meanwhile. Throws PlatformError `window.cancelled`. */
function requireLink(links: PeakaLinks, linkId: string) {
  const link = links.find(linkId);
  if (link === undefined) throw new PlatformError('window.cancelled', message('oauth.login.cancelled'));
  return link;
}
