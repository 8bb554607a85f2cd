import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { usePeakaAccount } from '../../api/peaka-queries.ts';
import { CopyButton } from '../../common/copy-button.tsx';
import { MoreButton } from '../../common/more-button.tsx';
import { RelativeTime } from '../../common/relative-time.tsx';
import { openPeakaAccount, openSettings, selectPeakaAccount } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import { updateLabel } from '../update-label.ts';
import { deleteLink, forgetLink, updateLink } from './link-actions.ts';
import classes from './links.module.css';
import { RenewalMenu } from './renewal-menu.tsx';

/** A connection at Peaka that was made from here: what it is, whether it has the newest values, and who renews. */
export function LinkCard({ link }: { link: PeakaLink }) {
  const account = usePeakaAccount(link.accountId)?.peakaAccount;
  const [isUpdating, setUpdating] = useState(false);
  const update = async (): Promise<void> => {
    setUpdating(true);
    await updateLink(link);
    setUpdating(false);
  };
  const error = link.pending?.error ?? link.error;
  return (
    <article className={classes.card} aria-label={link.name}>
      <div className={classes.top}>
        <div className={classes.titles}>
          <h3 className={classes.name}>{link.name}</h3>
          <p className={classes.where}>
            {text('peaka.link.where', {
              type: link.type,
              project: link.project.name || link.project.id,
              account: account?.name ?? text('peaka.link.noAccount'),
            })}
          </p>
        </div>
        {link.state === 'ready' ? (
          <Button variant="default" size="xs" loading={isUpdating} onClick={() => void update()}>
            {updateLabel(link)}
          </Button>
        ) : null}
        <MoreButton label={text('peaka.link.menu', { name: link.name })}>
          <Menu.Dropdown>
            {account === undefined ? null : (
              <Menu.Item onClick={() => selectPeakaAccount(account.id)}>
                {text('peaka.link.openAccount', { name: account.name })}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => forgetLink(link)}>{text('peaka.link.forget')}</Menu.Item>
            {link.peakaId === '' ? null : (
              <>
                <Menu.Divider />
                <Menu.Item data-danger onClick={() => deleteLink(link)}>
                  {text('peaka.link.delete')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </MoreButton>
      </div>
      <LinkState link={link} />
      {error === undefined ? null : (
        <ErrorPanel
          error={error}
          isSmall
          showsConsole
          actions={{ edit_peaka_account: () => openPeakaAccount(link.accountId), open_settings: openSettings }}
        />
      )}
      <dl className={classes.facts}>
        {link.renewal === null ? null : (
          <>
            <dt>{text('peaka.link.renewal')}</dt>
            <dd>
              <RenewalMenu link={link} renewal={link.renewal} />
            </dd>
          </>
        )}
        {link.peakaId === '' ? null : (
          <>
            <dt>{text('peaka.link.id')}</dt>
            <dd className={classes.copyable}>
              <span className="mono">{link.peakaId}</span>
              <CopyButton text={link.peakaId} what={text('peaka.link.id.copied')} />
            </dd>
          </>
        )}
        <dt>{text('peaka.link.created')}</dt>
        <dd>
          <RelativeTime time={link.createdAt} />
        </dd>
      </dl>
    </article>
  );
}

function LinkState({ link: { state, peakaId, pending, updatedAt } }: { link: PeakaLink }) {
  if (state === 'unfinished')
    return (
      <p className={classes.state} data-tone="bad">
        <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
        <span>{text(peakaId === '' ? 'peaka.link.state.unknown' : 'peaka.link.state.unfinished')}</span>
      </p>
    );
  if (pending !== null)
    return (
      <p className={classes.state} data-tone="waiting">
        <IconClockHour4 size={15} stroke={1.8} aria-hidden />
        <span>
          {pending.retryAt === null
            ? rich('peaka.link.state.stopped', { since: () => <RelativeTime time={pending.since} /> })
            : rich('peaka.link.state.pending', {
                since: () => <RelativeTime time={pending.since} />,
                retry: () => <RelativeTime time={pending.retryAt ?? 0} />,
              })}
        </span>
      </p>
    );
  return (
    <p className={classes.state} data-tone="good">
      <IconCheck size={15} stroke={2} aria-hidden />
      <span>{rich('peaka.link.state.ready', { time: () => <RelativeTime time={updatedAt} /> })}</span>
    </p>
  );
}
