import { TextInput } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import { text } from '../../messages/text.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { furtherUrlsOf } from './sections.ts';

export function UrlsSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  return (
    <>
      {furtherUrlsOf(draft).map((field) => (
        <TextInput
          key={field}
          label={text(`more.urls.${field}`)}
          description={text(`more.urls.${field}.hint`)}
          value={draft[field]}
          error={problemOf(field)}
          spellCheck={false}
          classNames={{ input: 'mono' }}
          onChange={(event) => edit({ [field]: event.currentTarget.value })}
          onBlur={() => touch(field)}
        />
      ))}
      {!usesField(draft, 'accountPointer') || (draft.accountUrl.trim() === '' && draft.accountPointer === '') ? null : (
        <TextInput
          label={text('more.accountPointer')}
          description={text('more.accountPointer.hint')}
          placeholder="/email"
          value={draft.accountPointer}
          error={problemOf('accountPointer')}
          spellCheck={false}
          classNames={{ input: 'mono' }}
          onChange={(event) => edit({ accountPointer: event.currentTarget.value })}
          onBlur={() => touch('accountPointer')}
        />
      )}
    </>
  );
}
