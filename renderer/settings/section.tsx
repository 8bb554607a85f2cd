import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWindow } from '../common/window-state.ts';
import classes from './settings-dialog.module.css';

interface SectionProps {
  title: string;
  /** The name by which the settings open at this section. */
  name?: 'network' | 'feeds';
  children: ReactNode;
}

/** A part of the settings under its heading. */
export function Section({ title, name, children }: SectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useWindow(
    ({ overlay }) => name !== undefined && overlay?.kind === 'settings' && overlay.section === name,
  );
  useEffect(() => {
    if (!isWanted) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1} className={classes.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}

interface RowProps {
  label: string;
  hint?: ReactNode;
  /** By which the control names the hint as its description. */
  hintId?: string;
  children: ReactNode;
}

/** A setting: its label on the left, its control on the right. */
export function Row({ label, hint, hintId, children }: RowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div>{label}</div>
        {hint === undefined ? null : (
          <p className={classes.hint} id={hintId}>
            {hint}
          </p>
        )}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
