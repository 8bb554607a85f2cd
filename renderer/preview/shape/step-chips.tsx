import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Step } from '../../../app/shared/shape/shape.ts';
import { formatCount } from '../../common/numbers.ts';
import { text, textOf } from '../../messages/text.ts';
import { toast } from '../../notices/toast.tsx';
import { withMovedStep, withoutStep, withoutSteps } from './changes.ts';
import { ShapeMenuItems } from './shape-menu.tsx';
import { focusGrid, useShaping } from './shaping.tsx';
import classes from './step-chips.module.css';
import { stepWords } from './step-words.ts';

/** The steps of the shape in their words and order, above the table. Nothing, if there are none. */
export function StepChips() {
  const { shape, change, columns } = useShaping();
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<number>();
  const { steps } = shape;
  if (steps.length === 0) return null;

  const focus = (index: number) => {
    const chips = list.current?.querySelectorAll<HTMLElement>('[data-chip]');
    const chip = chips?.[Math.min(index, chips.length - 1)];
    if (chip === undefined) focusGrid();
    else chip.focus();
  };
  const bringBack = () => change((now) => ({ ...now, steps }));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= steps.length || from === to) return;
    flushSync(() => change((now) => withMovedStep(now, from, to)));
    focus(to);
  };
  const remove = (index: number) => {
    const step = steps[index];
    if (step === undefined) return;
    flushSync(() => change((now) => withoutStep(now, step.id)));
    toast(text('shape.steps.removed', { step: stepWords(step, columns) }), bringBack);
    focus(index);
  };
  return (
    <div className={classes.bar}>
      <ul ref={list} className={classes.list} aria-label={text('shape.steps')}>
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={classes.chip}
            draggable
            data-dragged={dragged === index || undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', stepWords(step, columns));
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged !== undefined) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) move(dragged, index);
            }}
            onDragEnd={() => setDragged(undefined)}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
              if (event.altKey && by !== 0) move(index, index + by);
              else if (event.key === 'Delete') remove(index);
              else return;
              event.preventDefault();
            }}
          >
            <Chip step={step} index={index} onRemove={() => remove(index)} />
          </li>
        ))}
      </ul>
      <Menu width={230} position="bottom-start">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={text('shape.steps.add')} title={text('shape.steps.add')}>
            <IconPlus size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ShapeMenuItems />
        </Menu.Dropdown>
      </Menu>
      <Button
        className={classes.clear ?? ''}
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => {
          change(withoutSteps);
          toast(text('shape.steps.cleared'), bringBack);
          focusGrid();
        }}
      >
        {text('shape.steps.clear')}
      </Button>
    </div>
  );
}

interface ChipProps {
  step: Step;
  index: number;
  onRemove: () => void;
}

function Chip({ step, index, onRemove }: ChipProps) {
  const { columns, table, edit } = useShaping();
  const words = stepWords(step, columns);
  const problem = table?.stepProblems.find(({ id }) => id === step.id);
  const before = index === 0 ? table?.sourceRowCount : table?.stepRowCounts[index - 1];
  const count = table?.stepRowCounts[index];
  const changes = count !== undefined && before !== undefined && count !== before;
  const left = changes ? text('shape.steps.left', { count, total: before }) : undefined;
  const why = problem === undefined ? undefined : textOf(problem.message);
  return (
    <>
      <button
        type="button"
        data-chip
        className={classes.words}
        data-problem={problem !== undefined || undefined}
        title={[why ?? words, left].filter((each) => each !== undefined).join('\n')}
        aria-description={[why, left, text('shape.steps.edit')].filter((each) => each !== undefined).join('. ')}
        onClick={() => edit({ kind: 'step', step, isNew: false })}
      >
        {problem === undefined ? null : <IconAlertTriangle size={13} stroke={2} aria-hidden />}
        <span className={classes.text}>{words}</span>
        {changes ? <span className={classes.count}>{formatCount(count)}</span> : null}
      </button>
      <button
        type="button"
        className={classes.remove}
        aria-label={text('shape.steps.remove', { step: words })}
        onClick={onRemove}
      >
        <IconX size={12} stroke={2} aria-hidden />
      </button>
    </>
  );
}
