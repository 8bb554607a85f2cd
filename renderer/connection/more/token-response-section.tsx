import { TextInput } from '@mantine/core';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import classes from '../connection-dialog.module.css';
import type { ConnectionFormState } from '../form-state.ts';
import { CapturedRows } from './captured-rows.tsx';
import own from './token-response-section.module.css';

type Place = keyof Connection['tokenMapping'];
const places: { place: Place; label: string; standard: string }[] = [
  { place: 'tokenPointer', label: 'Object with the token', standard: 'the whole response' },
  { place: 'accessToken', label: 'Access token', standard: '/access_token' },
  { place: 'refreshToken', label: 'Refresh token', standard: '/refresh_token' },
  { place: 'expiresIn', label: 'Lifetime in seconds', standard: '/expires_in' },
  { place: 'account', label: 'Account', standard: 'from the ID token' },
];

/** The fields of a service's token response, and further values of it for use in URLs. */
export function TokenResponseSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  const problem = problemOf('tokenMapping');
  return (
    <>
      {usesField(draft, 'tokenMapping') ? (
        <fieldset className={own.places} aria-describedby="token-response-hint">
          <legend className={classes.label}>Where the token is</legend>
          <p className={classes.sentence} id="token-response-hint">
            Only for services that use other names. Enter a path such as /authed_user/access_token.
          </p>
          {places.map(({ place, label, standard }) => {
            const value = draft.tokenMapping[place];
            return (
              <div key={place} className={own.place}>
                <span aria-hidden>{label}</span>
                <TextInput
                  size="xs"
                  aria-label={`Where the token is: ${label}`}
                  value={value}
                  placeholder={standard}
                  error={problem !== undefined && value !== '' && problem.includes(`“${value}”`)}
                  spellCheck={false}
                  classNames={{ input: 'mono' }}
                  onChange={(event) =>
                    edit({ tokenMapping: { ...draft.tokenMapping, [place]: event.currentTarget.value } })
                  }
                  onBlur={() => touch('tokenMapping')}
                />
              </div>
            );
          })}
          {problem === undefined ? null : (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          )}
        </fieldset>
      ) : null}
      <CapturedRows
        values={draft.capturedValues}
        error={problemOf('capturedValues')}
        onChange={(capturedValues) => edit({ capturedValues })}
        onBlur={() => touch('capturedValues')}
      />
    </>
  );
}
