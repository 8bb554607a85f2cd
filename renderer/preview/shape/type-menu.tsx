import { Menu } from '@mantine/core';
import { IconAbc } from '@tabler/icons-react';
import type { Column } from '../../../app/shared/preview/preview.ts';
import { patternExample, patternsOf } from '../../../app/shared/shape/patterns.ts';
import { valueTypes } from '../../../app/shared/shape/shape.ts';
import { text } from '../../messages/text.ts';
import { withColumn } from './changes.ts';
import classes from './column-menu.module.css';
import { useShaping } from './shaping.tsx';

const guess = 'guess';

/** What the values mean, and how they are written: guessed, or the user's choice. */
export function TypeMenu({ column }: { column: Column }) {
  const { shape, change } = useShaping();
  const { pointer, type } = column;
  const choice = shape.columns[pointer];
  const patterns = type === undefined ? [] : patternsOf[type];
  const chooseType = (value: string) =>
    change((now) => withColumn(now, pointer, { type: valueTypes.find((each) => each === value), pattern: undefined }));
  const choosePattern = (value: string) =>
    change((now) => withColumn(now, pointer, value === guess ? { pattern: undefined } : { type, pattern: value }));
  return (
    <Menu.Sub floatingStrategy="fixed">
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconAbc size={15} stroke={1.7} />}>{text('shape.column.type')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={classes.sub ?? ''}>
        <Menu.RadioGroup value={choice?.type ?? guess} onChange={chooseType}>
          <Menu.RadioItem value={guess} closeMenuOnClick>
            {text('shape.column.guess')}
          </Menu.RadioItem>
          {valueTypes.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {text(`shape.type.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {patterns.length < 2 || type === undefined ? null : (
          <>
            <Menu.Divider />
            <Menu.Label>{text('shape.column.pattern')}</Menu.Label>
            <Menu.RadioGroup value={choice?.pattern ?? guess} onChange={choosePattern}>
              <Menu.RadioItem value={guess} closeMenuOnClick>
                {text('shape.column.guess')}
              </Menu.RadioItem>
              {patterns.map((each) => (
                <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                  {patternExample(type, each)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
