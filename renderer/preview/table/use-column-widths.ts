import { useCallback, useRef, useState } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { clampWidth, fittingWidth } from './column-layout.ts';
import { fractionDigits } from './shown-value.ts';

/** More digits are shown, but not aligned: one long number must not widen the whole column. */
const mostAligned = 8;

const mostFractionDigits = (cells: readonly (Cell | undefined)[]): number =>
  Math.min(mostAligned, Math.max(0, ...cells.map((cell) => (cell?.kind === 'number' ? fractionDigits(cell.text) : 0))));

/**
 * Column widths that fit their content until the user drags one, and the most digits after the decimal point. `measure`:
 * fits some columns to their first cells.
 */
export function useColumnWidths(columns: readonly Column[]) {
  const [widths, setWidths] = useState<readonly number[]>(() => columns.map((column) => fittingWidth(column, [])));
  const [fractions, setFractions] = useState<readonly number[]>(() => columns.map(() => 0));
  const fitted = useRef(new Map<number, number>());
  const byHand = useRef(new Set<number>());

  const measure = useCallback(
    (first: number, rows: readonly (readonly Cell[])[]) => {
      const sample = [...rows.slice(0, 40), ...rows.slice(40).slice(-20)];
      const found = new Map<number, number>();
      for (let index = 0; index < (rows[0]?.length ?? 0); index++) {
        const column = columns[first + index];
        if (column === undefined) continue;
        const cells = sample.map((row) => row[index]);
        const fraction = column.kind === 'number' ? mostFractionDigits(cells) : 0;
        if (fraction > 0) found.set(first + index, fraction);
        const width = fittingWidth(column, cells, fraction);
        fitted.current.set(first + index, Math.max(width, fitted.current.get(first + index) ?? 0));
      }
      if (found.size > 0)
        setFractions((before) => before.map((digits, column) => Math.max(digits, found.get(column) ?? 0)));
      setWidths((before) =>
        before.map((width, column) => (byHand.current.has(column) ? width : (fitted.current.get(column) ?? width))),
      );
    },
    [columns],
  );

  const resize = useCallback((column: number, width: number) => {
    byHand.current.add(column);
    setWidths((before) => before.map((each, index) => (index === column ? clampWidth(width) : each)));
  }, []);

  const reset = useCallback((column: number) => {
    byHand.current.delete(column);
    setWidths((before) =>
      before.map((each, index) => (index === column ? (fitted.current.get(column) ?? each) : each)),
    );
  }, []);

  return { widths, fractions, measure, resize, reset };
}
