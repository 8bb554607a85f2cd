import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, reportOf } from '../../api/client.ts';
import { adviceFor } from '../../errors/advice.ts';
import { rich } from '../../messages/rich.ts';
import { textOf } from '../../messages/text.ts';
import classes from './waiting.module.css';

interface PasteCallbackProps {
  id: string;
  callbackUrl: string;
}

/** The login ends on a page that Tokenboard cannot see, so the user pastes its address. */
export function PasteCallback({ id, callbackUrl }: PasteCallbackProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const send = async (url: string): Promise<void> => {
    if (url.trim() === '') return setProblem('Paste the address here.');
    setSending(true);
    try {
      await call('connections.pasteCallback', { id, url: url.trim() });
      setText('');
      setProblem(undefined);
    } catch (error) {
      const report = reportOf(error);
      const { title, meaning } = adviceFor(report);
      // A sentence about this particular mistake is better than a general one.
      setProblem(report.code === 'input.invalid' ? textOf(report.message) : `${title}. ${meaning}`);
    } finally {
      setSending(false);
    }
  };
  return (
    <section className={classes.box} aria-label="Bring the address back">
      <ol className={classes.todo}>
        <li>Log in in your browser and allow the access.</li>
        <li>
          {rich('waiting.paste.page', {
            host: hostOf(callbackUrl),
            mono: (chunks) => <span className="mono">{chunks}</span>,
          })}
        </li>
        <li>Copy the whole address from its address bar and paste it here.</li>
      </ol>
      <form
        className={classes.paste}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(text);
        }}
      >
        <TextInput
          label="Address of the page after the login"
          placeholder={`${callbackUrl}?code=…`}
          value={text}
          error={problem}
          spellCheck={false}
          autoComplete="off"
          classNames={{ root: classes.pasteField ?? '', input: 'mono' }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(undefined);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text').trim();
            if (text !== '' || !/^https?:\/\/\S+$/i.test(pasted)) return;
            event.preventDefault();
            setText(pasted);
            void send(pasted);
          }}
        />
        <Button type="submit" loading={isSending} className={classes.pasteButton ?? ''}>
          Continue
        </Button>
      </form>
    </section>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
