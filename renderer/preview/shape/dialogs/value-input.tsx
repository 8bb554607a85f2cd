import { NativeSelect, TextInput } from '@mantine/core';
import type { ValueType } from '../../../../app/shared/shape/shape.ts';
import { text } from '../../../messages/text.ts';
import { DateInput } from './date-input.tsx';
import { localText } from './operands.ts';

interface ValueInputProps {
  label: string;
  type: ValueType | undefined;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
}

/** A value of a type, as the user types it. */
export function ValueInput({ label, type, value, isWrong, onChange }: ValueInputProps) {
  if (type === 'boolean')
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[
          { value: '', label: text('shape.filter.choose') },
          { value: 'true', label: text('shape.yes') },
          { value: 'false', label: text('shape.no') },
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (type === 'date' || type === 'datetime')
    return <DateInput label={label} type={type} value={localText(value)} isWrong={isWrong} onChange={onChange} />;
  const isTime = type === 'time';
  const isNumber = type === 'number' || type === 'duration';
  return (
    <TextInput
      label={label}
      type={isTime ? 'time' : 'text'}
      {...(isTime ? { step: 1 } : {})}
      inputMode={isNumber ? 'decimal' : 'text'}
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      value={value}
      description={type === 'duration' ? text('shape.filter.duration') : undefined}
      error={isWrong ? text(isNumber ? 'shape.filter.wrongNumber' : 'shape.filter.wrong') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
