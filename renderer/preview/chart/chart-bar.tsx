import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPhotoDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  aggregates,
  type Chart,
  type ChartKind,
  chartKinds,
  chartPeriods,
  mostChartLines,
} from '../../../app/shared/chart/chart.ts';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { text } from '../../messages/text.ts';
import { columnName } from '../shape/arrange.ts';
import classes from './chart-view.module.css';
import { dimensions, measures } from './first-chart.ts';

interface ChartBarProps {
  chart: Chart;
  columns: readonly Column[];
  onChange: (chart: Chart) => void;
  onSave: () => void;
}

/** What is drawn, as choices in words: “amount · sum · by day”. */
export function ChartBar({ chart, columns, onChange, onSave }: ChartBarProps) {
  const { kind, x, y, aggregate, period } = chart;
  const group = columns.find(({ pointer }) => pointer === x);
  const isDate = group?.type === 'date' || group?.type === 'datetime';
  const numbers = measures(columns).filter(({ pointer }) => pointer !== x);
  const nameOf = (pointer: string) => columnName(columns.find((column) => column.pointer === pointer));
  const toggle = (pointer: string, isChosen: boolean) => {
    if (kind === 'pie') return onChange({ ...chart, y: isChosen ? [pointer] : [] });
    const others = y.filter((each) => each !== pointer);
    onChange({ ...chart, y: isChosen ? [...others, pointer].slice(-mostChartLines) : others });
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={text('chart.choices')}>
      <SegmentedControl
        size="xs"
        aria-label={text('chart.kind')}
        value={kind}
        data={chartKinds.map((value) => ({ value, label: text(`chart.kind.${value}`) }))}
        onChange={(value) => {
          const chosen = chartKinds.find((each): each is ChartKind => each === value) ?? 'bar';
          onChange({ ...chart, kind: chosen, y: chosen === 'pie' ? y.slice(0, 1) : y });
        }}
      />
      <Choice label={text('chart.groups')} value={nameOf(x)}>
        <Menu.RadioGroup
          value={x}
          onChange={(value) => onChange({ ...chart, x: value, y: y.filter((each) => each !== value) })}
        >
          {dimensions(columns).map((column) => (
            <Menu.RadioItem key={column.pointer} value={column.pointer} closeMenuOnClick>
              {columnName(column)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Choice>
      {isDate ? (
        <Choice label={text('chart.period')} value={text(`chart.period.${period}`)}>
          <Menu.RadioGroup
            value={period}
            onChange={(value) => onChange({ ...chart, period: chartPeriods.find((each) => each === value) ?? 'auto' })}
          >
            {chartPeriods.map((each) => (
              <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                {text(`chart.period.${each}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Choice>
      ) : null}
      <Choice label={text('chart.values')} value={y.length === 0 ? text('chart.rows') : y.map(nameOf).join(', ')}>
        <Menu.CheckboxItem checked={y.length === 0} closeMenuOnClick onChange={() => onChange({ ...chart, y: [] })}>
          {text('chart.rows')}
        </Menu.CheckboxItem>
        {numbers.map(({ pointer }) => (
          <Menu.CheckboxItem
            key={pointer}
            checked={y.includes(pointer)}
            closeMenuOnClick={kind === 'pie'}
            onChange={(isChosen) => toggle(pointer, isChosen)}
          >
            {nameOf(pointer)}
          </Menu.CheckboxItem>
        ))}
      </Choice>
      {y.length === 0 ? null : (
        <Choice label={text('chart.aggregate')} value={text(`chart.aggregate.${aggregate}`)}>
          <Menu.RadioGroup
            value={aggregate}
            onChange={(value) => onChange({ ...chart, aggregate: aggregates.find((each) => each === value) ?? 'sum' })}
          >
            {aggregates.map((each) => (
              <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                {text(`chart.aggregate.${each}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Choice>
      )}
      <Tooltip label={text('chart.save')}>
        <ActionIcon
          className={classes.save}
          variant="subtle"
          color="gray"
          size="md"
          aria-label={text('chart.save')}
          onClick={onSave}
        >
          <IconPhotoDown size={16} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** A choice that opens as a menu. */
function Choice({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <Menu width={220} position="bottom-start">
      <Menu.Target>
        <Button
          className={classes.choice ?? ''}
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={13} aria-hidden />}
          aria-label={text('chart.choice', { label, value })}
        >
          <span className={classes.choiceLabel}>{label}</span>
          {value}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}
