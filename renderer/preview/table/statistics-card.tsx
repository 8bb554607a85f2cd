import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Statistics } from '../../../app/shared/contract/table.ts';
import type { Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call, reportOf } from '../../api/client.ts';
import { formatCount } from '../../common/numbers.ts';
import { formats } from '../../common/region.ts';
import { text, textOf } from '../../messages/text.ts';
import { columnName } from '../shape/arrange.ts';
import { typeWords } from '../shape/type-words.ts';
import { shownTyped } from './shown-value.ts';
import classes from './statistics-card.module.css';

interface StatisticsCardProps {
  id: string;
  view: TableView;
  column: Column;
  rowCount: number;
  /** Of the window. */
  place: { left: number; top: number };
  /** Opened from a menu: it has the focus, and stays. */
  isKept: boolean;
  onEnter: () => void;
  onLeave: () => void;
  onClose: () => void;
}

const width = 280;

/** What a column holds: counts, figures, and how its values are spread. Computed when it is first asked for. */
export function StatisticsCard(props: StatisticsCardProps) {
  const { id, view, column, rowCount, place, isKept, onEnter, onLeave, onClose } = props;
  const card = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(0);
  const { data, error } = useQuery({
    queryKey: ['statistics', view, column.pointer],
    queryFn: () => call('preview.statistics', { ...view, column: column.pointer }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the figures have changed the height
  useLayoutEffect(() => setHeight(card.current?.offsetHeight ?? 0), [data, error]);
  useEffect(() => {
    if (isKept) card.current?.focus();
  }, [isKept]);
  const left = Math.max(8, Math.min(place.left, window.innerWidth - width - 8));
  const top = Math.max(8, Math.min(place.top, window.innerHeight - height - 8));
  return (
    <section
      ref={card}
      id={id}
      className={classes.card}
      style={{ left, top, width }}
      aria-label={text('statistics.of', { name: columnName(column) })}
      aria-busy={data === undefined && error === null}
      tabIndex={-1}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onBlur={isKept ? onClose : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p className={classes.name}>{columnName(column)}</p>
      <p className={classes.type}>{typeWords(column, rowCount)}</p>
      {error !== null ? (
        <p className={classes.type}>{textOf(reportOf(error).message)}</p>
      ) : data === undefined ? (
        <p className={classes.type}>{text('statistics.waiting')}</p>
      ) : (
        <Figures statistics={data} column={column} />
      )}
    </section>
  );
}

function Figures({ statistics, column }: { statistics: Statistics; column: Column }) {
  const { type, count, empty, unfit, distinct, min, max, sum, mean, median, bins, top } = statistics;
  const as = { ...column, type };
  const shown = (value: string | undefined) => (value === undefined ? undefined : shownTyped(value, as));
  /** Means have more digits than anybody reads. */
  const rounded = (value: string | undefined) =>
    value !== undefined && type === 'number' && column.format?.decimals === undefined
      ? formats().number({ maximumSignificantDigits: 8 }).format(Number(value))
      : shown(value);
  const lines: [string, string | undefined][] = [
    [text('statistics.count'), formatCount(count)],
    [text('statistics.empty'), formatCount(empty)],
    [text('statistics.unfit'), unfit === 0 ? undefined : formatCount(unfit)],
    [text('statistics.distinct'), formatCount(distinct)],
    [text('statistics.min'), shown(min)],
    [text('statistics.max'), shown(max)],
    [text('statistics.sum'), rounded(sum)],
    [text('statistics.mean'), rounded(mean)],
    [text('statistics.median'), shown(median)],
  ];
  return (
    <>
      <dl className={classes.figures}>
        {lines.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={value}>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {bins.length > 1 ? <Histogram bins={bins} shown={(value) => shown(value) ?? value} /> : null}
      {top.length > 0 ? <Top values={top} of={count - empty} shown={(value) => shown(value) ?? value} /> : null}
    </>
  );
}

function Histogram({ bins, shown }: { bins: Statistics['bins']; shown: (value: string) => string }) {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const [first] = bins;
  const last = bins.at(-1);
  return (
    <figure className={classes.histogram} aria-label={text('statistics.histogram')}>
      <div className={classes.bars}>
        {bins.map(({ from, to, count }) => (
          <div
            key={from}
            role="img"
            className={classes.bar}
            style={{ height: `${Math.max(count === 0 ? 0 : 3, (count / most) * 100)}%` }}
            aria-label={text('statistics.bin', { from: shown(from), to: shown(to), count })}
            title={text('statistics.bin', { from: shown(from), to: shown(to), count })}
          />
        ))}
      </div>
      <figcaption className={classes.ends} aria-hidden>
        <span>{first === undefined ? '' : shown(first.from)}</span>
        <span>{last === undefined ? '' : shown(last.to)}</span>
      </figcaption>
    </figure>
  );
}

function Top({ values, of, shown }: { values: Statistics['top']; of: number; shown: (value: string) => string }) {
  const percent = formats().number({ style: 'percent', maximumFractionDigits: 0 });
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <ol className={classes.top} aria-label={text('statistics.top')}>
      {values.slice(0, 6).map(({ text: value, count }) => (
        <li key={value} title={text('statistics.times', { count })}>
          <span className={classes.share} style={{ width: `${(count / most) * 100}%` }} />
          <bdi>{shown(value)}</bdi>
          <span>{percent.format(count / Math.max(1, of))}</span>
        </li>
      ))}
    </ol>
  );
}
