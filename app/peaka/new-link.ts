import type { PeakaLink } from '../shared/peaka/link.ts';

/** What the window asks for: see `newLink` of the contract. */
type Wanted = Pick<PeakaLink, 'accountId' | 'project' | 'name' | 'type'> & { linkId: string };

/** A link to a connection that is about to be created: unfinished until Peaka has answered. `now`: epoch ms. */
export const newLink = (
  { linkId, accountId, project, name, type }: Wanted,
  facts: Pick<PeakaLink, 'way' | 'values' | 'secretFields'> & Partial<PeakaLink>,
  now: number,
): PeakaLink => ({
  id: linkId,
  accountId,
  project,
  peakaId: '',
  name,
  type,
  state: 'unfinished',
  createdAt: now,
  updatedAt: now,
  source: null,
  renewal: null,
  pending: null,
  clientId: '',
  ownCallbackUrl: '',
  ...facts,
});
