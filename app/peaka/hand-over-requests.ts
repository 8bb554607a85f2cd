import type { HttpClient } from '../http/client.ts';
import { withExchangeContext } from '../http/exchanges.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { PeakaType, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import type { PeakaAccounts } from './accounts.ts';
import type { PeakaClient } from './client.ts';
import type { PeakaDirectory } from './directory.ts';
import type { HandOverCredential } from './hand-over-credential.ts';
import { fieldsToHand, type HandedSource, handedValues, isOpenField, missingFields } from './handed-values.ts';

/** What a hand-over asks Peaka. The console lists each request under the connection here, and masks its values. */
export interface HandOverRequests {
  /** Which fields get values of the connection, and which required ones get none, also not from `entered`. */
  plan(
    request: CallRequest<'peaka.handOverPlan'>,
    tokenSet: HandedSource['tokenSet'],
    entered?: PeakaValues,
  ): Promise<{ type: PeakaType | undefined; handed: string[]; missing: string[] }>;
  /** Creates the link's connection. Returns its ID at Peaka. */
  create(link: PeakaLink, values: PeakaValues): Promise<string>;
  /** `values`: `undefined` leaves those at Peaka as they are. */
  update(link: PeakaLink, values: PeakaValues | undefined): Promise<void>;
}

export interface HandOverRequestsDeps {
  accounts: Pick<PeakaAccounts, 'access'>;
  directory: Pick<PeakaDirectory, 'types'>;
  client: Pick<PeakaClient, 'create' | 'update'>;
  credential: Pick<HandOverCredential, 'sourceOf'>;
  http: Pick<HttpClient, 'exchanges'>;
}

export function createHandOverRequests(deps: HandOverRequestsDeps): HandOverRequests {
  const { accounts, directory, client, credential, http } = deps;
  const sending = <Value>(link: PeakaLink, values: PeakaValues | undefined, work: () => Value): Value => {
    http.exchanges?.learn(secretsOf(values ?? {}, link.values));
    return withExchangeContext({ kind: 'peaka', ...(link.source === null ? {} : { connectionId: link.source }) }, work);
  };
  return {
    plan: async ({ accountId, connectionId, type: name, renewal }, tokenSet, entered = {}) => {
      const type = (await directory.types(accountId)).find((each) => each.type === name);
      const values = handedValues(fieldsToHand(type, renewal), credential.sourceOf(connectionId, tokenSet));
      return { type, handed: Object.keys(values), missing: missingFields(type, { ...entered, ...values }) };
    },
    create: async (link, values) => {
      const { accountId, project, name, type } = link;
      const access = await accounts.access(accountId);
      const request = { name, type, credential: values };
      return (await sending(link, values, () => client.create(access, project.id, request))).id;
    },
    update: async (link, values) => {
      const { accountId, project, peakaId, name, type } = link;
      const access = await accounts.access(accountId);
      await sending(link, values, () => client.update(access, project.id, peakaId, { name, type, credential: values }));
    },
  };
}

/** The values that nobody may see: all but the client ID and those that the form shows openly. */
const secretsOf = (values: PeakaValues, open: PeakaValues): string[] =>
  Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' && !isOpenField(field) && !Object.hasOwn(open, field) ? [value] : [],
  );
