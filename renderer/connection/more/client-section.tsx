import { TextInput } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { clientAuthenticationNames, clientAuthenticationSentences } from './choices.ts';

/** How the client authenticates at the service. */
export function ClientSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf } = form;
  if (usesField(draft, 'realm'))
    return (
      <TextInput
        label="Realm"
        description="Sent in the Authorization header if the service requires one."
        value={draft.realm}
        onChange={(event) => edit({ realm: event.currentTarget.value })}
      />
    );
  return (
    <>
      <Choice
        label="Client authentication"
        sentence={clientAuthenticationSentences[draft.clientAuthentication]}
        value={draft.clientAuthentication}
        choices={clientAuthenticationNames}
        error={problemOf('clientAuthentication')}
        onChange={(clientAuthentication) => edit({ clientAuthentication })}
      />
      {usesField(draft, 'pkce') ? (
        <Choice
          label="PKCE"
          sentence="Ties the code to this computer. Turn it off only if the service refuses it."
          value={draft.pkce}
          choices={{ S256: 'On (S256)', none: 'Off' }}
          onChange={(pkce) => edit({ pkce })}
        />
      ) : null}
      <Choice
        label="Body of token requests"
        sentence={
          draft.tokenRequestFormat === 'json'
            ? 'As JSON, for services that require it.'
            : 'As a form, as the standard says.'
        }
        value={draft.tokenRequestFormat}
        choices={{ form: 'Form', json: 'JSON' }}
        onChange={(tokenRequestFormat) => edit({ tokenRequestFormat })}
      />
    </>
  );
}
