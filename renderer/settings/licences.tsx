import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { text } from '../messages/text.ts';
import classes from './licences.module.css';

/** The packages that the app contains, each with its licence text. Asked for when opened: together they are half a megabyte. */
export function Licences() {
  const [isOpen, setIsOpen] = useState(false);
  const { data, isError } = useQuery({
    queryKey: ['licences'],
    queryFn: () => call('app.licences', {}),
    enabled: isOpen,
  });
  return (
    <details className={classes.all} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{text('settings.licences')}</summary>
      {isError ? <p className={classes.note}>{text('settings.licences.unreadable')}</p> : null}
      {data === undefined ? null : (
        <ul className={classes.list}>
          {data.map((each) => (
            <li key={`${each.name}@${each.version}`}>
              <Licence name={each.name} version={each.version} licence={each.licence} terms={each.text} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface LicenceProps {
  name: string;
  version: string;
  licence: string;
  /** The licence text. */
  terms: string;
}

function Licence({ name, version, licence, terms }: LicenceProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={classes.package}>
        <span className={classes.name}>{name}</span>
        <span className={classes.note}>
          {version} · {licence}
        </span>
      </summary>
      {isOpen ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it (axe: scrollable-region-focusable)
        <section aria-label={text('settings.licences.of', { name })} tabIndex={0} className={`mono ${classes.text}`}>
          {terms}
        </section>
      ) : null}
    </details>
  );
}
