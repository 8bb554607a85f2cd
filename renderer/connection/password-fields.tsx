import { Checkbox, TextInput } from '@mantine/core';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import type { ConnectionFormState } from './form-state.ts';

/** Password grant: the user name and password of the account. */
export function PasswordFields({ form }: { form: ConnectionFormState }) {
  const { draft, preset, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  const isPractice = preset?.practice === true;
  return (
    <>
      <TextInput
        label={text('connection.password.username')}
        description={text(isPractice ? 'connection.practice.filled' : 'connection.password.username.hint')}
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
        label={text('connection.password')}
        description={text(isPractice ? 'connection.password.hint.practice' : 'connection.password.hint')}
        owner={draft.id}
        name="password"
        isStored={isStored('password')}
        typed={secrets.password}
        error={problemOf('password')}
        onType={(value) => typeSecret('password', value)}
      />
      <Checkbox
        label={text('connection.password.remember')}
        description={text('connection.password.remember.hint')}
        checked={draft.rememberPassword}
        onChange={(event) => edit({ rememberPassword: event.currentTarget.checked })}
      />
    </>
  );
}
