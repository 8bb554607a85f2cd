import type { CallRequest } from '../shared/contract/contract.ts';
import type { PeakaLinkView, PeakaLogin } from '../shared/peaka/link.ts';

/** Ways 2a, 2b-1, 2b-2 and 2b-3: logins through Peaka, one per link. Errors: RequestError `peaka.*`, PlatformError, HttpError. */
export interface PeakaLogins {
  /** See `peaka.logIn` of the contract. What Peaka created stays known as an unfinished link if the login fails. */
  logIn(request: CallRequest<'peaka.logIn'>): Promise<PeakaLinkView>;
  state(linkId: string): PeakaLogin | null;
  cancel(linkId: string): void;
  showWindow(linkId: string): void;
  openAgain(linkId: string): Promise<void>;
  paste(linkId: string, url: string): void;
  passOn(linkId: string, passOn: boolean): Promise<void>;
  close(): void;
}

/** Types without a login: a form. */
export interface PeakaForms {
  create(request: CallRequest<'peaka.createFromForm'>): Promise<PeakaLinkView>;
  update(request: CallRequest<'peaka.updateForm'>): Promise<PeakaLinkView>;
}
