import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendScrollComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendScrollComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export interface Drawing {
  draw(options: EChartsCoreOption): void;
  resize(): void;
  /** The picture as PNG, in base64, at twice its size. */
  png(): string;
  end(): void;
}

/** Draws charts in an element. The one file that knows ECharts (docs/decisions/028). */
export function createDrawing(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'canvas' });
  return {
    draw: (options) => chart.setOption(options, { notMerge: true }),
    resize: () => chart.resize(),
    png: () => chart.getDataURL({ type: 'png', pixelRatio: 2 }).replace(/^data:image\/png;base64,/, ''),
    end: () => chart.dispose(),
  };
}
