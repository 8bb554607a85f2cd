import { Menu } from '@mantine/core';
import { IconTypography } from '@tabler/icons-react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import type { DisplayFormat } from '../../../app/shared/shape/shape.ts';
import { text } from '../../messages/text.ts';
import { shownTyped } from '../table/shown-value.ts';
import { withColumn } from './changes.ts';
import classes from './column-menu.module.css';
import { useShaping } from './shaping.tsx';

type FormatChange = { [Key in keyof DisplayFormat]: DisplayFormat[Key] | undefined };

const auto = 'auto';
const decimals = [0, 1, 2, 3, 4];
const styles = ['short', 'medium', 'long', 'iso'] as const;
const samples = { date: '2026-12-31', datetime: '2026-12-31T14:05:30', time: '14:05:30' };

/** How the values of a column look. The values themselves stay. Nothing for a type without a choice. */
export function FormatMenu({ column }: { column: Column }) {
  const { change } = useShaping();
  const { pointer, type, format = {} } = column;
  const isNumber = type === 'number';
  if (!isNumber && type !== 'date' && type !== 'datetime' && type !== 'time') return null;
  const set = (changed: FormatChange) =>
    change((now) => {
      const entries = Object.entries({ ...format, ...changed }).filter(([, value]) => value !== undefined);
      return withColumn(now, pointer, { format: entries.length === 0 ? undefined : Object.fromEntries(entries) });
    });
  const example = (changed: DisplayFormat) =>
    shownTyped(type === 'number' ? '1234.56789' : samples[type], { ...column, format: { ...format, ...changed } }, 1);
  return (
    <Menu.Sub floatingStrategy="fixed">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconTypography size={15} stroke={1.7} />}>
          {text('shape.column.format')}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={classes.sub ?? ''}>
        {type === 'number' ? (
          <>
            <Menu.Label>{text('shape.column.decimals')}</Menu.Label>
            <Menu.RadioGroup
              value={String(format.decimals ?? auto)}
              onChange={(value) => set({ decimals: value === auto ? undefined : Number(value) })}
            >
              <Menu.RadioItem value={auto}>{text('shape.column.decimals.auto')}</Menu.RadioItem>
              {decimals.map((each) => (
                <Menu.RadioItem key={each} value={String(each)}>
                  {example({ decimals: each })}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Divider />
            <Menu.Label>{text('shape.column.thousands')}</Menu.Label>
            <Menu.RadioGroup
              value={String(format.thousands ?? auto)}
              onChange={(value) => set({ thousands: value === auto ? undefined : value === 'true' })}
            >
              <Menu.RadioItem value={auto}>{text('shape.column.thousands.auto')}</Menu.RadioItem>
              <Menu.RadioItem value="true">{example({ thousands: true, decimals: 0 })}</Menu.RadioItem>
              <Menu.RadioItem value="false">{example({ thousands: false, decimals: 0 })}</Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        ) : (
          <>
            <Menu.Label>{text('shape.column.dateStyle')}</Menu.Label>
            <Menu.RadioGroup
              value={format.dateStyle ?? 'medium'}
              onChange={(value) =>
                set({ dateStyle: value === 'medium' ? undefined : styles.find((each) => each === value) })
              }
            >
              {styles.map((each) => (
                <Menu.RadioItem key={each} value={each}>
                  {each === 'iso'
                    ? text('shape.column.dateStyle.iso', { example: example({ dateStyle: each }) })
                    : example({ dateStyle: each })}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
