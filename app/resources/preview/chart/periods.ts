import type { ChartPeriod } from '../../../shared/chart/chart.ts';

/** The next longer period into which whole ones fit. */
export const coarser: Partial<Record<ChartPeriod, ChartPeriod>> = {
  hour: 'day',
  day: 'month',
  week: 'month',
  month: 'year',
};

const dayMs = 86_400_000;

/**
 * The start of the period that a date is in, as far as it says: `2026`, `2026-11`, `2026-11-30` (for a week its Monday),
 * `2026-11-30T12`. `date`: a canonical date or date and time (`cell.value`), or the start of a shorter period.
 */
export function periodStart(date: string, period: ChartPeriod): string {
  if (period === 'year') return date.slice(0, 4);
  if (period === 'month') return date.slice(0, 7);
  if (period === 'week') return mondayOf(date.slice(0, 10));
  return period === 'hour' ? date.slice(0, 13) : date.slice(0, 10);
}

/** Weeks start on Monday (ISO 8601 §3.1.1.23). */
function mondayOf(day: string): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) return day;
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return new Date(ms - sinceMonday * dayMs).toISOString().slice(0, 10);
}
