import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClockHour4, IconInfinity } from '@tabler/icons-react';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { usePreset } from '../../api/queries.ts';
import { RelativeTime } from '../../common/relative-time.tsx';
import { useNow } from '../../common/use-now.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import { logInWithFix } from '../connection-actions.ts';
import {
  type Authorized,
  fixWords,
  forecastWords,
  refreshFacts,
  type Trouble,
  troubleWords,
} from '../forecast-words.ts';
import classes from './card-row.module.css';

const icons = { good: IconInfinity, limited: IconClockHour4, warning: IconAlertTriangle };

/** Will it keep running? Shows one sentence, the facts behind it, and what would extend the login. */
export function ForecastRow({ view }: { view: ConnectionView }) {
  const { status } = view;
  switch (status.status) {
    case 'authorized':
      return <RenewalForecast view={view} authorized={status} />;
    case 'failing':
    case 'needs_login':
      return <TroubledForecast status={status} />;
    default:
      return null;
  }
}

function TroubledForecast({ status }: { status: Trouble }) {
  const { tone, sentence } = troubleWords(status, useNow());
  return (
    <div className={classes.row} data-tone={tone}>
      <IconAlertTriangle size={17} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <h2 className={classes.question}>{text('connection.page.forecast.title')}</h2>
        <p className={classes.text}>{sentence}</p>
      </div>
    </div>
  );
}

function RenewalForecast({ view, authorized }: { view: ConnectionView; authorized: Authorized }) {
  const { tone, sentence } = forecastWords(authorized, useNow());
  const { fix } = authorized.forecast;
  const note = usePreset(view.connection.presetId)?.refreshTokens.note;
  const Shape = icons[tone];
  return (
    <div className={classes.row} data-tone={tone}>
      <Shape size={17} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <h2 className={classes.question}>{text('connection.page.forecast.title')}</h2>
        <p className={classes.text}>{sentence}</p>
        <Facts authorized={authorized} />
        {note === undefined ? null : <p className={classes.facts}>{note}</p>}
        {fix === undefined ? null : (
          <Button
            className={classes.fix ?? ''}
            variant="default"
            size="xs"
            title={fixWords(fix)}
            onClick={() => logInWithFix(view, fix)}
          >
            {text('connection.page.forecast.fix')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Facts({ authorized }: { authorized: Authorized }) {
  const { refreshedAt, refreshTokenExpiresAt } = authorized;
  const facts = refreshFacts(authorized);
  if (facts.length === 0 && refreshedAt === undefined && refreshTokenExpiresAt === undefined) return null;
  return (
    <p className={classes.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {refreshedAt === undefined ? null : (
        <span>{rich('connection.page.forecast.renewed', { time: () => <RelativeTime time={refreshedAt} /> })}</span>
      )}
      {refreshTokenExpiresAt === undefined ? null : (
        <span>
          {rich('connection.page.forecast.refreshTokenEnds', {
            time: () => <RelativeTime time={refreshTokenExpiresAt} />,
          })}
        </span>
      )}
    </p>
  );
}
