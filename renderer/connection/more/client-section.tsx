import { TextInput } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { text } from '../../messages/text.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { clientAuthenticationNames } from './choices.ts';

/** How the client authenticates at the service. */
export function ClientSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf } = form;
  if (usesField(draft, 'realm'))
    return (
      <TextInput
        label={text('more.realm')}
        description={text('more.realm.hint')}
        value={draft.realm}
        onChange={(event) => edit({ realm: event.currentTarget.value })}
      />
    );
  return (
    <>
      <Choice
        label={text('more.authentication')}
        sentence={text(`more.authentication.${draft.clientAuthentication}.hint`)}
        value={draft.clientAuthentication}
        choices={clientAuthenticationNames()}
        error={problemOf('clientAuthentication')}
        onChange={(clientAuthentication) => edit({ clientAuthentication })}
      />
      {usesField(draft, 'pkce') ? (
        <Choice
          label="PKCE"
          sentence={text('more.pkce.hint')}
          value={draft.pkce}
          choices={{ S256: text('more.pkce.S256'), none: text('more.pkce.none') }}
          onChange={(pkce) => edit({ pkce })}
        />
      ) : null}
      <Choice
        label={text('more.requestFormat')}
        sentence={text(`more.requestFormat.${draft.tokenRequestFormat}.hint`)}
        value={draft.tokenRequestFormat}
        choices={{ form: text('more.requestFormat.form'), json: text('more.requestFormat.json') }}
        onChange={(tokenRequestFormat) => edit({ tokenRequestFormat })}
      />
    </>
  );
}
