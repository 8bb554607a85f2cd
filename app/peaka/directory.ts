import type { CallResponse } from '../shared/contract/contract.ts';
import type { PeakaPlace } from '../shared/peaka/account.ts';
import type { PeakaType } from '../shared/peaka/connection-type.ts';

/** What is at Peaka: places, types and connections. Errors: RequestError `peaka.*`, HttpError. */
export interface PeakaDirectory {
  organizations(accountId: string): Promise<PeakaPlace[]>;
  workspaces(accountId: string, organizationId: string): Promise<PeakaPlace[]>;
  projects(accountId: string, organizationId: string, workspaceId: string): Promise<PeakaPlace[]>;
  /** Kept for some minutes per account: the list is long and changes rarely. */
  types(accountId: string): Promise<PeakaType[]>;
  connections(accountId: string, projectId: string): Promise<CallResponse<'peaka.connections'>>;
  detail(accountId: string, projectId: string, connectionId: string): Promise<[string, string][]>;
  rename(accountId: string, projectId: string, connectionId: string, name: string): Promise<void>;
  remove(accountId: string, projectId: string, connectionId: string): Promise<void>;
}
