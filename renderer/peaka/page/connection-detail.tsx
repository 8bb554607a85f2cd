import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';
import { reportOf } from '../../api/client.ts';
import { peakaDetailQuery } from '../../api/peaka-queries.ts';
import { useConnection } from '../../api/queries.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { RelativeTime } from '../../common/relative-time.tsx';
import { openPeakaThrough, selectConnection } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { updateLabel } from '../update-label.ts';
import { AccountError } from './account-error.tsx';
import classes from './connection-row.module.css';
import { type Remote, updateNow } from './row-actions.ts';
import { canUpdate, type PeakaRow } from './rows.ts';

interface ConnectionDetailProps {
  row: PeakaRow;
  account: PeakaAccount;
  remote: Remote;
}

/** What is known of a connection here, then what Peaka shows of it. */
export function ConnectionDetail({ row, account, remote }: ConnectionDetailProps) {
  const { view, state, peakaId } = row;
  const source = useConnection(view?.link.source ?? null);
  const link = view?.link;
  const error = link?.pending?.error ?? link?.error;
  const update = (): void => {
    if (link !== undefined) void updateNow(link);
  };
  const logInAgain = (): void => {
    if (link !== undefined) openPeakaThrough({ linkId: link.id });
  };
  return (
    <div className={classes.detail}>
      {state === 'gone' ? <p className={classes.note}>{text('peaka.page.gone.text')}</p> : null}
      {error === undefined || state === 'gone' ? null : (
        <AccountError
          error={error}
          account={account}
          isSmall
          {...(state === 'unfinished'
            ? { words: { try_again: text('peaka.page.logInAgain') }, onTryAgain: logInAgain }
            : { words: { try_again: text('peaka.page.update') }, onTryAgain: update })}
        />
      )}
      <dl className={classes.facts}>
        {peakaId === '' ? null : (
          <>
            <dt>{text('peaka.page.id')}</dt>
            <dd className={classes.copyable}>
              <span className="mono">{peakaId}</span>
              <CopyButton text={peakaId} what={text('peaka.page.id')} />
            </dd>
          </>
        )}
        {link === undefined ? null : (
          <>
            <dt>{text('peaka.page.created')}</dt>
            <dd>
              <RelativeTime time={link.createdAt} />
            </dd>
          </>
        )}
        {link?.pending?.retryAt == null ? null : (
          <>
            <dt>{text('peaka.page.nextTry')}</dt>
            <dd>
              <RelativeTime time={link.pending.retryAt} />
            </dd>
          </>
        )}
        {link?.renewal == null ? null : (
          <>
            <dt>{text('peaka.page.renewal')}</dt>
            <dd>{text(`peaka.page.renewal.${link.renewal}`)}</dd>
          </>
        )}
        {state === 'gone' || peakaId === '' ? null : <Shown account={account} remote={remote} />}
      </dl>
      <div className={classes.actions}>
        {canUpdate(row) && link !== undefined && error === undefined ? (
          <Button size="xs" variant="default" onClick={update}>
            {updateLabel(link)}
          </Button>
        ) : null}
        {state === 'unfinished' && error === undefined ? (
          <Button size="xs" variant="default" onClick={logInAgain}>
            {text('peaka.page.logInAgain')}
          </Button>
        ) : null}
        {source === undefined ? null : (
          <Button size="xs" variant="default" onClick={() => selectConnection(source.connection.id)}>
            {text('peaka.page.openSource', { name: source.connection.name })}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The values that Peaka shows: none of them is secret. Their names are Peaka's. */
function Shown({ account, remote }: { account: PeakaAccount; remote: Remote }) {
  const { data, error, refetch } = useQuery(peakaDetailQuery(remote.accountId, remote.projectId, remote.connectionId));
  return (
    <>
      <dt>{text('peaka.page.shown')}</dt>
      <dd>
        {error !== null ? (
          <AccountError error={reportOf(error)} account={account} isSmall onTryAgain={() => void refetch()} />
        ) : data === undefined ? (
          <span role="status" className={classes.muted}>
            {text('peaka.account.place.loading')}
          </span>
        ) : data.facts.length === 0 ? (
          <span className={classes.muted}>{text('peaka.page.shown.none')}</span>
        ) : (
          <ul className={classes.shown}>
            {data.facts.map(([name, value]) => (
              <li key={name}>
                <span className={classes.muted}>{name}</span> <span className="mono">{value}</span>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
