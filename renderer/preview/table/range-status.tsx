import { useEffect, useMemo, useState } from 'react';
import type { Cell, Column, TableView } from '../../../app/shared/preview/preview.ts';
import { call } from '../../api/client.ts';
import { formatCount } from '../../common/numbers.ts';
import { formats } from '../../common/region.ts';
import { text } from '../../messages/text.ts';
import {
  figuresOfCells,
  figuresOfColumns,
  mostFiguredColumns,
  numberColumns,
  type RangeFigures,
  viewOfRange,
} from './range-figures.ts';
import classes from './range-status.module.css';
import type { CellRange, Selection } from './selection.ts';
import { selectionWords } from './selection-words.tsx';

/** Figures are asked for when a range has not grown for so long, in ms. */
const restMs = 200;

interface RangeStatusProps {
  view: TableView;
  columns: readonly Column[];
  rowCount: number;
  selection: Selection;
  range: CellRange;
  cellAt: (row: number, column: number) => Cell | undefined;
  /** The keyboard is in the last rows in view, which this would cover. */
  isAbove: boolean;
}

/** What is selected, and what its numbers add up to. */
export function RangeStatus({ view, columns, rowCount, selection, range, cellAt, isAbove }: RangeStatusProps) {
  const here = useMemo(() => figuresOfCells(columns, range, cellAt), [columns, range, cellAt]);
  const asked = useAskedFigures({ view, columns, rowCount, range, isNeeded: here === undefined });
  const figures = here ?? asked;
  return (
    <div className={classes.status} data-above={isAbove || undefined}>
      <span>{selectionWords(selection, range, columns)}</span>
      {figures === undefined || figures.count === 0 ? null : (
        <>
          <Figure name={text('grid.numbers')} value={formatCount(figures.count)} />
          <Figure name={text('statistics.sum')} value={shown(figures.sum)} />
          <Figure name={text('statistics.mean')} value={rounded(figures.mean)} />
          <Figure name={text('statistics.min')} value={shown(figures.min)} />
          <Figure name={text('statistics.max')} value={shown(figures.max)} />
        </>
      )}
    </div>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <span>
    <span className={classes.name}>{name}</span> {value}
  </span>
);

/** Every digit: a string keeps them (ECMA-402, Intl mathematical value), which its type does not know yet. */
const shown = (value = ''): string =>
  /^-?\d+(\.\d+)?$/.test(value)
    ? formats()
        .number({ maximumFractionDigits: 20 })
        .format(value as unknown as bigint)
    : value;
const rounded = (value = ''): string => formats().number({ maximumSignificantDigits: 8 }).format(Number(value));

interface AskedOptions extends Pick<RangeStatusProps, 'view' | 'columns' | 'rowCount' | 'range'> {
  isNeeded: boolean;
}

/** Of a range that the window does not hold. `undefined`: not known yet, or not needed. */
function useAskedFigures({ view, columns, rowCount, range, isNeeded }: AskedOptions): RangeFigures | undefined {
  const pointers = isNeeded ? numberColumns(columns, range).map(({ pointer }) => pointer) : [];
  const request =
    pointers.length === 0 || pointers.length > mostFiguredColumns
      ? undefined
      : JSON.stringify({ view: viewOfRange(view, range, rowCount), pointers });
  const [found, setFound] = useState<{ request: string; figures: RangeFigures }>();
  useEffect(() => {
    if (request === undefined) return;
    let isCurrent = true;
    const ask = async () => {
      const { view: asked, pointers: each }: { view: TableView; pointers: string[] } = JSON.parse(request);
      const statistics = [];
      for (const column of each) {
        statistics.push(await call('preview.statistics', { ...asked, column }));
        if (!isCurrent) return;
      }
      setFound({ request, figures: figuresOfColumns(statistics) });
    };
    // Without figures the range is still told.
    const timer = setTimeout(() => void ask().catch(() => undefined), restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [request]);
  return found !== undefined && found.request === request ? found.figures : undefined;
}
