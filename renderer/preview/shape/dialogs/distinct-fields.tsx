import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import type { DistinctStep } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import { columnName } from '../arrange.ts';
import { useShaping } from '../shaping.tsx';
import classes from './dialogs.module.css';

interface DistinctFieldsProps {
  step: DistinctStep;
  onChange: (step: DistinctStep) => void;
}

/** The columns whose values decide whether rows are equal. None: all that are shown. */
export function DistinctFields({ step, onChange }: DistinctFieldsProps) {
  const { columns } = useShaping();
  const hintId = useId();
  return (
    <fieldset className={classes.fields} aria-describedby={hintId}>
      <p id={hintId} className={classes.hint}>
        {text('shape.distinct.hint')}
      </p>
      <div className={classes.checks}>
        {columns.map((column, index) => (
          <Checkbox
            key={column.pointer}
            label={columnName(column)}
            data-autofocus={index === 0 || undefined}
            checked={step.columns.includes(column.pointer)}
            onChange={(event) =>
              onChange({
                ...step,
                columns: event.currentTarget.checked
                  ? [...step.columns, column.pointer]
                  : step.columns.filter((each) => each !== column.pointer),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
