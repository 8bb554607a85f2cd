import { IconArrowUpRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../api/client.ts';
import classes from './open-link.module.css';

/** Opens a page in the system browser; main lets only http(s) pass. */
export function OpenLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <button type="button" className={classes.link} title={url} onClick={() => void call('app.openLink', { url })}>
      {children}
      <IconArrowUpRight size={13} stroke={1.8} aria-hidden />
    </button>
  );
}
