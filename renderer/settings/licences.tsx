import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
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
      <summary>Licences of the packages that Tokenboard contains</summary>
      {isError ? <p className={classes.note}>The list cannot be read. Install Tokenboard again.</p> : null}
      {data === undefined ? null : (
        <ul className={classes.list}>
          {data.map((each) => (
            <li key={`${each.name}@${each.version}`}>
              <Licence {...each} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Licence({ name, version, licence, text }: { name: string; version: string; licence: string; text: string }) {
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
        <section aria-label={`Licence of ${name}`} tabIndex={0} className={`mono ${classes.text}`}>
          {text}
        </section>
      ) : null}
    </details>
  );
}
