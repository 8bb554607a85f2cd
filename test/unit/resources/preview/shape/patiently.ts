import { Unfinished } from '../../../../../app/resources/preview/shape/work.ts';

/** Repeats a call until its work is finished, as the main process does. */
export function patiently<Result>(call: () => Result): Result {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
    }
  }
}
