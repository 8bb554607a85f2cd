import { TextInput } from '@mantine/core';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { isPointer } from '../../../app/shared/json-pointer.ts';
import { text } from '../../messages/text.ts';
import classes from '../connection-dialog.module.css';
import type { ConnectionFormState } from '../form-state.ts';
import { CapturedRows } from './captured-rows.tsx';
import own from './token-response-section.module.css';

type Place = keyof Connection['tokenMapping'];
const places: readonly Place[] = ['tokenPointer', 'accessToken', 'refreshToken', 'expiresIn', 'account'];

/** Where the standard puts it, in place of an empty field. */
const standards = (): Record<Place, string> => ({
  tokenPointer: text('more.mapping.tokenPointer.standard'),
  accessToken: '/access_token',
  refreshToken: '/refresh_token',
  expiresIn: '/expires_in',
  account: text('more.mapping.account.standard'),
});

/** The fields of a service's token response, and further values of it for use in URLs. */
export function TokenResponseSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  const problem = problemOf('tokenMapping');
  return (
    <>
      {usesField(draft, 'tokenMapping') ? (
        <fieldset className={own.places} aria-describedby="token-response-hint">
          <legend className={classes.label}>{text('more.mapping')}</legend>
          <p className={classes.sentence} id="token-response-hint">
            {text('more.mapping.hint')}
          </p>
          {places.map((place) => {
            const label = text(`more.mapping.${place}`);
            const value = draft.tokenMapping[place];
            return (
              <div key={place} className={own.place}>
                <span aria-hidden>{label}</span>
                <TextInput
                  size="xs"
                  aria-label={text('more.mapping.field', { label })}
                  value={value}
                  placeholder={standards()[place]}
                  error={problem !== undefined && !isPointer(value)}
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
