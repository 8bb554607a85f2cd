/** Work that pauses at each `yield`, after a few milliseconds. */
export type Slices<Result> = Generator<undefined, Result>;

/** How long one call works at most, so that rows can be read meanwhile. */
const sliceMs = 20;

/** Thrown by a call whose work is not finished. The main process repeats the call. */
export class Unfinished extends Error {}

/** Work that several callers may wait for, and each of them continues. */
export class Job<Result> {
  private readonly slices: Slices<Result>;
  private outcome: { value: Result } | { error: unknown } | undefined;

  constructor(slices: Slices<Result>) {
    this.slices = slices;
  }

  get isDone(): boolean {
    return this.outcome !== undefined;
  }

  /** The result, after at most about 20 ms. Throws Unfinished, or what the work throws. */
  finish(): Result {
    const end = performance.now() + sliceMs;
    do this.step();
    while (this.outcome === undefined && performance.now() < end);
    return this.result();
  }

  /** As a part of other work. */
  *wait(): Slices<Result> {
    for (;;) {
      this.step();
      if (this.outcome !== undefined) return this.result();
      yield;
    }
  }

  private step(): void {
    if (this.outcome !== undefined) return;
    try {
      const { done, value } = this.slices.next();
      if (done === true) this.outcome = { value };
    } catch (error) {
      this.outcome = { error };
    }
  }

  private result(): Result {
    if (this.outcome === undefined) throw new Unfinished();
    if ('error' in this.outcome) throw this.outcome.error;
    return this.outcome.value;
  }
}
