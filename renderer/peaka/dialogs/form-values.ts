import type { PeakaField, PeakaType, PeakaValues } from '../../../app/shared/peaka/connection-type.ts';
import { plainName } from '../../../app/shared/secret-names.ts';

/** What the user typed, by field. A field that was not touched is absent. */
export type FormInputs = Readonly<Record<string, string | boolean>>;
export type FieldProblemKind = 'required' | 'number';

/** A login gives these values, or the dialog asks for them elsewhere. Plain names. */
const valuesOfLogins: readonly string[] = [
  'clientid',
  'clientsecret',
  'accesstoken',
  'refreshtoken',
  'redirecturl',
  'redirecturi',
];

/** The fields of the form for a new connection of the type. Pure. */
export const formFields = ({ needsLogin, fields }: PeakaType): PeakaField[] =>
  needsLogin ? fields.filter(({ name }) => !valuesOfLogins.includes(plainName(name))) : fields;

/** What was stored, as inputs: to edit a form again. Pure. */
export const inputsOf = (values: PeakaValues): FormInputs =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );

function numberOf(typed: string): number | undefined {
  if (!/^[+-]?\d+([.,]\d+)?$/.test(typed)) return undefined;
  const number = Number(typed.replace(',', '.'));
  // A long ID would not survive as a number.
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/**
 * The form's values for Peaka, and what is wrong with each field. An optional field without input is left out; a required
 * yes or no is `false` until the user ticks it. A secret stays as typed, other texts lose the space around them. Pure.
 */
export function readForm(
  fields: readonly PeakaField[],
  inputs: FormInputs,
): { values: PeakaValues; problems: Record<string, FieldProblemKind> } {
  const values: PeakaValues = {};
  const problems: Record<string, FieldProblemKind> = {};
  for (const { name, kind, required, isSecret } of fields) {
    const input = inputs[name];
    if (kind === 'boolean') {
      if (required || input !== undefined) values[name] = input === true;
      continue;
    }
    const typed = typeof input === 'string' ? input : '';
    const plain = typed.trim();
    if (plain === '') {
      if (required) problems[name] = 'required';
    } else if (kind === 'text') values[name] = isSecret ? typed : plain;
    else {
      const number = numberOf(plain);
      if (number === undefined) problems[name] = 'number';
      else values[name] = number;
    }
  }
  return { values, problems };
}
