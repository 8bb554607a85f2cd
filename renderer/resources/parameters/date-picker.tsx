import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { dateText } from '../../../app/shared/resource/dates/evaluate.ts';
import { isTimeZone } from '../../../app/shared/resource/dates/problems.ts';
import { text } from '../../messages/text.ts';
import { DateBuilder } from './date-builder.tsx';
import classes from './date-picker.module.css';

/** What dashboards ask for most. */
const common = {
  today: 'today',
  yesterday: 'yesterday',
  week: 'today-7d',
  days: 'today-30d',
  month: 'startOfMonth',
  lastMonth: 'startOfMonth-1mo',
  lastMonthEnd: 'endOfMonth-1mo',
  year: 'startOfYear',
  now: 'now',
  unix: 'now:unix',
} as const;
const commonNames = Object.keys(common) as (keyof typeof common)[];

interface DatePickerProps {
  /** Of the field that the date goes into. */
  label: string;
  timeZone: string | null;
  /** Gets the date with its braces. */
  onPick: (date: string) => void;
}

/** A button that opens relative dates, each with what it is now, and the parts of any other. */
export function DatePicker({ label, timeZone: chosen, onPick }: DatePickerProps) {
  const timeZone = chosen !== null && isTimeZone(chosen) ? chosen : null;
  const [openedAt, setOpenedAt] = useState<number | undefined>(undefined);
  const close = (): void => setOpenedAt(undefined);
  const pick = (inner: string): void => {
    close();
    onPick(`{{${inner}}}`);
  };
  const isOpen = openedAt !== undefined;
  return (
    <Popover opened={isOpen} onDismiss={close} position="left-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={text('parameters.date.open', { field: label })}
          title={text('parameters.date')}
          onClick={() => (isOpen ? close() : setOpenedAt(Date.now()))}
        >
          <IconCalendarTime size={15} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={text('parameters.date')}>
        {openedAt === undefined ? null : (
          <>
            <ul className={classes.list}>
              {commonNames.map((name) => (
                <li key={name}>
                  <UnstyledButton className={classes.item ?? ''} onClick={() => pick(common[name])}>
                    <span>{text(`parameters.date.common.${name}`)}</span>
                    <span className={`${classes.result} mono`}>
                      {dateText(common[name], { at: openedAt, timeZone })}
                    </span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            <DateBuilder clock={{ at: openedAt, timeZone }} onPick={pick} />
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
