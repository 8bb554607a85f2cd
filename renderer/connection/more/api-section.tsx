import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { ChipsField } from '../chips-field.tsx';
import type { ConnectionFormState } from '../form-state.ts';
import { ParameterRows } from '../parameter-rows.tsx';
import { PlacementField } from './placement-field.tsx';

/** How GETs with this connection request the data. */
export function ApiSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  return (
    <>
      {usesField(draft, 'tokenPlacement') ? <PlacementField form={form} /> : null}
      <ChipsField
        label="Hosts that get the token"
        description="The token is sent only to these hosts. *. stands for any subdomain."
        values={draft.hosts}
        placeholder="api.example.com"
        error={problemOf('hosts')}
        onChange={(hosts) => edit({ hosts })}
        onBlur={() => touch('hosts')}
      />
      <ParameterRows
        label="Headers for every GET of this connection"
        values={draft.apiHeaders}
        error={problemOf('apiHeaders')}
        onChange={(apiHeaders) => edit({ apiHeaders })}
        onBlur={() => touch('apiHeaders')}
      />
    </>
  );
}
