import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { reportOf } from '../../api/client.ts';
import { adviceFor } from '../../errors/advice.ts';
import { rich } from '../../messages/rich.ts';
import { text, textOf } from '../../messages/text.ts';
import classes from './waiting.module.css';

interface PasteCallbackProps {
  callbackUrl: string;
  /** Hands the address on. Rejects with ApiError if it is not that of this login. */
  onPaste: (url: string) => Promise<unknown>;
}

/** The login ends on a page that Tokenboard cannot see, so the user pastes its address. */
export function PasteCallback({ callbackUrl, onPaste }: PasteCallbackProps) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<'empty' | ErrorReport>();
  const [isSending, setSending] = useState(false);
  const send = async (url: string): Promise<void> => {
    if (url.trim() === '') return setProblem('empty');
    setSending(true);
    try {
      await onPaste(url.trim());
      setAddress('');
      setProblem(undefined);
    } catch (error) {
      setProblem(reportOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <section className={classes.box} aria-label={text('waiting.paste')}>
      <ol className={classes.todo}>
        <li>{text('waiting.paste.logIn')}</li>
        <li>
          {rich('waiting.paste.page', {
            host: hostOf(callbackUrl),
            mono: (chunks) => <span className="mono">{chunks}</span>,
          })}
        </li>
        <li>{text('waiting.paste.copy')}</li>
      </ol>
      <form
        className={classes.paste}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(address);
        }}
      >
        <TextInput
          label={text('waiting.paste.address')}
          aria-description={text('waiting.paste.copy')}
          placeholder={`${callbackUrl}?code=…`}
          value={address}
          error={problem === undefined ? undefined : problemText(problem)}
          spellCheck={false}
          autoComplete="off"
          classNames={{ root: classes.pasteField ?? '', input: 'mono' }}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setProblem(undefined);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text').trim();
            if (address !== '' || !/^https?:\/\/\S+$/i.test(pasted)) return;
            event.preventDefault();
            setAddress(pasted);
            void send(pasted);
          }}
        />
        <Button type="submit" loading={isSending} className={classes.pasteButton ?? ''}>
          {text('waiting.paste.send')}
        </Button>
      </form>
    </section>
  );
}

function problemText(problem: 'empty' | ErrorReport): string {
  if (problem === 'empty') return text('waiting.paste.empty');
  // A sentence about this particular mistake is better than a general one.
  if (problem.code === 'input.invalid') return textOf(problem.message);
  const { title, meaning } = adviceFor(problem);
  return text('waiting.paste.problem', { title, meaning });
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
