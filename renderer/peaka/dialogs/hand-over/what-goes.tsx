import { useId } from 'react';
import type { PeakaRenewal } from '../../../../app/shared/peaka/link.ts';
import { plainName } from '../../../../app/shared/secret-names.ts';
import { text } from '../../../messages/text.ts';
import { valueLabel } from '../value-label.ts';
import classes from './hand-over.module.css';

/** The names of the values that Peaka receives. It does not scroll away: nothing is sent that was not shown. */
export function WhatGoes({ names, renewal }: { names: readonly string[]; renewal: PeakaRenewal }) {
  const id = useId();
  // Each type spells its fields in its own way.
  const hasRefreshToken = names.some((name) => plainName(name) === 'refreshtoken');
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
      {hasRefreshToken ? null : <p className={classes.note}>{text('peaka.handOver.goes.noRefreshToken')}</p>}
      {hasRefreshToken && renewal === 'update_peaka' ? (
        <p className={classes.note}>{text('peaka.handOver.goes.refreshTokenRequired')}</p>
      ) : null}
    </section>
  );
}
