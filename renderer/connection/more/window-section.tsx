import { Checkbox } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { withCallback } from '../../common/loopback-callback.ts';
import { text } from '../../messages/text.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { responseModeNames, sessionNames, windowNames } from './choices.ts';

interface WindowSectionProps {
  form: ConnectionFormState;
  freshSession: boolean;
  onFreshSession: (fresh: boolean) => void;
}

/** Where the user logs in, as whom, and how the response comes back. */
export function WindowSection({ form, freshSession, onFreshSession }: WindowSectionProps) {
  const { draft, preset, edit, replace } = form;
  const isOwn = draft.window === 'popup';
  return (
    <>
      <Choice
        label={text('more.window')}
        sentence={isOwn ? text('more.window.popup.hint') : (preset?.windowReason ?? text('more.window.browser.hint'))}
        value={draft.window}
        choices={windowNames()}
        onChange={(window) => replace(withCallback({ ...draft, window }))}
      />
      {isOwn ? (
        <>
          <Choice
            label={text('more.session')}
            sentence={text(`more.session.${draft.session}.hint`)}
            value={draft.session}
            choices={sessionNames()}
            onChange={(session) => edit({ session })}
          />
          {draft.session === 'fresh' ? null : (
            <Checkbox
              label={text('more.someoneElse')}
              description={text('more.someoneElse.hint')}
              checked={freshSession}
              onChange={(event) => onFreshSession(event.currentTarget.checked)}
            />
          )}
        </>
      ) : null}
      {usesField(draft, 'responseMode') ? (
        <>
          <Choice
            label={text('more.responseMode')}
            sentence={text(`more.responseMode.${draft.responseMode}.hint`)}
            value={draft.responseMode}
            choices={responseModeNames()}
            onChange={(responseMode) => edit({ responseMode })}
          />
          <Checkbox
            label={text('more.issuerInCallback')}
            description={text('more.issuerInCallback.hint')}
            checked={draft.issuerInCallback}
            disabled={draft.issuer.trim() === '' && !draft.issuerInCallback}
            onChange={(event) => edit({ issuerInCallback: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </>
  );
}
