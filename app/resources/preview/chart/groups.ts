import type { Aggregate, Chart, ChartPeriod } from '../../../shared/chart/chart.ts';
import type { ChartData } from '../../../shared/contract/chart.ts';
import type { ValueType } from '../../../shared/shape/shape.ts';
import { coarser, periodStart } from './periods.ts';

const mostPoints = 2000;
/** Groups kept while rows are read; further ones are one group. */
const mostGroups = 200_000;
/** Groups of text that are points; the others are one. */
const mostTexts = 100;
/** Groups of numbers, if there are too many to show each. */
const numberBins = 100;

/** What is known of one group and one column of numbers. */
interface Tally {
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** The groups of a chart, while rows are added. */
export class Groups {
  private readonly chart: Chart;
  private readonly type: ValueType;
  private readonly isDate: boolean;
  private readonly isNumber: boolean;
  private period: ChartPeriod;
  private groups = new Map<string, Tally[]>();
  private readonly beyond: Tally[];
  private beyondGroups = 0;

  constructor(chart: Chart, type: ValueType) {
    this.chart = chart;
    this.type = type;
    this.isDate = type === 'date' || type === 'datetime';
    this.isNumber = type === 'number' || type === 'duration';
    this.period = chart.period === 'auto' ? 'hour' : chart.period;
    if (type === 'date' && this.period === 'hour') this.period = 'day';
    this.beyond = this.newTallies();
  }

  /** `x`: in canonical form. `undefined`: the row belongs to no group. `ys`: NaN counts as no value. */
  add(x: string | undefined, ys: readonly number[]): void {
    if (x === undefined) return;
    const key = this.isDate ? periodStart(x, this.period) : x;
    let tallies = this.groups.get(key);
    if (tallies === undefined) {
      if (this.isDate && this.chart.period === 'auto' && this.groups.size >= mostPoints) {
        this.coarsen();
        this.add(x, ys);
        return;
      }
      if (this.groups.size >= mostGroups) {
        tallies = this.beyond;
        this.beyondGroups++;
      } else {
        tallies = this.newTallies();
        this.groups.set(key, tallies);
      }
    }
    if (this.chart.y.length === 0) addTo(tallies[0], 1);
    else for (const [index, tally] of tallies.entries()) addTo(tally, ys[index] ?? Number.NaN);
  }

  /** The points so far. */
  data(): Pick<ChartData, 'type' | 'period' | 'points' | 'rest'> {
    const aggregate = this.chart.y.length === 0 ? 'count' : this.chart.aggregate;
    const values = (tallies: readonly Tally[]) => tallies.map((tally) => resultOf(tally, aggregate));
    const point = ([label, tallies]: [string, Tally[]]) => ({ label, values: values(tallies) });
    if (this.isDate) {
      const sorted = [...this.groups].sort(([one], [other]) => (one < other ? -1 : 1));
      return { type: this.type, period: this.period, points: sorted.slice(-mostPoints).map(point) };
    }
    if (this.isNumber) {
      const sorted = [...this.groups].sort(([one], [other]) => Number(one) - Number(other));
      return { type: this.type, points: (sorted.length > mostPoints ? binned(sorted) : sorted).map(point) };
    }
    const order = (tallies: readonly Tally[]) =>
      resultOf(tallies[0] ?? noTally(), aggregate) ?? Number.NEGATIVE_INFINITY;
    const sorted = [...this.groups].sort(([, one], [, other]) => order(other) - order(one));
    const others = sorted.slice(mostTexts);
    const groups = others.length + this.beyondGroups;
    const rest = others.reduce((all, [, tallies]) => merged(all, tallies), this.beyond);
    return {
      type: this.type,
      points: sorted.slice(0, mostTexts).map(point),
      ...(groups === 0 ? {} : { rest: { groups, values: values(rest) } }),
    };
  }

  /** Dates are too many for their period: a longer one. */
  private coarsen(): void {
    this.period = coarser[this.period] ?? 'year';
    const before = this.groups;
    this.groups = new Map();
    for (const [key, tallies] of before) {
      const start = periodStart(key, this.period);
      this.groups.set(start, merged(this.groups.get(start) ?? this.newTallies(), tallies));
    }
  }

  private newTallies(): Tally[] {
    return Array.from({ length: Math.max(1, this.chart.y.length) }, noTally);
  }
}

const noTally = (): Tally => ({
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
});

function addTo(tally: Tally | undefined, value: number): void {
  if (tally === undefined || Number.isNaN(value)) return;
  tally.count++;
  tally.sum += value;
  if (value < tally.min) tally.min = value;
  if (value > tally.max) tally.max = value;
}

const merged = (one: readonly Tally[], other: readonly Tally[]): Tally[] =>
  one.map((tally, index) => {
    const more = other[index] ?? noTally();
    return {
      count: tally.count + more.count,
      sum: tally.sum + more.sum,
      min: Math.min(tally.min, more.min),
      max: Math.max(tally.max, more.max),
    };
  });

function resultOf({ count, sum, min, max }: Tally, aggregate: Aggregate): number | null {
  if (aggregate === 'count') return count;
  if (count === 0) return null;
  if (aggregate === 'average') return rounded(sum / count);
  return aggregate === 'sum' ? rounded(sum) : aggregate === 'min' ? min : max;
}

/** Without the noise of binary fractions. */
const rounded = (value: number): number => Number(value.toPrecision(15));

/** Groups of equal width. The label is the start of one. */
function binned(sorted: readonly [string, Tally[]][]): [string, Tally[]][] {
  const low = Number(sorted[0]?.[0]);
  const width = (Number(sorted.at(-1)?.[0]) - low) / numberBins;
  const bins = new Map<number, Tally[]>();
  for (const [key, tallies] of sorted) {
    const bin = Math.min(numberBins - 1, Math.floor((Number(key) - low) / width));
    const known = bins.get(bin);
    bins.set(bin, known === undefined ? tallies : merged(known, tallies));
  }
  return [...bins].map(([bin, tallies]) => [String(rounded(low + bin * width)), tallies]);
}
