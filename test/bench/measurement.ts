/** One row of bench.json. `unit` is of `value` and `baseline`; `goal` is a limit for `ratio`, or for `value` where there is no baseline. */
export interface Measurement {
  name: string;
  unit: 'ms' | 'µs' | 'requests' | 'KiB' | 'MiB';
  value: number;
  baseline: number | null;
  ratio: number | null;
  goal: number;
  met: boolean;
  /** What was compared with what, and how often. */
  how: string;
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

export const ratioOf = (
  facts: Pick<Measurement, 'name' | 'unit' | 'goal' | 'how'> & { value: number; baseline: number },
): Measurement => {
  const ratio = facts.value / facts.baseline;
  return {
    ...facts,
    value: rounded(facts.value),
    baseline: rounded(facts.baseline),
    ratio: rounded(ratio),
    met: ratio <= facts.goal,
  };
};

/** A goal that is an amount, not a ratio. */
export const amountOf = (facts: Pick<Measurement, 'name' | 'unit' | 'goal' | 'how' | 'value'>): Measurement => ({
  ...facts,
  value: rounded(facts.value),
  baseline: null,
  ratio: null,
  met: facts.value <= facts.goal,
});

/**
 * Medians of two pieces of work measured in turns, so that a noisy machine disturbs both alike. One more turn of each
 * goes before, unmeasured.
 */
export async function inTurns(
  rounds: number,
  value: () => Promise<number> | number,
  baseline: () => Promise<number> | number,
): Promise<{ value: number; baseline: number }> {
  await baseline();
  await value();
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < rounds; round++) {
    baselines.push(await baseline());
    values.push(await value());
  }
  return { value: median(values), baseline: median(baselines) };
}

export async function elapsedMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
