import { NativeSelect } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { FilterStep } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import { kindOf, operandsOf, testsOf, testText } from '../filter-tests.ts';
import { useShaping } from '../shaping.tsx';
import { typedText } from '../typed-input.ts';
import { ColumnSelect } from './column-select.tsx';
import classes from './dialogs.module.css';
import { FrequentValues } from './frequent-values.tsx';
import { readOperand, useColumnFigures } from './operands.ts';
import { ValueInput } from './value-input.tsx';
import { ValueList } from './value-list.tsx';

interface FilterFieldsProps {
  step: FilterStep;
  onChange: (step: FilterStep) => void;
}

/** Column, test and value of a filter. The value is typed as the user's region writes it. */
export function FilterFields({ step, onChange }: FilterFieldsProps) {
  const { columns } = useShaping();
  const hintId = useId();
  const column = columns.find(({ pointer }) => pointer === step.column);
  const type = column?.type;
  const kind = kindOf(type);
  const figures = useColumnFigures(step);
  const hasZone = figures?.min?.endsWith('Z') === true;
  const [typed, setTyped] = useState({ value: typedText(step.value, type), to: typedText(step.to, type) });
  const operands = operandsOf(step.test);
  const value = readOperand(typed.value, type, hasZone);
  const to = readOperand(typed.to, type, hasZone);
  /** The form keeps the step in canonical form. What is no value is kept as an empty one. */
  const put = (next: typeof typed) => {
    setTyped(next);
    onChange({
      ...step,
      value: readOperand(next.value, type, hasZone) ?? '',
      to: readOperand(next.to, type, hasZone) ?? '',
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whether times have zones comes with the figures
  useEffect(() => {
    if (hasZone && (value ?? '') !== step.value) put(typed);
  }, [hasZone]);

  const chooseColumn = (pointer: string) => {
    const next = columns.find((each) => each.pointer === pointer);
    const tests = testsOf[kindOf(next?.type)];
    setTyped({ value: '', to: '' });
    onChange({
      ...step,
      column: pointer,
      test: tests.includes(step.test) ? step.test : tests[0],
      value: '',
      to: '',
      values: [],
    });
  };
  const tests = testsOf[kind];
  return (
    <fieldset className={classes.fields} aria-describedby={hintId}>
      <p id={hintId} className={classes.hint}>
        {text('shape.filter.hint')}
      </p>
      <div className={classes.pair}>
        <ColumnSelect label={text('shape.edit.column')} columns={columns} value={step.column} onChange={chooseColumn} />
        <NativeSelect
          label={text('shape.filter.test')}
          data-autofocus
          value={step.test}
          data={(tests.includes(step.test) ? tests : [step.test, ...tests]).map((test) => ({
            value: test,
            label: testText(test, kind),
          }))}
          onChange={(event) => {
            const test = tests.find((each) => each === event.currentTarget.value);
            if (test !== undefined) onChange({ ...step, test });
          }}
        />
      </div>
      {operands === 'one' || operands === 'two' ? (
        <div className={operands === 'two' ? classes.pair : undefined}>
          <ValueInput
            label={text(operands === 'two' ? 'shape.filter.from' : 'shape.filter.value')}
            type={type}
            value={typed.value}
            isWrong={typed.value !== '' && value === undefined}
            onChange={(next) => put({ ...typed, value: next })}
          />
          {operands === 'two' ? (
            <ValueInput
              label={text('shape.filter.to')}
              type={type}
              value={typed.to}
              isWrong={typed.to !== '' && to === undefined}
              onChange={(next) => put({ ...typed, to: next })}
            />
          ) : null}
        </div>
      ) : null}
      {operands === 'many' ? (
        <ValueList values={step.values} onChange={(values) => onChange({ ...step, values })} />
      ) : null}
      {(operands === 'one' || operands === 'many') && kind === 'text' ? (
        <FrequentValues
          top={figures?.top ?? []}
          chosen={operands === 'many' ? step.values : [typed.value]}
          onChoose={(choice) => {
            if (operands === 'one') put({ ...typed, value: choice });
            else if (step.values.includes(choice))
              onChange({ ...step, values: step.values.filter((each) => each !== choice) });
            else onChange({ ...step, values: [...step.values, choice] });
          }}
        />
      ) : null}
    </fieldset>
  );
}
