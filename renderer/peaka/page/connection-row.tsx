import { Button, Menu } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';
import { useConnection, usePresets } from '../../api/queries.ts';
import { Badge } from '../../badge/badge.tsx';
import { copyText } from '../../common/copy-text.ts';
import { MoreButton } from '../../common/more-button.tsx';
import { RelativeTime } from '../../common/relative-time.tsx';
import { openPeakaEdit, openPeakaRename, openPeakaThrough, selectConnection } from '../../common/window-state.ts';
import { rich } from '../../messages/rich.ts';
import { text } from '../../messages/text.ts';
import { toast } from '../../notices/toast.tsx';
import { StateMark } from '../../status/state-mark.tsx';
import { updateLabel } from '../update-label.ts';
import { ConnectionDetail } from './connection-detail.tsx';
import classes from './connection-row.module.css';
import { deleteRemote, type Remote, removeEntry, updateNow } from './row-actions.ts';
import { markOf, originOf } from './row-words.ts';
import { canUpdate, type PeakaRow } from './rows.ts';

interface ConnectionRowProps {
  row: PeakaRow;
  account: PeakaAccount;
  projectId: string;
  isOpen: boolean;
  onToggle: () => void;
}

/** A connection at Peaka. Its button opens what is known of it; the menu has what can be done. */
export function ConnectionRow({ row, account, projectId, isOpen, onToggle }: ConnectionRowProps) {
  const { name, typeLabel, state, view } = row;
  const id = useId();
  // Peaka’s types are services that may have a preset here.
  const preset = usePresets().find((each) => each.name === typeLabel);
  const remote: Remote = { accountId: account.id, projectId, connectionId: row.peakaId, name };
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <button
          type="button"
          className={classes.button}
          data-peaka-row
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <IconChevronRight size={14} stroke={1.8} className={classes.chevron} aria-hidden />
          <Badge preset={preset} name={typeLabel} size={28} />
          <span className={classes.words}>
            <span className={classes.name}>{name}</span>
            <span className={classes.origin}>
              {typeLabel} · {originOf(view?.link)}
            </span>
          </span>
          <span className={classes.state}>
            {state === 'elsewhere' ? null : (
              <StateMark state={markOf[state]} word={text(`peaka.page.state.${state}`)} withWord />
            )}
            <RowTime row={row} />
          </span>
        </button>
        {state === 'gone' && view !== undefined ? (
          <Button size="compact-sm" variant="default" onClick={() => void removeEntry(view.link)}>
            {text('peaka.page.remove')}
          </Button>
        ) : (
          <MoreButton label={text('peaka.page.row.menu', { name })}>
            <Menu.Dropdown>
              <RowMenu row={row} remote={remote} />
            </Menu.Dropdown>
          </MoreButton>
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? <ConnectionDetail row={row} account={account} remote={remote} /> : null}
      </div>
    </li>
  );
}

function RowTime({ row: { state, view } }: { row: PeakaRow }) {
  if (view === undefined) return null;
  const { pending, updatedAt } = view.link;
  if (state === 'waiting' && pending !== null)
    return (
      <span className={classes.time}>
        {rich('peaka.page.waitingSince', { time: () => <RelativeTime time={pending.since} /> })}
      </span>
    );
  if (state !== 'ready') return null;
  return (
    <span className={classes.time}>
      {rich('peaka.page.updatedAt', { time: () => <RelativeTime time={updatedAt} /> })}
    </span>
  );
}

function RowMenu({ row, remote }: { row: PeakaRow; remote: Remote }) {
  const { state, view, peakaId } = row;
  const source = useConnection(view?.link.source ?? null);
  return (
    <>
      {canUpdate(row) && view !== undefined ? (
        <Menu.Item onClick={() => void updateNow(view.link)}>{updateLabel(view.link)}</Menu.Item>
      ) : null}
      {canUpdate(row) && view?.link.way === 'form' ? (
        <Menu.Item onClick={() => openPeakaEdit(view.link.id)}>{text('peaka.edit.menu')}</Menu.Item>
      ) : null}
      {state === 'unfinished' && view !== undefined ? (
        <Menu.Item onClick={() => openPeakaThrough({ linkId: view.link.id })}>
          {text('peaka.page.logInAgain')}
        </Menu.Item>
      ) : null}
      {source === undefined ? null : (
        <Menu.Item onClick={() => selectConnection(source.connection.id)}>
          {text('peaka.page.openSource', { name: source.connection.name })}
        </Menu.Item>
      )}
      {peakaId === '' ? (
        view === undefined ? null : (
          <Menu.Item data-danger onClick={() => void removeEntry(view.link)}>
            {text('peaka.page.remove')}
          </Menu.Item>
        )
      ) : (
        <>
          <Menu.Item onClick={() => openPeakaRename({ ...remote, isElsewhere: view === undefined })}>
            {text('peaka.page.rename')}
          </Menu.Item>
          <Menu.Item
            onClick={async () => {
              await copyText(peakaId);
              toast(text('peaka.page.idCopied'));
            }}
          >
            {text('peaka.page.copyId')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item data-danger onClick={() => deleteRemote(remote)}>
            {text('peaka.page.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
