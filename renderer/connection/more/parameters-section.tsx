import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { text } from '../../messages/text.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { ParameterRows } from '../parameter-rows.tsx';
import { TokenHeaderRows } from './token-header-rows.tsx';

/** Extra parameters of each request, for services that require more than the standard. */
export function ParametersSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  // RFC 8628 §3.1: the device code grant sends its own request in place of the login page.
  const first = usesField(draft, 'deviceAuthorizationUrl') ? 'deviceAuthorizationUrl' : 'authorizationUrl';
  // OAuth1 sends them in the request for temporary credentials.
  const token = usesField(draft, 'requestUrl') ? 'requestUrl' : 'accessTokenUrl';
  return (
    <>
      {usesField(draft, 'extraAuthorizationParameters') ? (
        <ParameterRows
          label={text(`more.parameters.${first}`)}
          sentence={text(`more.parameters.${first}.hint`)}
          values={draft.extraAuthorizationParameters}
          error={problemOf('extraAuthorizationParameters')}
          onChange={(extraAuthorizationParameters) => edit({ extraAuthorizationParameters })}
          onBlur={() => touch('extraAuthorizationParameters')}
        />
      ) : null}
      <ParameterRows
        label={text(`more.parameters.${token}`)}
        sentence={text(`more.parameters.${token}.hint`)}
        values={draft.extraTokenParameters}
        error={problemOf('extraTokenParameters')}
        onChange={(extraTokenParameters) => edit({ extraTokenParameters })}
        onBlur={() => touch('extraTokenParameters')}
      />
      {usesField(draft, 'extraRefreshParameters') ? (
        <ParameterRows
          label={text('more.parameters.refresh')}
          sentence={text('more.parameters.refresh.hint')}
          values={draft.extraRefreshParameters}
          error={problemOf('extraRefreshParameters')}
          onChange={(extraRefreshParameters) => edit({ extraRefreshParameters })}
          onBlur={() => touch('extraRefreshParameters')}
        />
      ) : null}
      <TokenHeaderRows form={form} />
    </>
  );
}
