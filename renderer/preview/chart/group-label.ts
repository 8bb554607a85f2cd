import type { ChartPeriod } from '../../../app/shared/chart/chart.ts';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { formats } from '../../common/region.ts';
import { shownTyped } from '../table/shown-value.ts';

const hourOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;

/** A group as the user's region writes it. `label`: a value in canonical form, or the start of a period. */
export function groupLabel(label: string, column: Column | undefined, period: ChartPeriod | undefined): string {
  if (period === undefined) return column === undefined ? label : shownTyped(label, column);
  const rest = '0000-01-01T00:00:00Z';
  const time = Date.parse(label + rest.slice(label.length));
  if (Number.isNaN(time)) return label;
  if (period === 'year') return label;
  if (period === 'month') return formats().date({ year: 'numeric', month: 'short', timeZone: 'UTC' }).format(time);
  return formats()
    .date(period === 'hour' ? hourOptions : { dateStyle: 'medium', timeZone: 'UTC' })
    .format(time);
}
