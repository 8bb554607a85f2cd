import { TextInput } from '@mantine/core';
import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import type { ConnectionFormState } from './form-state.ts';

/** OAuth1 without a login: the user's token, and the realm that such services often require. */
export function OwnTokenFields({ form }: { form: ConnectionFormState }) {
  const { draft, edit, secrets, typeSecret, isStored, problemOf } = form;
  if (!isWithoutLogin(draft)) return null;
  return (
    <>
      {draft.tokenSource === 'own' ? (
        <>
          <SecretField
            label={text('connection.ownToken')}
            description={text('connection.ownToken.hint')}
            owner={draft.id}
            name="ownToken"
            isStored={isStored('ownToken')}
            typed={secrets.ownToken}
            error={problemOf('ownToken')}
            onType={(value) => typeSecret('ownToken', value)}
          />
          <SecretField
            label={text('connection.ownToken.secret')}
            description={text('connection.ownToken.secret.hint')}
            owner={draft.id}
            name="ownTokenSecret"
            isStored={isStored('ownTokenSecret')}
            typed={secrets.ownTokenSecret}
            error={problemOf('ownTokenSecret')}
            onType={(value) => typeSecret('ownTokenSecret', value)}
          />
        </>
      ) : null}
      <TextInput
        label={text('connection.realm')}
        description={text('connection.realm.hint')}
        value={draft.realm}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        onChange={(event) => edit({ realm: event.currentTarget.value })}
      />
    </>
  );
}
