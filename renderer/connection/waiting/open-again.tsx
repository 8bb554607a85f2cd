import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { reportOf } from '../../api/client.ts';
import { copyText } from '../../common/copy-text.ts';
import { adviceFor } from '../../errors/advice.ts';
import { text } from '../../messages/text.ts';
import classes from './waiting.module.css';

interface OpenAgainProps {
  onOpen: () => Promise<unknown>;
  /** The address of the login page, to be copied. Absent: it cannot be copied. */
  linkOf?: () => Promise<string>;
}

/** For when the user closed the browser's tab, or needs the login in another browser. */
export function OpenAgain({ onOpen, linkOf }: OpenAgainProps) {
  const [done, setDone] = useState<'opened' | 'copied'>();
  const [problem, setProblem] = useState<ErrorReport>();
  const run = async (what: 'opened' | 'copied', action: () => Promise<unknown>): Promise<void> => {
    setProblem(undefined);
    try {
      await action();
      setDone(what);
    } catch (error) {
      setDone(undefined);
      setProblem(reportOf(error));
    }
  };
  return (
    <section className={classes.again} aria-label={text('waiting.again')}>
      <Button
        variant="default"
        leftSection={<IconExternalLink size={15} stroke={1.8} aria-hidden />}
        onClick={() => void run('opened', onOpen)}
      >
        {text('waiting.again.open')}
      </Button>
      {linkOf === undefined ? null : (
        <Button
          variant="default"
          leftSection={
            done === 'copied' ? (
              <IconCheck size={15} stroke={1.8} aria-hidden />
            ) : (
              <IconCopy size={15} stroke={1.8} aria-hidden />
            )
          }
          onClick={() => void run('copied', async () => copyText(await linkOf()))}
        >
          {text('waiting.again.copy')}
        </Button>
      )}
      <span className={classes.againNote} role="status">
        {problem === undefined ? null : adviceFor(problem).meaning}
        {done === undefined ? null : text(`waiting.again.${done}`)}
      </span>
    </section>
  );
}
