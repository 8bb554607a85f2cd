import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { call, reportOf } from '../../api/client.ts';
import { copyText } from '../../common/copy-text.ts';
import { adviceFor } from '../../errors/advice.ts';
import classes from './waiting.module.css';

/** For when the user closed the browser's tab, or needs the login in another browser. */
export function OpenAgain({ id }: { id: string }) {
  const [done, setDone] = useState<'opened' | 'copied'>();
  const [problem, setProblem] = useState<string>();
  const run = async (what: 'opened' | 'copied', action: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    try {
      await action();
      setDone(what);
    } catch (error) {
      setDone(undefined);
      setProblem(adviceFor(reportOf(error)).meaning);
    }
  };
  return (
    <section className={classes.again} aria-label="Login in your browser">
      <Button
        variant="default"
        leftSection={<IconExternalLink size={15} stroke={1.8} aria-hidden />}
        onClick={() => void run('opened', () => call('connections.openLoginAgain', { id }))}
      >
        Open again
      </Button>
      <Button
        variant="default"
        leftSection={
          done === 'copied' ? (
            <IconCheck size={15} stroke={1.8} aria-hidden />
          ) : (
            <IconCopy size={15} stroke={1.8} aria-hidden />
          )
        }
        onClick={() => void run('copied', async () => copyText((await call('connections.loginLink', { id })).url))}
      >
        Copy link
      </Button>
      <span className={classes.againNote} role="status">
        {problem ?? (done === undefined ? '' : doneWords[done])}
      </span>
    </section>
  );
}

const doneWords = {
  opened: 'Opened in your browser.',
  copied: 'Copied. The link works for this login only.',
};
