import { useCallback, useRef, useState } from 'react';
import type { Cell, Column } from '../../../app/resources/preview/preview.ts';
import { clampWidth, fittingWidth } from './column-layout.ts';

/** Widths by themselves until somebody drags. `measure`: what the first cells of some columns need. */
export function useColumnWidths(columns: readonly Column[]) {
  const [widths, setWidths] = useState<readonly number[]>(() => columns.map((column) => fittingWidth(column, [])));
  const fitted = useRef(new Map<number, number>());
  const byHand = useRef(new Set<number>());

  const measure = useCallback(
    (first: number, rows: readonly (readonly Cell[])[]) => {
      const sample = [...rows.slice(0, 40), ...rows.slice(40).slice(-20)];
      for (let index = 0; index < (rows[0]?.length ?? 0); index++) {
        const column = columns[first + index];
        if (column === undefined) continue;
        const width = fittingWidth(
          column,
          sample.map((row) => row[index]),
        );
        fitted.current.set(first + index, Math.max(width, fitted.current.get(first + index) ?? 0));
      }
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

  return { widths, measure, resize, reset };
}
