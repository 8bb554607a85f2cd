import { useEffect, useState } from 'react';
import type { Statistics } from '../../../../app/shared/contract/table.ts';
import type { FilterStep, ValueType } from '../../../../app/shared/shape/shape.ts';
import { call } from '../../../api/client.ts';
import { useShaping } from '../shaping.tsx';
import { readTyped } from '../typed-input.ts';

/**
 * What was typed, in canonical form. `hasZone`: the column's times have zones, so a typed one is in the user's.
 * `undefined`: it is no value of the type.
 */
export function readOperand(typed: string, type: ValueType | undefined, hasZone: boolean): string | undefined {
  const value = typed === '' ? undefined : readTyped(typed, type);
  if (value === undefined || type !== 'datetime' || !hasZone || !/^\d{4}-[^Z]+$/.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}

/** `2026-11-30T12:00:00Z` as an input of a local time has it: `2026-11-30T13:00:00`. */
export function localText(value: string): string {
  if (!value.endsWith('Z')) return value;
  const time = new Date(value);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return Number.isNaN(local.getTime()) ? value : local.toISOString().slice(0, 19);
}

/** The figures of the filter's column in the rows that come to it. `undefined`: not there yet. */
export function useColumnFigures({ id, column }: FilterStep): Statistics | undefined {
  const { table, shape } = useShaping();
  const [figures, setFigures] = useState<{ of: string; statistics: Statistics }>();
  const view = table?.view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps do not change while the dialog is open
  useEffect(() => {
    if (view === undefined) return;
    let isCurrent = true;
    const place = shape.steps.findIndex((step) => step.id === id);
    const steps = place === -1 ? shape.steps : shape.steps.slice(0, place);
    call('preview.statistics', { ...view, shape: { ...shape, steps }, column }).then(
      (statistics) => isCurrent && setFigures({ of: column, statistics }),
      // They only help with the input.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [view, column, id]);
  return figures?.of === column ? figures.statistics : undefined;
}
