import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from '../../../app/shared/chart/chart.ts';
import type { ChartData } from '../../../app/shared/contract/chart.ts';
import { formats } from '../../common/region.ts';

/** Slices of a pie; the others are one. */
const mostSlices = 8;
/** Bars of groups; the others are one. */
const mostBars = 30;

/** Colours of series on the window's surface, each at 3:1 at least (WCAG 1.4.11). */
const palettes = {
  light: ['#5853d6', '#c2410c', '#0f766e', '#b0265f', '#3f6212', '#1d6fb8', '#8a5200', '#6d28d9'],
  dark: ['#908cff', '#f59e5b', '#4ecdc4', '#f27ba5', '#a3cf62', '#6ba1ff', '#e5c158', '#c39bff'],
} as const;

export interface ChartWords {
  /** Of each series. */
  series: readonly string[];
  rest(groups: number): string;
  /** A group as people read it. */
  label(label: string): string;
}

export interface ChartLook {
  isDark: boolean;
  /** CSS colours. */
  text: string;
  muted: string;
  line: string;
  surface: string;
  /** CSS font families. */
  font: string;
}

export interface ShownPoint {
  name: string;
  values: readonly (number | null)[];
}

/** The points as they are drawn: the smaller groups are one. */
export function shownPoints({ kind }: Chart, { type, points, rest }: ChartData, words: ChartWords): ShownPoint[] {
  const isOrdered = type === 'date' || type === 'datetime' || type === 'number' || type === 'duration';
  const most = kind === 'pie' ? mostSlices : isOrdered ? points.length : mostBars;
  const shown = points.slice(0, most).map(({ label, values }) => ({ name: words.label(label), values }));
  const left = points.slice(most);
  const groups = left.length + (rest?.groups ?? 0);
  if (groups === 0) return shown;
  const values = words.series.map((_name, index) => {
    const others = [...left, ...(rest === undefined ? [] : [rest])].map((each) => each.values[index] ?? 0);
    return others.reduce<number>((sum, each) => sum + each, 0);
  });
  return [...shown, { name: words.rest(groups), values }];
}

/** What ECharts draws. Tooltips are drawn on the canvas: the window allows no inline styles. */
export function chartOptions(
  chart: Chart,
  points: readonly ShownPoint[],
  series: readonly string[],
  look: ChartLook,
): EChartsCoreOption {
  const number = formats().number({ maximumFractionDigits: 2 });
  const short = formats().number({ notation: 'compact', maximumFractionDigits: 1 });
  const percent = formats().number({ style: 'percent', maximumFractionDigits: 1 });
  const text = { color: look.text, fontFamily: look.font, fontSize: 12 };
  const tooltip = {
    renderMode: 'richText',
    confine: true,
    backgroundColor: look.surface,
    borderColor: look.line,
    textStyle: text,
    valueFormatter: (value: unknown) => (typeof value === 'number' ? number.format(value) : '–'),
  };
  const base = {
    animation: false,
    color: [...(look.isDark ? palettes.dark : palettes.light)],
    backgroundColor: look.surface,
    textStyle: text,
    // Series differ by their pattern too. The description is the view's own, in the language of the user.
    aria: { enabled: true, label: { enabled: false }, decal: { show: chart.kind === 'pie' || series.length > 1 } },
  };
  const legend = { type: 'scroll', top: 4, textStyle: text, pageTextStyle: text, pageIconColor: look.text };
  if (chart.kind === 'pie')
    return {
      ...base,
      tooltip: { ...tooltip, trigger: 'item' },
      series: [
        {
          type: 'pie',
          radius: ['0%', '72%'],
          itemStyle: { borderColor: look.surface, borderWidth: 2 },
          label: {
            ...text,
            formatter: ({ name, percent: share = 0 }: { name: string; percent?: number }) =>
              `${name}  ${percent.format(share / 100)}`,
          },
          data: points.map(({ name, values }) => ({ name, value: values[0] ?? 0 })),
        },
      ],
    };
  return {
    ...base,
    tooltip: { ...tooltip, trigger: 'axis', axisPointer: { type: chart.kind === 'bar' ? 'shadow' : 'line' } },
    ...(series.length > 1 ? { legend } : {}),
    grid: { left: 12, right: 24, top: series.length > 1 ? 40 : 20, bottom: 12, containLabel: true },
    xAxis: {
      type: 'category',
      boundaryGap: chart.kind === 'bar',
      data: points.map(({ name }) => name),
      axisLabel: { color: look.muted, fontFamily: look.font, hideOverlap: true, width: 120, overflow: 'truncate' },
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: look.muted, fontFamily: look.font, formatter: (value: number) => short.format(value) },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: series.map((name, index) => ({
      name,
      type: chart.kind === 'bar' ? 'bar' : 'line',
      data: points.map(({ values }) => values[index] ?? null),
      ...(chart.kind === 'bar' ? { barMaxWidth: 48 } : { showSymbol: points.length <= 60, symbolSize: 6 }),
      ...(chart.kind === 'area' ? { areaStyle: { opacity: 0.25 } } : {}),
    })),
  };
}
