import { usedSecretValues } from '../../app/shared/connection/secret-values.ts';
import { valueSecret } from '../../app/shared/secret-value.ts';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import type { ConnectionFormState } from './form-state.ts';

/** Values for `{name}` in URLs, parameters and headers, stored with the user's secrets. */
export function SecretValueFields({ form }: { form: ConnectionFormState }) {
  const { draft, secrets, typeSecret, isStored, problemOf } = form;
  return usedSecretValues(draft).map((value) => {
    const name = valueSecret(value);
    return (
      <SecretField
        key={name}
        label={text('connection.secretValue', { name: `{${value}}` })}
        description={text('connection.secretValue.hint')}
        owner={draft.id}
        name={name}
        isStored={isStored(name)}
        typed={secrets[name]}
        error={problemOf(name)}
        onType={(typed) => typeSecret(name, typed)}
      />
    );
  });
}
