import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';

/** A line above the data: what to know about it. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <p className={classes.note}>
      <IconInfoCircle size={15} stroke={1.7} aria-hidden />
      {children}
    </p>
  );
}
