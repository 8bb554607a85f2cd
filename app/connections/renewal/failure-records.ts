import type { AppError } from '../../shared/errors.ts';
import { type RenewalFailure, renewalFailure } from './failures.ts';

/** The last failure of each connection, until a renewal succeeds or something changes. In memory only. */
export interface FailureRecords {
  of(id: string): RenewalFailure | undefined;
  /** A renewal failed. Its error decides when the next one is tried. */
  noteFailed(id: string, error: unknown): RenewalFailure;
  /** The token could not be stored: it works, but is lost when the app ends. */
  noteUnsaved(id: string, error: AppError): void;
  clear(id: string): void;
  /** The transient failure whose delay has not passed: the service gets no request until then. */
  delaying(id: string): RenewalFailure | undefined;
  /** The network or the service may be back: the delay is over now. */
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
