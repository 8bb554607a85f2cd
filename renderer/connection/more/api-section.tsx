import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { text } from '../../messages/text.ts';
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
        label={text('more.hosts')}
        description={text('more.hosts.hint')}
        values={draft.hosts}
        placeholder="api.example.com"
        error={problemOf('hosts')}
        onChange={(hosts) => edit({ hosts })}
        onBlur={() => touch('hosts')}
      />
      <ParameterRows
        label={text('more.apiHeaders')}
        sentence={text('more.apiHeaders.hint')}
        values={draft.apiHeaders}
        error={problemOf('apiHeaders')}
        onChange={(apiHeaders) => edit({ apiHeaders })}
        onBlur={() => touch('apiHeaders')}
      />
    </>
  );
}
