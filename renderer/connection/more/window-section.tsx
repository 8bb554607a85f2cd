import { Checkbox } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { withCallback } from '../../common/loopback-callback.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { responseModeNames, sessionNames, windowNames } from './choices.ts';

interface WindowSectionProps {
  form: ConnectionFormState;
  freshSession: boolean;
  onFreshSession: (fresh: boolean) => void;
}

const modeSentences: Record<keyof typeof responseModeNames, string> = {
  default: 'The service chooses how to respond.',
  query: 'Requests the response after the ? of the callback URL.',
  fragment: 'Requests the response after the # of the callback URL.',
  form_post: 'Requests the response as a form posted to the callback URL.',
};

/** Where the user logs in, as whom, and how the response comes back. */
export function WindowSection({ form, freshSession, onFreshSession }: WindowSectionProps) {
  const { draft, preset, edit, replace } = form;
  const isOwn = draft.window === 'popup';
  return (
    <>
      <Choice
        label="Login window"
        sentence={
          isOwn
            ? 'Tokenboard’s own window. It closes by itself after the login.'
            : (preset?.windowReason ?? 'The login opens in your browser, with the passwords and passkeys it keeps.')
        }
        value={draft.window}
        choices={windowNames}
        onChange={(window) => replace(withCallback({ ...draft, window }))}
      />
      {isOwn ? (
        <>
          <Choice
            label="Browser session"
            sentence={
              draft.session === 'fresh'
                ? 'Every login starts without cookies, so the service always asks who you are.'
                : 'The window remembers the login, for this connection only. Its cookies are stored encrypted.'
            }
            value={draft.session}
            choices={sessionNames}
            onChange={(session) => edit({ session })}
          />
          {draft.session === 'fresh' ? null : (
            <Checkbox
              label="Log in as someone else"
              description="Starts once without cookies, so that the service asks for another account."
              checked={freshSession}
              onChange={(event) => onFreshSession(event.currentTarget.checked)}
            />
          )}
        </>
      ) : null}
      {usesField(draft, 'responseMode') ? (
        <>
          <Choice
            label="Response"
            sentence={modeSentences[draft.responseMode]}
            value={draft.responseMode}
            choices={responseModeNames}
            onChange={(responseMode) => edit({ responseMode })}
          />
          <Checkbox
            label="The response names the service"
            description="A response without the service’s address is refused (RFC 9207). Enter the issuer first."
            checked={draft.issuerInCallback}
            disabled={draft.issuer.trim() === '' && !draft.issuerInCallback}
            onChange={(event) => edit({ issuerInCallback: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </>
  );
}
