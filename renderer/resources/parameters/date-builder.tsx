import { Autocomplete, Button, NativeSelect, NumberInput } from '@mantine/core';
import { useId, useState } from 'react';
import { type DateClock, dateText } from '../../../app/shared/resource/dates/evaluate.ts';
import { dateBases, dateUnits, isDate, readDate } from '../../../app/shared/resource/dates/grammar.ts';
import { text, textOf } from '../../messages/text.ts';
import classes from './date-picker.module.css';

const formats = ['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ssXXX", 'dd.MM.yyyy', 'yyyyMMdd', 'iso', 'unix', 'unixms'];

interface DateBuilderProps {
  clock: DateClock;
  /** Gets the date without its braces. */
  onPick: (inner: string) => void;
}

/** Any relative date from its parts, with its result or what is wrong with it. */
export function DateBuilder({ clock, onPick }: DateBuilderProps) {
  const [base, setBase] = useState<string>('today');
  const [amount, setAmount] = useState<string | number>('');
  const [unit, setUnit] = useState<string>('d');
  const [pattern, setPattern] = useState('');
  const hintId = useId();
  const number = Number(amount);
  const offset = amount === '' || number === 0 ? '' : `${number > 0 ? '+' : ''}${number}${unit}`;
  const inner = `${base}${offset}${pattern === '' ? '' : `:${pattern}`}`;
  const read = readDate(inner);
  return (
    <fieldset className={classes.builder} aria-label={text('parameters.date.build')} aria-describedby={hintId}>
      <p id={hintId} className={classes.hint}>
        {text('parameters.date.build.hint')}
      </p>
      <div className={classes.parts}>
        <NativeSelect
          size="xs"
          aria-label={text('parameters.date.base')}
          value={base}
          data={dateBases.map((value) => ({ value, label: text(`parameters.date.base.${value}`) }))}
          onChange={(event) => setBase(event.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          aria-label={text('parameters.date.amount')}
          placeholder={text('parameters.date.amount.example')}
          allowDecimal={false}
          hideControls
          value={amount}
          onChange={setAmount}
        />
        <NativeSelect
          size="xs"
          aria-label={text('parameters.date.unit')}
          value={unit}
          data={dateUnits.map((value) => ({ value, label: text(`parameters.date.unit.${value}`) }))}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
      </div>
      <Autocomplete
        size="xs"
        aria-label={text('parameters.date.format')}
        placeholder={text('parameters.date.format')}
        classNames={{ input: 'mono' }}
        comboboxProps={{ withinPortal: false }}
        data={formats}
        filter={({ options }) => options}
        value={pattern}
        onChange={setPattern}
      />
      <div className={classes.foot}>
        <output className={classes.output} data-wrong={!isDate(read) || undefined}>
          {isDate(read) ? <span className="mono">{dateText(inner, clock)}</span> : textOf(read)}
        </output>
        <Button size="compact-sm" variant="default" disabled={!isDate(read)} onClick={() => onPick(inner)}>
          {text('parameters.date.insert')}
        </Button>
      </div>
    </fieldset>
  );
}
