import type { PeakaField, PeakaValues } from '../../../../app/shared/peaka/connection-type.ts';
import { type FieldProblemKind, type FormInputs, readForm } from '../form-values.ts';

/**
 * What an edited form changes, and what is wrong with each field. A stored secret stays as it is until the user types
 * another one; an optional text that the user emptied is sent empty, because a value that is left out stays. Pure.
 */
export function readEdit(
  fields: readonly PeakaField[],
  inputs: FormInputs,
  isStored: (name: string) => boolean,
): { values: PeakaValues; problems: Record<string, FieldProblemKind> } {
  const { values, problems } = readForm(fields, inputs);
  for (const { name, kind, required, isSecret } of fields) {
    if (isSecret && isStored(name) && problems[name] === 'required') delete problems[name];
    if (kind === 'text' && !isSecret && !required && inputs[name] === '') values[name] = '';
  }
  return { values, problems };
}
