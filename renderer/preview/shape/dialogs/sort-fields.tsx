import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import type { SortStep } from '../../../../app/shared/shape/shape.ts';
import { moved } from '../../../common/moved.ts';
import { text } from '../../../messages/text.ts';
import { useShaping } from '../shaping.tsx';
import { orderKind } from '../step-words.ts';
import { ColumnSelect } from './column-select.tsx';
import classes from './dialogs.module.css';

interface SortFieldsProps {
  step: SortStep;
  onChange: (step: SortStep) => void;
}

const mostKeys = 20;

/** The columns to sort by, the most important first. */
export function SortFields({ step, onChange }: SortFieldsProps) {
  const { columns } = useShaping();
  const hintId = useId();
  const { keys } = step;
  const set = (next: SortStep['keys']) => onChange({ ...step, keys: next });
  const unused = columns.find(({ pointer }) => !keys.some((key) => key.column === pointer));
  return (
    <fieldset className={classes.fields} aria-describedby={hintId}>
      <p id={hintId} className={classes.hint}>
        {text('shape.sort.hint')}
      </p>
      {keys.map((key, index) => {
        const kind = orderKind(columns.find(({ pointer }) => pointer === key.column)?.type);
        const put = (change: Partial<typeof key>) =>
          set(keys.map((each, at) => (at === index ? { ...each, ...change } : each)));
        const others = columns.filter(
          ({ pointer }) => pointer === key.column || !keys.some((each) => each.column === pointer),
        );
        const number = index + 1;
        return (
          <div key={key.column} className={classes.key}>
            <ColumnSelect
              label={text('shape.sort.column', { number })}
              isLabelHidden
              columns={others}
              value={key.column}
              onChange={(column) => put({ column })}
            />
            <NativeSelect
              aria-label={text('shape.sort.order', { number })}
              value={key.descending ? 'down' : 'up'}
              data={[
                { value: 'up', label: text(`shape.order.${kind}.up`) },
                { value: 'down', label: text(`shape.order.${kind}.down`) },
              ]}
              onChange={(event) => put({ descending: event.currentTarget.value === 'down' })}
            />
            <ActionIcon
              aria-label={text('shape.sort.up', { number })}
              disabled={index === 0}
              onClick={() => set(moved(keys, index, index - 1))}
            >
              <IconArrowUp size={15} />
            </ActionIcon>
            <ActionIcon
              aria-label={text('shape.sort.down', { number })}
              disabled={index === keys.length - 1}
              onClick={() => set(moved(keys, index, index + 1))}
            >
              <IconArrowDown size={15} />
            </ActionIcon>
            <ActionIcon
              aria-label={text('shape.sort.remove', { number })}
              disabled={keys.length === 1}
              onClick={() => set(keys.filter((_each, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        );
      })}
      {unused === undefined || keys.length >= mostKeys ? null : (
        <Button
          className={classes.add ?? ''}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => set([...keys, { column: unused.pointer, descending: false }])}
        >
          {text('shape.sort.add')}
        </Button>
      )}
    </fieldset>
  );
}
