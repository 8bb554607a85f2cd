import { Checkbox } from '@mantine/core';
import type { ConnectionFormState } from '../form-state.ts';
import { withCallback } from '../loopback-callback.ts';
import { Choice } from './choice.tsx';
import { responseModeNames, sessionNames, windowNames } from './choices.ts';

interface WindowSectionProps {
  form: ConnectionFormState;
  freshSession: boolean;
  onFreshSession: (fresh: boolean) => void;
}

const modeSentences: Record<keyof typeof responseModeNames, string> = {
  default: 'The service answers the way it does by itself.',
  query: 'Asks for the answer after the ? of the callback URL.',
  fragment: 'Asks for the answer after the # of the callback URL.',
  form_post: 'Asks for the answer as a form that is posted to the callback URL.',
};

/** Where the user logs in, as whom, and how the answer comes back. */
export function WindowSection({ form, freshSession, onFreshSession }: WindowSectionProps) {
  const { draft, preset, edit, replace } = form;
  const isOwn = draft.window === 'popup';
  return (
    <>
      <Choice
        label="Login window"
        sentence={
          isOwn
            ? 'Tokenboard’s own window, which closes by itself when you are logged in.'
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
                ? 'Every login starts without cookies: the service always asks who you are.'
                : 'The window remembers who is logged in, for this connection alone. Its cookies are stored encrypted.'
            }
            value={draft.session}
            choices={sessionNames}
            onChange={(session) => edit({ session })}
          />
          {draft.session === 'fresh' ? null : (
            <Checkbox
              label="Log in as someone else"
              description="This once without cookies, so that the service asks for another account."
              checked={freshSession}
              onChange={(event) => onFreshSession(event.currentTarget.checked)}
            />
          )}
        </>
      ) : null}
      {draft.grant === 'oauth1' ? null : (
        <>
          <Choice
            label="Answer"
            sentence={modeSentences[draft.responseMode]}
            value={draft.responseMode}
            choices={responseModeNames}
            onChange={(responseMode) => edit({ responseMode })}
          />
          <Checkbox
            label="The service names itself in the answer"
            description="The service writes its own address into every answer; an answer without it is refused. Enter the issuer first."
            checked={draft.issuerInCallback}
            disabled={draft.issuer.trim() === '' && !draft.issuerInCallback}
            onChange={(event) => edit({ issuerInCallback: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
