import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { usesField } from '../../../app/shared/connection/grants/definitions.ts';
import type { CallResponse, ConnectionView } from '../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { call, reportOf } from '../../api/client.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { adviceFor } from '../../errors/advice.ts';
import { rich } from '../../messages/rich.ts';
import { text, textOf } from '../../messages/text.ts';
import classes from './card-row.module.css';

type Check =
  | { status: 'idle' }
  | { status: 'checking' }
  | { status: 'done'; at: number; response: CallResponse<'connections.introspect'> }
  | { status: 'failed'; error: ErrorReport };

/** What the service says about the token (RFC 7662), if the service supports introspection. */
export function IntrospectionRow({ view }: { view: ConnectionView }) {
  const { connection, status, secrets } = view;
  const obtainedAt = status.status === 'authorized' ? status.obtainedAt : 0;
  const [check, setCheck] = useState<Check>({ status: 'idle' });
  // The previous result was about another token.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new token is what it depends on
  useEffect(() => setCheck({ status: 'idle' }), [obtainedAt]);
  const canBeAsked = usesField(connection, 'introspectionUrl') && connection.introspectionUrl.trim() !== '';
  if (!canBeAsked || !secrets.includes('tokenSet')) return null;

  const introspect = async (): Promise<void> => {
    setCheck({ status: 'checking' });
    try {
      const response = await call('connections.introspect', { id: connection.id });
      setCheck({ status: 'done', at: Date.now(), response });
    } catch (error) {
      setCheck({ status: 'failed', error: reportOf(error) });
    }
  };
  return (
    <div className={classes.row}>
      <div className={classes.words} aria-live="polite">
        <h2 className={classes.question}>{text('connection.page.introspection.title')}</h2>
        {check.status === 'idle' || check.status === 'checking' ? (
          <p className={classes.facts}>{text('connection.page.introspection.hint')}</p>
        ) : null}
        {check.status === 'failed' ? <Failed error={check.error} /> : null}
        {check.status === 'done' ? <Introspection response={check.response} at={check.at} /> : null}
      </div>
      <Button variant="default" size="xs" loading={check.status === 'checking'} onClick={() => void introspect()}>
        {text('connection.page.introspection.check')}
      </Button>
    </div>
  );
}

function Failed({ error }: { error: ErrorReport }) {
  const { title, meaning } = adviceFor(error);
  return (
    <p className={classes.bad}>
      {text('connection.page.introspection.failed', { title, meaning })}{' '}
      {error.serviceMessage === undefined ? null : <q>{error.serviceMessage}</q>}
    </p>
  );
}

function Introspection({ response, at }: { response: CallResponse<'connections.introspect'>; at: number }) {
  const { active, account, scopes, expiresAt, facts } = response;
  return (
    <>
      <p className={classes.text}>
        {text(active ? 'connection.page.introspection.active' : 'connection.page.introspection.inactive')}{' '}
        <span className={classes.checked}>
          {rich('connection.page.introspection.checked', { time: () => <RelativeTime time={at} /> })}
        </span>
      </p>
      <dl className={classes.list}>
        {account === undefined ? null : <Fact label={text('connection.page.introspection.account')} value={account} />}
        {expiresAt === undefined ? null : (
          <>
            <dt>{text('connection.page.introspection.expires')}</dt>
            <dd>
              <RelativeTime time={expiresAt} />
            </dd>
          </>
        )}
        {scopes === undefined ? null : (
          <Fact label={text('connection.page.introspection.scopes')} value={scopes.join(' ')} />
        )}
      </dl>
      {facts.length === 0 ? null : (
        <details className={classes.more}>
          <summary>{text('connection.page.introspection.response', { count: facts.length })}</summary>
          <dl className={classes.list}>
            {facts.map(([name, value]) => {
              const label = typeof name === 'string' ? name : textOf(name);
              return <Fact key={`${label} ${value}`} label={label} value={value} />;
            })}
          </dl>
        </details>
      )}
    </>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt>{label}</dt>
    <dd className="mono">{value}</dd>
  </>
);
