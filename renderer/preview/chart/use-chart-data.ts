import { useEffect, useState } from 'react';
import type { Chart } from '../../../app/shared/chart/chart.ts';
import type { ChartData } from '../../../app/shared/contract/chart.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { TableView } from '../../../app/shared/preview/preview.ts';
import { call, reportOf } from '../../api/client.ts';

interface FoundChart {
  /** `undefined`: not known yet. */
  data?: ChartData;
  error?: ErrorReport;
}

/** The points of a chart. The earlier ones stay until others are there. `isBusy`: others are computed. */
export function useChartData(view: TableView, chart: Chart): FoundChart & { isBusy: boolean } {
  // The kind decides how the points are drawn, not which there are.
  const request = JSON.stringify({ ...view, chart: { ...chart, kind: 'bar' } });
  const [found, setFound] = useState<FoundChart & { request?: string }>({});
  useEffect(() => {
    let isCurrent = true;
    call('preview.chart', JSON.parse(request)).then(
      (data) => isCurrent && setFound({ request, data }),
      (error: unknown) => isCurrent && setFound({ request, error: reportOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [request]);
  return { ...found, isBusy: found.request !== request };
}
