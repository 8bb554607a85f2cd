import { NumberInput, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { LimitStep } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import classes from './dialogs.module.css';

interface LimitFieldsProps {
  step: LimitStep;
  onChange: (step: LimitStep) => void;
}

/** How many rows, from which end. */
export function LimitFields({ step, onChange }: LimitFieldsProps) {
  const hintId = useId();
  return (
    <fieldset className={classes.fields} aria-describedby={hintId}>
      <p id={hintId} className={classes.hint}>
        {text('shape.limit.hint')}
      </p>
      <SegmentedControl
        aria-label={text('shape.limit.from')}
        value={step.from}
        data={[
          { value: 'first', label: text('shape.limit.first') },
          { value: 'last', label: text('shape.limit.last') },
        ]}
        onChange={(from) => onChange({ ...step, from: from === 'last' ? 'last' : 'first' })}
      />
      <NumberInput
        label={text('shape.limit.count')}
        data-autofocus
        min={1}
        max={100_000_000}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        value={step.count}
        onChange={(count) => {
          const rows = Number(count);
          if (Number.isInteger(rows) && rows >= 1) onChange({ ...step, count: rows });
        }}
      />
    </fieldset>
  );
}
