import { Checkbox, TextInput } from '@mantine/core';
import { SecretField } from '../secrets/secret-field.tsx';
import type { ConnectionFormState } from './form-state.ts';

/** Password grant: the user name and password of the account. */
export function PasswordFields({ form }: { form: ConnectionFormState }) {
  const { draft, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  return (
    <>
      <TextInput
        label="User name"
        value={draft.username}
        error={problemOf('username')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => edit({ username: event.currentTarget.value })}
        onBlur={() => {
          if (draft.username !== '') touch('username');
        }}
      />
      <SecretField
        label="Password"
        owner={draft.id}
        name="password"
        isStored={isStored('password')}
        typed={secrets.password}
        error={problemOf('password')}
        onType={(value) => typeSecret('password', value)}
      />
      <Checkbox
        label="Remember password"
        description="Stores it with your other secrets for the next login. Otherwise you enter it each time."
        checked={draft.rememberPassword}
        onChange={(event) => edit({ rememberPassword: event.currentTarget.checked })}
      />
    </>
  );
}
