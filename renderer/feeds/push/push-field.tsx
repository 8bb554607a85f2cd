import { TextInput } from '@mantine/core';
import type { Push, PushField } from '../../../app/shared/push/push.ts';
import { SecretField } from '../../secrets/secret-field.tsx';
import { fieldWords } from './push-words.ts';

export interface PushFieldProps {
  push: Push;
  field: PushField;
  error: string | undefined;
  isStored: boolean;
  /** Of a secret: input that is not stored yet. */
  typed: string | undefined;
  onValue: (value: string) => void;
  onSecret: (value: string | undefined) => void;
  onBlur: () => void;
}

/** A field of a kind of target. */
export function PushFieldInput(props: PushFieldProps) {
  const { push, field, error, isStored, typed, onValue, onSecret, onBlur } = props;
  const { label, description } = fieldWords(push.kind, field);
  if (field.type === 'secret')
    return (
      <SecretField
        label={label}
        description={description}
        owner={push.id}
        name={field.name}
        isStored={isStored}
        typed={typed}
        error={error}
        onType={onSecret}
        onBlur={onBlur}
      />
    );
  return (
    <TextInput
      label={label}
      description={description}
      error={error}
      value={push.values[field.name] ?? ''}
      maxLength={2_000}
      spellCheck={false}
      autoComplete="off"
      classNames={field.type === 'text' ? {} : { input: 'mono' }}
      onChange={(event) => onValue(event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}
