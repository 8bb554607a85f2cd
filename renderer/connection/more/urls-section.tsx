import { TextInput } from '@mantine/core';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import type { ConnectionFormState } from '../form-state.ts';
import { furtherUrlsOf } from './sections.ts';

export function UrlsSection({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch } = form;
  return (
    <>
      {furtherUrlsOf(draft).map(({ field, label, description }) => (
        <TextInput
          key={field}
          label={label}
          description={description}
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
          label="Name in its response"
          description="The path of the name, such as /data/user/email. Empty: email, name and other usual places."
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
