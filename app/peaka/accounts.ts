import type { PeakaAccount, PeakaAccountView } from '../shared/peaka/account.ts';
import type { PeakaAccess } from './client.ts';

/** The user's accounts at Peaka. Errors: RequestError `peaka.*`, VaultError, HttpError. */
export interface PeakaAccounts {
  list(): PeakaAccountView[];
  /** See `peaka.saveAccount` of the contract. Throws RequestError `peaka.account_invalid`. */
  save(account: PeakaAccount, apiKey: string | null | undefined): PeakaAccountView;
  /** Asks Peaka about the key, and stores what it says. */
  check(id: string): Promise<PeakaAccountView>;
  /** Forgets the account and its key. */
  remove(id: string): void;
  /** Starts the practice service if the account is there. Throws RequestError `peaka.account_not_found`, `peaka.no_key`. */
  access(id: string): Promise<PeakaAccess>;
}
