import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import { fillKnown } from '../../app/shared/connection/template.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Message } from '../../app/shared/messages/message.ts';
import { call, reportOf } from '../api/client.ts';
import { adviceFor } from '../errors/advice.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './connection-dialog.module.css';
import { mergeDiscovery } from './discovery-merge.ts';
import type { ConnectionFormState } from './form-state.ts';
import own from './issuer-field.module.css';

type Discovery =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'failed'; error: ErrorReport }
  | { status: 'filled'; host: string; filled: Message[]; warnings: Message[]; undo: Partial<Connection> };

/** The issuer of the service. Discovery fills in the other fields from it and can be undone. */
export function IssuerField({ form }: { form: ConnectionFormState }) {
  const { draft, edit, problemOf, touch, offerScopes } = form;
  const [discovery, setDiscovery] = useState<Discovery>({ status: 'idle' });
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const requested = useRef('');
  const address = fillKnown(draft.issuer.trim(), draft.variables);
  const canAsk = address !== '' && !address.includes('{');

  const discover = async (issuer = draft.issuer): Promise<void> => {
    requested.current = issuer;
    setDiscovery({ status: 'loading' });
    try {
      const service = await call('connections.discover', { issuer: fillKnown(issuer.trim(), draft.variables) });
      // The user typed on, so the response is for another issuer.
      if (requested.current !== issuer) return;
      const { change, undo, filled, warnings } = mergeDiscovery(latest.current, service);
      edit(change);
      offerScopes(service.scopes);
      setDiscovery({ status: 'filled', host: service.host, filled, warnings, undo });
    } catch (error) {
      if (requested.current === issuer) setDiscovery({ status: 'failed', error: reportOf(error) });
    }
  };

  const outcome = outcomeOf(discovery);
  return (
    <div className={classes.field}>
      <TextInput
        ref={field}
        label={text('connection.issuer')}
        placeholder="https://login.example.com"
        description={outcome === undefined ? text('connection.issuer.hint') : null}
        aria-description={outcome}
        value={draft.issuer}
        error={discovery.status === 'idle' ? problemOf('issuer') : discovery.status === 'failed'}
        spellCheck={false}
        classNames={{ input: 'mono', section: classes.inField ?? '' }}
        rightSectionWidth={88}
        rightSection={
          <Button
            size="compact-xs"
            variant="light"
            loading={discovery.status === 'loading'}
            disabled={!canAsk}
            onClick={() => void discover()}
          >
            {text('connection.issuer.fillIn')}
          </Button>
        }
        onChange={(event) => {
          requested.current = '';
          setDiscovery({ status: 'idle' });
          edit({ issuer: event.currentTarget.value });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || address === '') return;
          event.preventDefault();
          if (canAsk) void discover();
        }}
        onBlur={() => touch('issuer')}
      />
      <div role="status">
        {discovery.status === 'failed' ? (
          <Failure
            error={discovery.error}
            onUse={(issuer) => {
              edit({ issuer });
              field.current?.focus();
              void discover(issuer);
            }}
          />
        ) : null}
        {discovery.status === 'filled' ? (
          <div className={own.filled}>
            <IconCheck size={15} stroke={2.2} aria-hidden />
            <div>
              {outcome}
              {discovery.warnings.length === 0 ? null : (
                <p className={own.warning}>{discovery.warnings.map(textOf).join(' ')}</p>
              )}
            </div>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                edit(discovery.undo);
                offerScopes([]);
                setDiscovery({ status: 'idle' });
                field.current?.focus();
              }}
            >
              {text('connection.undo')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What stands below the field in place of its hint. */
function outcomeOf(discovery: Discovery): string | undefined {
  if (discovery.status === 'failed') {
    const { title, meaning } = adviceFor(discovery.error);
    return `${title}. ${meaning}`;
  }
  if (discovery.status !== 'filled') return undefined;
  const { host, filled } = discovery;
  return filled.length === 0
    ? text('connection.discovery.nothing', { host })
    : text('connection.discovery.filled', { host, fields: filled.map(textOf).join(', ') });
}

function Failure({ error, onUse }: { error: ErrorReport; onUse: (issuer: string) => void }) {
  const { title, meaning } = adviceFor(error);
  // The service's own issuer differs only by the final slash: one click adopts its form.
  const named = error.code === 'discovery.issuer_slash' ? error.details?.issuer : undefined;
  return (
    <div className={own.failed}>
      <strong>{title}.</strong> {meaning}
      {error.serviceMessage === undefined || error.serviceMessage === '' ? null : (
        <q className={own.serviceMessage}>{error.serviceMessage}</q>
      )}
      {typeof named !== 'string' ? null : (
        <Button size="compact-xs" variant="light" onClick={() => onUse(named)}>
          {text('connection.issuer.use', { issuer: named })}
        </Button>
      )}
    </div>
  );
}
