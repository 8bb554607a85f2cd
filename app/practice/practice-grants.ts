import type { Connection } from '../shared/connection/connection.ts';
import type { Grant } from '../shared/connection/grant-names.ts';
import { protocolOf } from '../shared/connection/grants/definitions.ts';
import type { PracticeReady } from './messages.ts';

/** How to try a grant at the practice service. */
interface PracticeGrant {
  presetId: string;
  /** What the service's API console would show, for fields that the user left empty. */
  fields?(ready: PracticeReady): Partial<Pick<Connection, 'username'>>;
}

/** A grant that nobody can try does not compile. */
export const practiceGrants: Record<Grant, PracticeGrant> = {
  authorization_code: { presetId: 'practice-authorization-code' },
  password: {
    presetId: 'practice-password',
    fields: ({ account }) => ({ username: account.username }),
  },
  oauth1: { presetId: 'practice-oauth1' },
  client_credentials: { presetId: 'practice-client-credentials' },
  device_code: { presetId: 'practice-device-code' },
};

interface PracticeClient {
  clientId: string;
  secrets: Record<string, string>;
}

/** The practice service's own client. No other service has its secrets. */
export function practiceClient(grant: Grant, ready: PracticeReady): PracticeClient {
  const { clientId, ...secrets } = ready[protocolOf({ grant }).name];
  return { clientId, secrets };
}
