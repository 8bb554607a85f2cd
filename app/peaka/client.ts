import type { PeakaPlace } from '../shared/peaka/account.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';

/** How to reach a Peaka account. Addresses are complete: `{practice}` is filled in. */
export interface PeakaAccess {
  accountId: string;
  /** Without a slash at its end. */
  baseUrl: string;
  /** Peaka's callback URL. */
  callbackUrl: string;
  apiKey: string;
}

/** `GET /info`. With a project key it names the project. */
export interface PeakaInfo {
  userId: string;
  email: string;
  project: PeakaPlace | null;
}

/** A connection as Peaka returns it. `url`: the consent page to open. Peaka may answer with the ID alone. */
export interface RemoteConnection {
  id: string;
  name: string;
  type: string;
  url: string | undefined;
}

/** Peaka's `ConnectionRequest`. */
export interface ConnectionRequest {
  name: string;
  type: string;
  credential?: PeakaValues | undefined;
  connectionCallback?: string | undefined;
}

/**
 * Peaka's Partner API for connections. Each call sends one request, within 20 s. Rejects with RequestError `peaka.*` and
 * HttpError `http.*`. A POST is never sent twice by itself.
 */
export interface PeakaClient {
  info(access: PeakaAccess): Promise<PeakaInfo>;
  organizations(access: PeakaAccess): Promise<PeakaPlace[]>;
  workspaces(access: PeakaAccess, organizationId: string): Promise<PeakaPlace[]>;
  projects(access: PeakaAccess, organizationId: string, workspaceId: string): Promise<PeakaPlace[]>;
  types(access: PeakaAccess): Promise<PeakaType[]>;
  list(access: PeakaAccess, projectId: string): Promise<RemoteConnection[]>;
  get(access: PeakaAccess, projectId: string, connectionId: string): Promise<RemoteConnection>;
  /** Names and texts that are no secret. */
  detail(access: PeakaAccess, projectId: string, connectionId: string): Promise<[string, string][]>;
  create(
    access: PeakaAccess,
    projectId: string,
    request: ConnectionRequest,
    signal?: AbortSignal,
  ): Promise<RemoteConnection>;
  update(
    access: PeakaAccess,
    projectId: string,
    connectionId: string,
    request: ConnectionRequest,
  ): Promise<RemoteConnection>;
  remove(access: PeakaAccess, projectId: string, connectionId: string): Promise<void>;
  /** `POST …/oauth2`: the raw query of the service's callback, as one string without `?`. */
  passCallback(access: PeakaAccess, projectId: string, queryParameters: string): Promise<{ id: string }>;
}
