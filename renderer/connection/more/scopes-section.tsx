import { TextInput } from '@mantine/core';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { scopeSeparatorNames } from './choices.ts';

/** The format of scopes in a request, for services that deviate from RFC 6749 §3.3. */
export function ScopesSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  return (
    <>
      <Choice
        label="Scope separator"
        sentence={
          draft.scopeSeparator === ','
            ? 'With commas between them, for services that require it.'
            : 'With spaces between them, as the standard says.'
        }
        value={draft.scopeSeparator}
        choices={scopeSeparatorNames}
        onChange={(scopeSeparator) => edit({ scopeSeparator })}
      />
      <TextInput
        label="Scope parameter"
        description="The parameter that carries the scopes. Nearly always scope."
        value={draft.scopeParameter}
        error={problemOf('scopeParameter')}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        onChange={(event) => edit({ scopeParameter: event.currentTarget.value })}
        onBlur={() => touch('scopeParameter')}
      />
    </>
  );
}
