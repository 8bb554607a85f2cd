import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Step } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import { withStep } from '../changes.ts';
import { hasOperands } from '../filter-tests.ts';
import { useShaping } from '../shaping.tsx';
import classes from './dialogs.module.css';
import { DistinctFields } from './distinct-fields.tsx';
import { FilterFields } from './filter-fields.tsx';
import { LimitFields } from './limit-fields.tsx';
import { SortFields } from './sort-fields.tsx';

interface StepFormProps {
  step: Step;
  onClose: () => void;
}

/** Edits a step, and applies it at once when it is confirmed. */
export function StepForm({ step: given, onClose }: StepFormProps) {
  const { change } = useShaping();
  const [step, setStep] = useState(given);
  const isReady = step.kind !== 'filter' || hasOperands(step);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        change((now) => withStep(now, step));
        onClose();
      }}
    >
      {step.kind === 'filter' ? <FilterFields step={step} onChange={setStep} /> : null}
      {step.kind === 'sort' ? <SortFields step={step} onChange={setStep} /> : null}
      {step.kind === 'distinct' ? <DistinctFields step={step} onChange={setStep} /> : null}
      {step.kind === 'limit' ? <LimitFields step={step} onChange={setStep} /> : null}
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose}>
          {text('shape.edit.cancel')}
        </Button>
        <Button type="submit" disabled={!isReady}>
          {text('shape.edit.apply')}
        </Button>
      </div>
    </form>
  );
}
