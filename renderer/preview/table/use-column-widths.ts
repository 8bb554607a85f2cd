import { useCallback, useMemo, useState } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { clampWidth, fittingWidth } from './column-layout.ts';
import { fractionDigits } from './shown-value.ts';

/** More digits are shown, but not aligned: one long number must not widen the whole column. */
const mostAligned = 8;

const mostFractionDigits = (cells: readonly (Cell | undefined)[]): number =>
  Math.min(mostAligned, Math.max(0, ...cells.map((cell) => (cell?.kind === 'number' ? fractionDigits(cell.text) : 0))));

/** What the first cells of a column need. */
interface Fit {
  width: number;
  /** The most digits after the decimal point. */
  fraction: number;
}

/** Stores a width. `undefined`: the column fits its content again. */
export type KeepWidth = (pointer: string, width: number | undefined) => void;

/**
 * The width of each column: the user's (`column.width`), else one that fits the content; and the most digits after the
 * decimal point. `measure`: fits some columns to their first cells. Columns may come, go and change places.
 */
export function useColumnWidths(columns: readonly Column[], onKeep: KeepWidth) {
  const [fits, setFits] = useState<ReadonlyMap<string, Fit>>(new Map());
  const widths = useMemo(
    () => columns.map((column) => column.width ?? fits.get(column.pointer)?.width ?? fittingWidth(column, [])),
    [columns, fits],
  );
  const fractions = useMemo(() => columns.map(({ pointer }) => fits.get(pointer)?.fraction ?? 0), [columns, fits]);

  const measure = useCallback((measured: readonly Column[], rows: readonly (readonly Cell[])[]) => {
    const sample = [...rows.slice(0, 40), ...rows.slice(40).slice(-20)];
    if (sample.length === 0) return;
    setFits((before) => {
      const after = new Map(before);
      for (const [index, column] of measured.entries()) {
        const cells = sample.map((row) => row[index]);
        const known = before.get(column.pointer);
        const fraction = Math.max(known?.fraction ?? 0, column.kind === 'number' ? mostFractionDigits(cells) : 0);
        after.set(column.pointer, {
          width: Math.max(known?.width ?? 0, fittingWidth(column, cells, fraction)),
          fraction,
        });
      }
      return after;
    });
  }, []);

  const resize = useCallback(
    (column: number, width: number) => {
      const pointer = columns[column]?.pointer;
      if (pointer !== undefined) onKeep(pointer, clampWidth(width));
    },
    [columns, onKeep],
  );
  const reset = useCallback(
    (column: number) => {
      const pointer = columns[column]?.pointer;
      if (pointer !== undefined) onKeep(pointer, undefined);
    },
    [columns, onKeep],
  );

  return { widths, fractions, measure, resize, reset };
}
