import type { CallRequest, CallResponse } from '../shared/contract/contract.ts';
import type { PeakaLinkView, PeakaRenewal } from '../shared/peaka/link.ts';

/** Way 1: gives the values of a connection here to Peaka. Errors: RequestError `peaka.*`, `connection.*`, HttpError. */
export interface PeakaHandOver {
  plan(request: CallRequest<'peaka.handOverPlan'>): Promise<CallResponse<'peaka.handOverPlan'>>;
  /** Runs a login first if the renewal is `second_login`. */
  handOver(request: CallRequest<'peaka.handOver'>): Promise<PeakaLinkView>;
  setRenewal(linkId: string, renewal: PeakaRenewal): PeakaLinkView;
  /** Sends the current values now. */
  update(linkId: string): Promise<PeakaLinkView>;
}
