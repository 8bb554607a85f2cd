import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { type FocusEvent, useRef } from 'react';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import { mustBeSecret, tokenHeaderSecret } from '../../../app/shared/connection/token-headers.ts';
import { text } from '../../messages/text.ts';
import { SecretField } from '../../secrets/secret-field.tsx';
import type { ConnectionFormState } from '../form-state.ts';
import { RemoveRow, RowSet, useRemovedRow } from '../row-set.tsx';
import classes from './token-header-rows.module.css';

type Header = Connection['tokenHeaders'][number];

/** Headers for the authorization server. The value of a secret one goes to the vault, never into the file. */
export function TokenHeaderRows({ form }: { form: ConnectionFormState }) {
  const label = text('more.tokenHeaders');
  const { draft, edit, secrets, typeSecret, isStored, problemOf, touch } = form;
  const { tokenHeaders } = draft;
  const error = problemOf('tokenHeaders');
  const latest = useRef(tokenHeaders);
  latest.current = tokenHeaders;
  const { removed, note } = useRemovedRow();
  const change = (index: number, part: Partial<Header>): void =>
    edit({ tokenHeaders: tokenHeaders.map((header, at) => (at === index ? { ...header, ...part } : header)) });

  const rename = (index: number, header: Header, name: string): void => {
    const [before, after] = [tokenHeaderSecret(header.name), tokenHeaderSecret(name)];
    if (header.secret && before !== after) {
      typeSecret(after, secrets[before]);
      typeSecret(before, undefined);
    }
    change(index, { name });
  };
  const keepSecret = (index: number, { name, value }: Header): void => {
    typeSecret(tokenHeaderSecret(name), value === '' ? undefined : value);
    change(index, { secret: true, value: '' });
  };
  const showOpen = (index: number, { name }: Header): void => {
    const secretName = tokenHeaderSecret(name);
    change(index, { secret: false, value: secrets[secretName] ?? '' });
    typeSecret(secretName, undefined);
  };
  /** A value that looks like a key is never stored in plain text: its lock closes after the focus has moved on. */
  const leave = (event: FocusEvent, index: number, header: Header): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    if (!header.secret && header.name.trim() !== '' && header.value !== '' && mustBeSecret(header))
      keepSecret(index, header);
  };

  return (
    <RowSet
      label={label}
      sentence={text('more.tokenHeaders.hint')}
      error={error}
      removed={removed}
      onBlur={() => touch('tokenHeaders')}
      onAdd={() => edit({ tokenHeaders: [...tokenHeaders, { name: '', value: '', secret: false }] })}
    >
      {tokenHeaders.map((header, index) => {
        const { name, value, secret } = header;
        const row = index + 1;
        const valueLabel = text('more.tokenHeaders.value', { row });
        const secretName = tokenHeaderSecret(name);
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: a header has no identity but its place
            key={index}
            aria-label={text('more.tokenHeaders.row', { row })}
            className={classes.row}
            onBlur={(event) => leave(event, index, header)}
          >
            <TextInput
              size="xs"
              aria-label={text('more.tokenHeaders.name', { row })}
              placeholder={text('more.tokenHeaders.name.placeholder')}
              value={name}
              error={error !== undefined && (name.trim() === '' || error.includes(name))}
              spellCheck={false}
              classNames={{ input: 'mono' }}
              onChange={(event) => rename(index, header, event.currentTarget.value)}
            />
            {secret ? (
              <SecretField
                label={valueLabel}
                labelHidden
                size="xs"
                owner={draft.id}
                name={secretName}
                isStored={isStored(secretName)}
                typed={secrets[secretName]}
                onType={(typed) => typeSecret(secretName, typed)}
              />
            ) : (
              <TextInput
                size="xs"
                aria-label={valueLabel}
                placeholder={text('more.tokenHeaders.value.placeholder')}
                value={value}
                spellCheck={false}
                classNames={{ input: 'mono' }}
                onChange={(event) => change(index, { value: event.currentTarget.value })}
              />
            )}
            <Tooltip label={text(secret ? 'more.tokenHeaders.kept' : 'more.tokenHeaders.keep')}>
              <ActionIcon
                aria-label={text('more.tokenHeaders.isSecret', { row })}
                aria-pressed={secret}
                onClick={() => (secret ? showOpen(index, header) : keepSecret(index, header))}
              >
                {secret ? <IconLock size={15} stroke={1.7} /> : <IconLockOpen size={15} stroke={1.7} />}
              </ActionIcon>
            </Tooltip>
            <RemoveRow
              label={label}
              name={name}
              index={index}
              onRemove={() => {
                const typed = secrets[secretName];
                if (secret) typeSecret(secretName, undefined);
                edit({ tokenHeaders: tokenHeaders.filter((_each, at) => at !== index) });
                // The stored value stays until the dialog saves.
                note({ name, index }, name === '' && value === '' && !secret, () => {
                  edit({ tokenHeaders: latest.current.toSpliced(index, 0, header) });
                  if (secret) typeSecret(secretName, typed);
                });
              }}
            />
          </fieldset>
        );
      })}
    </RowSet>
  );
}
