import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { Chart } from '../../../app/shared/chart/chart.ts';
import type { Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import { useLanguage } from '../../messages/language.ts';
import { text } from '../../messages/text.ts';
import { toast, toastError } from '../../notices/toast.tsx';
import { PreviewError } from '../preview-error.tsx';
import { columnName } from '../shape/arrange.ts';
import { ChartBar } from './chart-bar.tsx';
import { chartOptions, type ShownPoint, shownPoints } from './chart-options.ts';
import classes from './chart-view.module.css';
import { createDrawing, type Drawing } from './drawing.ts';
import { chartFor } from './first-chart.ts';
import { groupLabel } from './group-label.ts';
import { useChartData } from './use-chart-data.ts';

/** Rows of the table for screen readers. */
const mostTold = 200;

interface ChartViewProps {
  view: TableView;
  /** Those that are shown, in their order. */
  columns: readonly Column[];
  /** `null`: the types of the columns decide. */
  stored: Chart | null;
  onChange: (chart: Chart) => void;
  onRun: () => void;
}

/** The rows of a table as a chart. */
export default function ChartView({ view, columns, stored, onChange, onRun }: ChartViewProps) {
  const chart = useMemo(() => chartFor(columns, stored), [columns, stored]);
  if (chart === undefined) return <p className={classes.nothing}>{text('chart.nothing')}</p>;
  return <DrawnChart view={view} columns={columns} chart={chart} onChange={onChange} onRun={onRun} />;
}

interface DrawnChartProps extends Omit<ChartViewProps, 'stored'> {
  chart: Chart;
}

function DrawnChart({ view, columns, chart, onChange, onRun }: DrawnChartProps) {
  const { data, error, isBusy } = useChartData(view, chart);
  const element = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const language = useLanguage();
  const group = columns.find(({ pointer }) => pointer === chart.x);
  const series = useMemo(
    () =>
      chart.y.length === 0
        ? [text('chart.rows')]
        : chart.y.map((pointer) => columnName(columns.find((column) => column.pointer === pointer))),
    [chart.y, columns],
  );
  const points = useMemo<readonly ShownPoint[]>(
    () =>
      data === undefined
        ? []
        : shownPoints(chart, data, {
            series,
            rest: (count) => text('chart.rest', { count }),
            label: (label) => groupLabel(label, group, data.period),
          }),
    [chart, data, series, group],
  );

  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const made = createDrawing(box);
    drawing.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box);
    return () => {
      observer.disconnect();
      made.end();
      drawing.current = undefined;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is in the words, the scheme in the colours
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const style = getComputedStyle(box);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    drawing.current?.draw(
      chartOptions(chart, points, series, {
        isDark: scheme === 'dark',
        text: colour('--tb-text'),
        muted: colour('--tb-muted'),
        line: colour('--tb-border'),
        surface: colour('--tb-surface'),
        font: style.fontFamily,
      }),
    );
  }, [chart, points, series, scheme, language]);

  const save = async () => {
    const png = drawing.current?.png();
    if (png === undefined) return;
    try {
      const { path } = await call('preview.saveChart', { previewId: view.previewId, png });
      if (path !== null) toast(text('preview.saved', { path }));
    } catch (failure) {
      toastError(failure);
    }
  };
  const title = text('chart.title', {
    kind: text(`chart.kind.${chart.kind}`),
    values: series.join(', '),
    group: columnName(group),
  });

  if (error !== undefined) return <PreviewError error={error} onRun={onRun} />;
  return (
    <div className={classes.whole}>
      <ChartBar chart={chart} columns={columns} onChange={onChange} onSave={() => void save()} />
      <figure className={classes.figure} aria-busy={isBusy}>
        <div ref={element} className={classes.canvas} role="img" aria-label={title} />
        <VisuallyHidden>
          <PointTable title={title} group={columnName(group)} series={series} points={points} />
        </VisuallyHidden>
      </figure>
    </div>
  );
}

interface PointTableProps {
  title: string;
  group: string;
  series: readonly string[];
  points: readonly ShownPoint[];
}

/** The same, for screen readers. */
const PointTable = ({ title, group, series, points }: PointTableProps) => (
  <table aria-label={title}>
    <thead>
      <tr>
        <th scope="col">{group}</th>
        {series.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {points.slice(0, mostTold).map(({ name, values }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {series.map((each, index) => (
            <td key={each}>{values[index] ?? ''}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
