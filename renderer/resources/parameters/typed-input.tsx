import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

interface TypedInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onType: (text: string) => void;
}

/** A field that shows what was typed as long as it has the focus, though the value may be written in another way. */
export function TypedInput({ value, onType, onBlur, ...others }: TypedInputProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <TextInput
      size="xs"
      classNames={{ input: 'mono' }}
      spellCheck={false}
      autoComplete="off"
      {...others}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType(event.currentTarget.value);
      }}
      onBlur={(event) => {
        setTyped(undefined);
        onBlur?.(event);
      }}
    />
  );
}
