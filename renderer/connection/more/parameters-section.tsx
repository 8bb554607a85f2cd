import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { ParameterRows } from '../parameter-rows.tsx';
import { TokenHeaderRows } from './token-header-rows.tsx';

/** Extra parameters of each request, for services that require more than the standard. */
export function ParametersSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  // RFC 8628 §3.1: the device code grant sends its own request in place of the login page.
  const first = usesField(draft, 'deviceAuthorizationUrl') ? 'device authorization URL' : 'authorization URL';
  // OAuth1 sends them in the request for temporary credentials.
  const token = usesField(draft, 'requestUrl') ? 'request URL' : 'access token URL';
  return (
    <>
      {usesField(draft, 'extraAuthorizationParameters') ? (
        <ParameterRows
          label={`Extra parameters for the ${first}`}
          values={draft.extraAuthorizationParameters}
          error={problemOf('extraAuthorizationParameters')}
          onChange={(extraAuthorizationParameters) => edit({ extraAuthorizationParameters })}
          onBlur={() => touch('extraAuthorizationParameters')}
        />
      ) : null}
      <ParameterRows
        label={`Extra parameters for the ${token}`}
        values={draft.extraTokenParameters}
        error={problemOf('extraTokenParameters')}
        onChange={(extraTokenParameters) => edit({ extraTokenParameters })}
        onBlur={() => touch('extraTokenParameters')}
      />
      {usesField(draft, 'extraRefreshParameters') ? (
        <ParameterRows
          label="Extra parameters for renewing"
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
