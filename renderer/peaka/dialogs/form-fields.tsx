import { Checkbox, TextInput } from '@mantine/core';
import type { PeakaField } from '../../../app/shared/peaka/connection-type.ts';
import { text } from '../../messages/text.ts';
import { SecretField } from '../../secrets/secret-field.tsx';
import type { FieldProblemKind, FormInputs } from './form-values.ts';
import { valueLabel } from './value-label.ts';

interface FormFieldsProps {
  fields: readonly PeakaField[];
  inputs: FormInputs;
  /** Of the fields whose problem is shown. */
  problemOf: (name: string) => FieldProblemKind | undefined;
  /** The vault's owner of the typed secrets. */
  owner: string;
  /** Whether the vault has the field's value. Default: of none. */
  isStored?: (name: string) => boolean;
  onInput: (name: string, value: string | boolean) => void;
  onLeave: (name: string) => void;
}

/** The fields of a type, as Peaka describes them. */
export const FormFields = ({ fields, ...rest }: FormFieldsProps) =>
  fields.map((field) => <FormField key={field.name} field={field} {...rest} />);

function FormField({
  field,
  inputs,
  problemOf,
  owner,
  isStored = () => false,
  onInput,
  onLeave,
}: Omit<FormFieldsProps, 'fields'> & { field: PeakaField }) {
  const { name, kind, required, isSecret } = field;
  const label =
    required || kind === 'boolean' ? valueLabel(name) : text('peaka.dialog.optional', { name: valueLabel(name) });
  // Without a description, Peaka's own name of the field leads to its documentation.
  const description = field.description === '' ? text('peaka.dialog.field', { name }) : field.description;
  const problem = problemOf(name);
  const error = problem === undefined ? undefined : text(`peaka.dialog.problem.${problem}`);
  const input = inputs[name];
  const typed = typeof input === 'string' ? input : '';
  if (kind === 'boolean')
    return (
      <Checkbox
        label={label}
        description={description}
        checked={input === true}
        onChange={(event) => onInput(name, event.currentTarget.checked)}
      />
    );
  if (isSecret)
    return (
      <SecretField
        label={label}
        description={description}
        error={error}
        owner={owner}
        name={`value:${name}`}
        isStored={isStored(name)}
        typed={isStored(name) && input === undefined ? undefined : typed}
        onType={(value) => onInput(name, value ?? '')}
        onBlur={() => onLeave(name)}
      />
    );
  return (
    <TextInput
      label={label}
      description={description}
      error={error}
      value={typed}
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onInput(name, event.currentTarget.value)}
      onBlur={() => onLeave(name)}
    />
  );
}
