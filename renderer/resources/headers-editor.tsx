import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconLock, IconLockOpen, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ResourceView } from '../../app/shared/contract/contract.ts';
import { findCredentials } from '../../app/shared/resource/credentials.ts';
import { keepSecret } from '../../app/shared/resource/keep-secret.ts';
import type { Resource } from '../../app/shared/resource/resource.ts';
import { text } from '../messages/text.ts';
import { toast } from '../notices/toast.tsx';
import { SecretField } from '../secrets/secret-field.tsx';
import classes from './headers-editor.module.css';
import { changeResource, type EditResource } from './use-draft.ts';

type Header = Resource['headers'][number];

interface HeadersEditorProps {
  view: ResourceView;
  draft: Resource;
  problemOf: (field: string) => string | undefined;
  edit: EditResource;
  flush: () => Promise<boolean>;
  touch: (field: string) => void;
}

const secretName = (header: Header): string => `header:${header.name.trim().toLowerCase()}`;

/** The user's own headers. The vault stores a secret header: its value leaves the field when the field loses the focus. */
export function HeadersEditor({ view, draft, problemOf, edit, flush, touch }: HeadersEditorProps) {
  const { headers } = draft;
  const [typed, setTyped] = useState<Record<number, string | undefined>>({});
  const list = useRef<HTMLFieldSetElement>(null);
  const change = (index: number, part: Partial<Header>, secrets?: Record<string, string | null>): void =>
    edit({ headers: headers.map((header, at) => (at === index ? { ...header, ...part } : header)) }, secrets);

  const storeSecret = async (index: number, header: Header): Promise<void> => {
    const value = typed[index];
    if (value === undefined || value === '' || header.name.trim() === '') return;
    edit({}, { [secretName(header)]: value });
    if (await flush()) setTyped((before) => ({ ...before, [index]: undefined }));
  };

  /** A value that looks like a credential is never stored in plain text: its lock closes when the field loses the focus. */
  const leave = (index: number): void => {
    touch(`headers.${index}`);
    const credential = findCredentials(draft).find((each) => each.place === 'header' && each.index === index);
    if (credential === undefined) return;
    const kept = keepSecret(draft, credential);
    edit({ headers: kept.resource.headers }, kept.secrets);
    void flush();
  };

  const toggleSecret = (index: number, header: Header): void => {
    if (header.secret) {
      // The value in the vault is not moved back to plain text.
      const open = { ...header, secret: false, value: '' };
      const name = secretName(header);
      const wasOpen = draft.inTheOpen.includes(name);
      edit(
        {
          headers: headers.map((each, at) => (at === index ? open : each)),
          // The user opened the lock on purpose, so it does not close again.
          inTheOpen: wasOpen ? draft.inTheOpen : [...draft.inTheOpen, name],
        },
        { [name]: null },
      );
      if (!view.secrets.includes(name)) return;
      void flush();
      toast(text('resourcePage.header.forgotten', { name: header.name }), () =>
        changeResource(
          draft.id,
          (now) => ({
            headers: now.headers.map((each) => (secretName(each) === name ? header : each)),
            inTheOpen: wasOpen ? now.inTheOpen : now.inTheOpen.filter((each) => each !== name),
          }),
          [name],
        ),
      );
      return;
    }
    const { value } = header;
    change(index, { secret: true, value: '' }, value === '' ? {} : { [secretName(header)]: value });
    void flush();
  };

  /** Removes without asking: Undo restores the header and its secret. */
  const remove = (index: number, header: Header): void => {
    const name = secretName(header);
    const isNamed = header.name.trim() !== '';
    edit({ headers: headers.filter((_each, at) => at !== index) }, header.secret && isNamed ? { [name]: null } : {});
    setTyped({});
    if (!isNamed && header.value === '') return;
    void flush();
    toast(
      isNamed ? text('resourcePage.header.removed', { name: header.name }) : text('resourcePage.header.removedUnnamed'),
      () =>
        changeResource(
          draft.id,
          (now) => ({ headers: now.headers.toSpliced(index, 0, header) }),
          header.secret ? [name] : [],
        ),
    );
  };

  /** Focuses the name of the new header. */
  const add = (): void => {
    flushSync(() => edit({ headers: [...headers, { name: '', value: '', secret: false }] }));
    list.current?.querySelector<HTMLElement>(`[data-header-name="${headers.length}"]`)?.focus();
  };

  return (
    <fieldset
      className={classes.list}
      ref={list}
      aria-label={text('resourcePage.headers')}
      aria-describedby="headers-hint"
    >
      <p className={classes.hint} id="headers-hint">
        {text('resourcePage.headers.hint')}
      </p>
      {headers.map((header, index) => {
        const problem = problemOf(`headers.${index}`);
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header has no identity but its place
          <div key={index} className={classes.row}>
            <TextInput
              size="xs"
              aria-label={text('resourcePage.header.nameOf', { number })}
              data-header-name={index}
              placeholder={text('resourcePage.header.name')}
              value={header.name}
              error={problem}
              classNames={{ input: 'mono' }}
              spellCheck={false}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
              onBlur={() => leave(index)}
            />
            {header.secret ? (
              <SecretField
                label={text('resourcePage.header.valueOf', { number })}
                labelHidden
                size="xs"
                owner={view.resource.id}
                name={secretName(header)}
                isStored={view.secrets.includes(secretName(header))}
                typed={typed[index]}
                onType={(value) => setTyped((before) => ({ ...before, [index]: value }))}
                onBlur={() => void storeSecret(index, header)}
              />
            ) : (
              <TextInput
                size="xs"
                aria-label={text('resourcePage.header.valueOf', { number })}
                placeholder={text('resourcePage.header.value')}
                value={header.value}
                classNames={{ input: 'mono' }}
                spellCheck={false}
                onChange={(event) => change(index, { value: event.currentTarget.value })}
                onBlur={() => leave(index)}
              />
            )}
            <Tooltip label={text(header.secret ? 'resourcePage.header.show' : 'resourcePage.header.hide')}>
              <ActionIcon
                aria-label={text('resourcePage.header.isSecret', { number })}
                aria-pressed={header.secret}
                onClick={() => toggleSecret(index, header)}
              >
                {header.secret ? <IconLock size={15} stroke={1.7} /> : <IconLockOpen size={15} stroke={1.7} />}
              </ActionIcon>
            </Tooltip>
            <ActionIcon
              aria-label={text('resourcePage.header.remove', { number })}
              onClick={() => remove(index, header)}
            >
              <IconTrash size={15} stroke={1.6} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        className={classes.add}
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={add}
      >
        {text('resourcePage.headers.add')}
      </Button>
    </fieldset>
  );
}
