import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { OpenLink } from '../common/open-link.tsx';
import { listText } from '../messages/list.ts';
import { text } from '../messages/text.ts';
import classes from './connection-dialog.module.css';

/** What the user should know of the service: a warning, how to get a client there, notes, and what is not confirmed. */
export function PresetFacts({ preset }: { preset: Preset }) {
  const { name, status, statusNote, steps, callback, notes, documentationUrl, unconfirmed, consoleUrl } = preset;
  const sentences = [...notes, ...(callback.note === undefined ? [] : [callback.note])];
  return (
    <div className={classes.field}>
      {status === 'live' ? null : (
        <div className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          <span>{statusNote ?? text(`preset.status.${status}`)}</span>
        </div>
      )}
      {steps.length === 0 ? null : (
        <Disclosure label={text('connection.preset.steps', { name })}>
          <ol className={classes.notes}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {consoleUrl === '' ? null : <OpenLink url={consoleUrl}>{text('connection.callback.console')}</OpenLink>}
        </Disclosure>
      )}
      {sentences.length === 0 && documentationUrl === undefined ? null : (
        <Disclosure label={text('connection.preset.notes', { count: sentences.length, name })}>
          <ul className={classes.notes}>
            {sentences.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {documentationUrl === undefined ? null : (
              <li>
                <OpenLink url={documentationUrl}>{text('connection.preset.documentation')}</OpenLink>
              </li>
            )}
          </ul>
        </Disclosure>
      )}
      {unconfirmed.length === 0 ? null : (
        <p className={classes.sentence}>
          {text('connection.preset.unconfirmed', {
            facts: listText(unconfirmed.map((fact) => text(`connection.preset.unconfirmed.${fact}`))),
          })}
        </p>
      )}
    </div>
  );
}

function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={classes.disclosure}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} stroke={1.8} aria-hidden />
        {label}
      </button>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
