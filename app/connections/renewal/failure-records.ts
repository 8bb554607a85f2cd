import type { AppError } from '../../shared/errors.ts';
import { type RenewalFailure, renewalFailure } from './failures.ts';

/** The last failure of each connection, in memory, until a renewal succeeds or something changes. */
export interface FailureRecords {
  of(id: string): RenewalFailure | undefined;
  /** Records a failed renewal. Its error decides when the next try is due. */
  noteFailed(id: string, error: unknown): RenewalFailure;
  /** Records that the token could not be stored: it works, but is lost when the app ends. */
  noteUnsaved(id: string, error: AppError): void;
  clear(id: string): void;
  /** The transient failure whose delay still runs: the service gets no request until then. */
  delaying(id: string): RenewalFailure | undefined;
  /** Ends the delay, because the network or the service may be back. */
  endDelay(id: string): void;
}

export interface FailureRecordsDeps {
  /** Epoch ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
}

export function createFailureRecords({ now, random }: FailureRecordsDeps): FailureRecords {
  const failures = new Map<string, RenewalFailure>();
  return {
    of: (id) => failures.get(id),
    noteFailed: (id, error) => {
      const failure = renewalFailure(error, attemptsOf(failures.get(id)), now(), random());
      failures.set(id, failure);
      return failure;
    },
    noteUnsaved: (id, error) => {
      failures.set(id, { kind: 'permanent', error });
    },
    clear: (id) => {
      failures.delete(id);
    },
    delaying: (id) => {
      const failure = failures.get(id);
      return failure?.kind === 'transient' && failure.retryAt > now() ? failure : undefined;
    },
    endDelay: (id) => {
      const failure = failures.get(id);
      if (failure) failures.set(id, withoutDelay(failure, now()));
    },
  };
}

const attemptsOf = (failure: RenewalFailure | undefined): number =>
  failure?.kind === 'transient' ? failure.attempts : 0;

function withoutDelay(failure: RenewalFailure, now: number): RenewalFailure {
  if (failure.kind === 'transient') return { ...failure, retryAt: now, attempts: 0 };
  if (failure.kind === 'permanent' && failure.retryAt !== undefined) return { ...failure, retryAt: now };
  return failure;
}
