import { ActionIcon, Button, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '../api/client.ts';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import classes from './secret-field.module.css';

/** A revealed secret is hidden again after this time (ms). */
const shownMs = 10_000;

interface SecretFieldProps {
  label: string;
  /** Hides the label where a row has a head of its own. */
  labelHidden?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  /** Whose secret it is, and whether the vault has one. */
  owner: string;
  name: string;
  isStored: boolean;
  /** Input that is not stored yet; `undefined`: none. */
  typed: string | undefined;
  onType: (value: string | undefined) => void;
  onBlur?: () => void;
  /** As in a row of small fields. */
  size?: 'xs' | 'sm';
  /** A PEM key needs several lines. */
  multiline?: boolean;
}

/** A secret, shown as dots until revealed. A stored secret is fetched only when the user reveals it. */
export function SecretField(props: SecretFieldProps) {
  const { label, labelHidden, description, error, owner, name, isStored, typed, onType, onBlur, multiline } = props;
  const [revealed, setRevealed] = useState<string | null>(null);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    if (!shown && revealed === null) return;
    const timer = setTimeout(() => {
      setShown(false);
      setRevealed(null);
    }, shownMs);
    return () => clearTimeout(timer);
  }, [shown, revealed]);

  const labels = labelHidden ? { 'aria-label': label } : { label };
  const shared = { ...labels, description, error, autoComplete: 'off', spellCheck: false, size: props.size ?? 'sm' };

  if (isStored && typed === undefined) {
    const reveal = async (): Promise<void> => {
      if (revealed !== null) return setRevealed(null);
      try {
        setRevealed((await call('secrets.reveal', { owner, name })).value);
      } catch (caught) {
        toastError(caught);
      }
    };
    return (
      <div className={classes.stored}>
        <TextInput
          {...shared}
          readOnly
          value={revealed ?? text('secrets.stored')}
          classNames={{ input: revealed === null ? (classes.dots ?? '') : 'mono' }}
          rightSectionWidth={36}
          rightSection={<Eye shown={revealed !== null} label={label} onClick={() => void reveal()} />}
        />
        <Button
          className={classes.replace}
          variant="default"
          size={props.size ?? 'sm'}
          aria-label={text('secrets.replace.named', { label })}
          onClick={() => {
            setRevealed(null);
            onType('');
          }}
        >
          {text('secrets.replace')}
        </Button>
      </div>
    );
  }

  const keep = isStored ? (
    <Button className={classes.replace} variant="default" size={props.size ?? 'sm'} onClick={() => onType(undefined)}>
      {text('secrets.keepStored')}
    </Button>
  ) : null;
  if (multiline)
    return (
      <div className={classes.stored}>
        <Textarea
          {...shared}
          value={typed ?? ''}
          rows={5}
          placeholder={props.placeholder ?? ''}
          classNames={{ input: 'mono' }}
          onChange={(event) => onType(event.currentTarget.value)}
          {...(onBlur === undefined ? {} : { onBlur })}
        />
        {keep}
      </div>
    );
  return (
    <div className={classes.stored}>
      <TextInput
        {...shared}
        type={shown ? 'text' : 'password'}
        value={typed ?? ''}
        placeholder={props.placeholder ?? ''}
        classNames={{ input: 'mono' }}
        autoFocus={isStored}
        onChange={(event) => onType(event.currentTarget.value)}
        {...(onBlur === undefined ? {} : { onBlur })}
        rightSectionWidth={36}
        rightSection={
          typed === undefined || typed === '' ? null : (
            <Eye shown={shown} label={label} onClick={() => setShown(!shown)} />
          )
        }
      />
      {keep}
    </div>
  );
}

function Eye({ shown, label, onClick }: { shown: boolean; label: string; onClick: () => void }) {
  return (
    <Tooltip label={shown ? text('secrets.hide') : text('secrets.show', { seconds: shownMs / 1000 })}>
      <ActionIcon
        size="sm"
        aria-label={text(shown ? 'secrets.hide.named' : 'secrets.show.named', { label })}
        aria-pressed={shown}
        onClick={onClick}
      >
        {shown ? <IconEyeOff size={15} stroke={1.7} /> : <IconEye size={15} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}
