import { NativeSelect } from '@mantine/core';
import type { Column } from '../../../../app/shared/preview/preview.ts';
import { columnName } from '../arrange.ts';

interface ColumnSelectProps {
  label: string;
  isLabelHidden?: boolean;
  columns: readonly Column[];
  value: string;
  onChange: (pointer: string) => void;
}

/** One of the columns by its name. A column that is not there stays chosen, by its pointer. */
export function ColumnSelect({ label, isLabelHidden = false, columns, value, onChange }: ColumnSelectProps) {
  const data = columns.map((column) => ({ value: column.pointer, label: columnName(column) }));
  const isKnown = data.some((each) => each.value === value);
  return (
    <NativeSelect
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      value={value}
      data={isKnown ? data : [{ value, label: value }, ...data]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
