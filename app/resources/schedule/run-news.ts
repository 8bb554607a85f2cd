import type { ErrorCode } from '../../shared/error-codes.ts';
import type { RunStarter } from '../../shared/resource/past-run.ts';
import { failureKind } from './failures.ts';

export interface RunNewsDeps {
  /** Whether the resource's last run succeeded, from before this start of the app too. */
  hasWorked(id: string): boolean;
  /** Whether the user sees how the run ended. */
  isWatched(id: string): boolean;
  tell(kind: 'fails' | 'works', id: string): void;
  /** Epoch ms. */
  now(): number;
}

/** Notices when a resource that worked begins to fail, and when it works again. */
export interface RunNews {
  /** Call before the outcome of the run is stored. */
  started(id: string): void;
  /** `code`: the error's. `null`: the run succeeded. */
  ended(run: { id: string; by: RunStarter }, code: ErrorCode | null): void;
  forget(id: string): void;
}

interface Course {
  hasWorked: boolean;
  failures: number;
  failsSince: number;
  /** Whether it counts as failing, and whether the user was told. */
  isFailing: boolean;
  wasTold: boolean;
}

/** A transient failure counts after so many runs, or so long after the first: the next run may succeed. */
const mostTransient = 3;
const longestTransientMs = 2 * 60_000;

export function createRunNews({ hasWorked, isWatched, tell, now }: RunNewsDeps): RunNews {
  const courses = new Map<string, Course>();
  return {
    started: (id) => {
      if (!courses.has(id))
        courses.set(id, { hasWorked: hasWorked(id), failures: 0, failsSince: 0, isFailing: false, wasTold: false });
    },
    ended: ({ id, by }, code) => {
      const course = courses.get(id);
      if (!course || code === 'http.cancelled') return;
      const isUnseen = by !== 'user' && !isWatched(id);
      if (code === null) {
        const { wasTold } = course;
        courses.set(id, { hasWorked: true, failures: 0, failsSince: 0, isFailing: false, wasTold: false });
        if (wasTold && isUnseen) tell('works', id);
        return;
      }
      if (course.failures === 0) course.failsSince = now();
      course.failures += 1;
      const isSure =
        failureKind(code) !== 'transient' ||
        course.failures >= mostTransient ||
        now() - course.failsSince >= longestTransientMs;
      if (!course.hasWorked || course.isFailing || !isSure) return;
      course.isFailing = true;
      course.wasTold = isUnseen;
      if (isUnseen) tell('fails', id);
    },
    forget: (id) => void courses.delete(id),
  };
}
