import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { AppError } from '../../../app/shared/errors.ts';
import { resolvedUrl } from '../../../app/shared/resource/resolved-url.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { useNow } from '../../common/use-now.ts';
import { text, textOf } from '../../messages/text.ts';
import type { EditResource } from '../use-draft.ts';
import classes from './parameters.module.css';

interface ResolvedProps {
  draft: Resource;
  connection: ConnectionView['connection'] | undefined;
  edit: EditResource;
}

/** The URL that would be sent now, and the time zone of its dates. */
export function Resolved({ draft, connection, edit }: ResolvedProps) {
  return (
    <div className={classes.resolved}>
      <SentUrl draft={draft} connection={connection} />
      <TimeZone timeZone={draft.timeZone} onChoose={(timeZone) => edit({ timeZone })} />
    </div>
  );
}

function SentUrl({ draft, connection }: Omit<ResolvedProps, 'edit'>) {
  const now = useNow();
  const sent = resolve(draft, connection, now);
  return (
    <div className={classes.sent}>
      <p className={classes.label}>
        {text('parameters.sent')}
        {'url' in sent ? <CopyButton text={sent.url} what={text('parameters.sent.what')} /> : null}
      </p>
      {'url' in sent ? (
        <p className={`${classes.url} mono`} data-sent-url>
          {sent.url}
        </p>
      ) : (
        <p className={classes.hint}>{sent.problem}</p>
      )}
    </div>
  );
}

function resolve(draft: Resource, connection: ResolvedProps['connection'], now: number) {
  try {
    return { url: resolvedUrl(draft, connection, now) };
  } catch (error) {
    if (error instanceof AppError) return { problem: textOf(error.text) };
    throw error;
  }
}

function TimeZone({ timeZone, onChoose }: { timeZone: string | null; onChoose: (zone: string | null) => void }) {
  const choices = useMemo(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(timeZone === null ? [] : [timeZone])]);
    return [{ value: '', label: text('parameters.zone.own', { zone: own }) }, ...zones];
  }, [timeZone]);
  return (
    <Select
      size="xs"
      label={text('parameters.zone')}
      description={text('parameters.zone.hint')}
      searchable
      allowDeselect={false}
      limit={100}
      nothingFoundMessage={text('parameters.zone.none')}
      data={choices}
      value={timeZone ?? ''}
      onChange={(zone) => onChoose(zone === '' ? null : zone)}
    />
  );
}
