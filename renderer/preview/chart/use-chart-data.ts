import { useEffect, useState } from 'react';
import type { Chart } from '../../../app/shared/chart/chart.ts';
import type { ChartData } from '../../../app/shared/contract/chart.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { TableView } from '../../../app/shared/preview/preview.ts';
import { call, reportOf } from '../../api/client.ts';

/** How often a chart of many rows is drawn while they are read, in ms. */
const drawnEvery = 300;

/** The points of a chart. The earlier ones stay until others are there. */
export function useChartData(
  view: TableView,
  chart: Chart,
): { data: ChartData | undefined; error: ErrorReport | undefined } {
  const { kind: _kind, ...grouping } = chart;
  const request = JSON.stringify({ ...view, chart: { ...grouping, kind: 'bar' } });
  const [found, setFound] = useState<{ data?: ChartData; error?: ErrorReport }>({});
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      let shown = performance.now();
      for (;;) {
        const data = await call('preview.chart', JSON.parse(request));
        if (!isCurrent) return;
        if (!data.isDone && performance.now() - shown < drawnEvery) continue;
        shown = performance.now();
        setFound({ data });
        if (data.isDone) return;
      }
    };
    read().catch((error: unknown) => isCurrent && setFound({ error: reportOf(error) }));
    return () => {
      isCurrent = false;
    };
  }, [request]);
  return { data: found.data, error: found.error };
}
