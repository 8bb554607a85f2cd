import { useCallback, useMemo, useRef, useState } from 'react';
import type { Cell, Column } from '../../../app/shared/preview/preview.ts';
import { clampWidth, fittingWidth } from './column-layout.ts';
import { digitsOf, fractionDigits } from './shown-value.ts';

/** More digits are shown, but not aligned: one long number must not widen the whole column. */
const mostAligned = 8;

const mostFractionDigits = (column: Column, cells: readonly (Cell | undefined)[]): number => {
  const digits = cells.map((cell) => (cell === undefined ? 0 : fractionDigits(digitsOf(cell, column) ?? '')));
  return Math.min(mostAligned, Math.max(0, ...digits));
};

/** What the first and last cells of a column need. */
interface Fit {
  sample: readonly (Cell | undefined)[];
  /** What decides how the cells are drawn. */
  look: string;
  width: number;
  /** The most digits after the decimal point. */
  fraction: number;
}

const lookOf = ({ name, label, kind, type, format }: Column): string =>
  JSON.stringify([name ?? label, kind, type, format]);

/** Grows only, as long as the look stays: other rows must not make the columns jump. */
function fitOf(column: Column, sample: readonly (Cell | undefined)[], before: Fit | undefined): Fit {
  const look = lookOf(column);
  if (before?.look === look && before.sample === sample) return before;
  const known = before?.look === look ? before : undefined;
  const fraction = Math.max(known?.fraction ?? 0, mostFractionDigits(column, sample));
  return { sample, look, fraction, width: Math.max(known?.width ?? 0, fittingWidth(column, sample, fraction)) };
}

const noCells: readonly Cell[] = [];

/** Stores a width. `undefined`: the column fits its content again. */
export type KeepWidth = (pointer: string, width: number | undefined) => void;

/**
 * The width of each column: the user's (`column.width`), else one that fits the content; and the most digits after the
 * decimal point. `measure`: fits some columns to their first cells. Columns may come, go and change places.
 */
export function useColumnWidths(columns: readonly Column[], onKeep: KeepWidth) {
  const [samples, setSamples] = useState<ReadonlyMap<string, readonly (Cell | undefined)[]>>(new Map());
  const known = useRef(new Map<string, Fit>());
  const fits = useMemo(
    () =>
      columns.map((column) => {
        const fit = fitOf(column, samples.get(column.pointer) ?? noCells, known.current.get(column.pointer));
        known.current.set(column.pointer, fit);
        return fit;
      }),
    [columns, samples],
  );
  const widths = useMemo(() => fits.map(({ width }, index) => columns[index]?.width ?? width), [fits, columns]);
  const fractions = useMemo(() => fits.map(({ fraction }) => fraction), [fits]);

  const measure = useCallback((measured: readonly Column[], rows: readonly (readonly Cell[])[]) => {
    const sample = [...rows.slice(0, 40), ...rows.slice(40).slice(-20)];
    if (sample.length === 0) return;
    setSamples((before) => {
      const after = new Map(before);
      for (const [index, { pointer }] of measured.entries())
        after.set(
          pointer,
          sample.map((row) => row[index]),
        );
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
