import type { ConnectionView } from '../../app/shared/contract/contract.ts';
import type { ResourceAuthorization } from '../../app/shared/resource/resource.ts';
import { usePreset } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import { StatusSentence } from '../connection/connection-line.tsx';
import { text } from '../messages/text.ts';
import { StateMark } from '../status/state-mark.tsx';
import { connectionState } from '../status/states.ts';
import classes from './authorization-summary.module.css';

interface AuthorizationSummaryProps {
  authorization: ResourceAuthorization;
  connection: ConnectionView | undefined;
}

/** The authorization on one line, while its card is closed. */
export function AuthorizationSummary({ authorization, connection }: AuthorizationSummaryProps) {
  const preset = usePreset(connection?.connection.presetId ?? null);
  if (connection === undefined) return <span className={classes.text}>{words(authorization)}</span>;
  return (
    <span className={classes.summary} title={connection.connection.name}>
      <Badge preset={preset} name={connection.connection.name} size={18} />
      <span className={classes.name}>{connection.connection.name}</span>
      <StateMark state={connectionState(connection.status)} withWord />
      <span className={classes.text}>
        <StatusSentence view={connection} />
      </span>
    </span>
  );
}

function words(authorization: ResourceAuthorization): string {
  switch (authorization.type) {
    case 'none':
      return text('resourcePage.summary.none');
    case 'basic':
      return text('resourcePage.summary.basic', { username: authorization.username });
    case 'bearer':
      return text('resourcePage.authorization.bearer');
    case 'oauth':
      return text('resourcePage.summary.noConnection');
  }
}
