import { TextInput } from '@mantine/core';
import { text } from '../../messages/text.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { Choice } from './choice.tsx';
import { scopeSeparatorNames, scopeSeparators } from './choices.ts';

/** The format of scopes in a request, for services that deviate from RFC 6749 §3.3. */
export function ScopesSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  return (
    <>
      <Choice
        label={text('more.scopeSeparator')}
        sentence={text(`more.scopeSeparator.${scopeSeparators[draft.scopeSeparator]}.hint`)}
        value={draft.scopeSeparator}
        choices={scopeSeparatorNames()}
        onChange={(scopeSeparator) => edit({ scopeSeparator })}
      />
      <TextInput
        label={text('more.scopeParameter')}
        description={text('more.scopeParameter.hint')}
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
