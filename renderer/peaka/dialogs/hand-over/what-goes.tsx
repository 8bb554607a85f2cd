import { useId } from 'react';
import { text } from '../../../messages/text.ts';
import { valueLabel } from '../value-label.ts';
import classes from './hand-over.module.css';

/** The names of the values that Peaka receives. It does not scroll away: nothing is sent that was not shown. */
export function WhatGoes({ names }: { names: readonly string[] }) {
  const id = useId();
  return (
    <section className={classes.goes} aria-labelledby={id}>
      <h2 className={classes.heading} id={id}>
        {text('peaka.handOver.goes')}
      </h2>
      <ul className={classes.chips}>
        {names.map((name) => (
          <li key={name} className={classes.chip}>
            {valueLabel(name)}
          </li>
        ))}
      </ul>
      {names.includes('refreshToken') ? null : (
        <p className={classes.note}>{text('peaka.handOver.goes.noRefreshToken')}</p>
      )}
    </section>
  );
}
