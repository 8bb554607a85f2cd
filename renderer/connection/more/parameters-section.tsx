import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { ParameterRows } from '../parameter-rows.tsx';
import { TokenHeaderRows } from './token-header-rows.tsx';

/** Which request begins a login, in the grants that have one before the token request. */
const authorizationRequests: Partial<Record<Connection['grant'], string>> = {
  authorization_code: 'authorization URL',
  oauth1: 'authorization URL',
  // RFC 8628 §3.1
  device_code: 'device authorization URL',
};

/** What a service wants besides the standard, for each request. */
export function ParametersSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  const isOAuth1 = draft.grant === 'oauth1';
  const first = authorizationRequests[draft.grant];
  return (
    <>
      {first === undefined ? null : (
        <ParameterRows
          label={`Extra parameters for the ${first}`}
          values={draft.extraAuthorizationParameters}
          error={problemOf('extraAuthorizationParameters')}
          onChange={(extraAuthorizationParameters) => edit({ extraAuthorizationParameters })}
          onBlur={() => touch('extraAuthorizationParameters')}
        />
      )}
      <ParameterRows
        label={isOAuth1 ? 'Extra parameters for the request URL' : 'Extra parameters for the access token URL'}
        values={draft.extraTokenParameters}
        error={problemOf('extraTokenParameters')}
        onChange={(extraTokenParameters) => edit({ extraTokenParameters })}
        onBlur={() => touch('extraTokenParameters')}
      />
      {isOAuth1 ? null : (
        <ParameterRows
          label="Extra parameters for renewing"
          values={draft.extraRefreshParameters}
          error={problemOf('extraRefreshParameters')}
          onChange={(extraRefreshParameters) => edit({ extraRefreshParameters })}
          onBlur={() => touch('extraRefreshParameters')}
        />
      )}
      <TokenHeaderRows form={form} />
    </>
  );
}
