import { ActionIcon, Button, Loader, TextInput, Tooltip } from '@mantine/core';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { PeakaAccountView, PeakaPlace } from '../../../app/shared/peaka/account.ts';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import { reportOf } from '../../api/client.ts';
import { peakaConnectionsQuery, peakaTypesQuery, usePeakaLinks } from '../../api/peaka-queries.ts';
import { matches } from '../../common/filter.ts';
import { openPeakaThrough } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { AccountError } from './account-error.tsx';
import { ConnectionRow } from './connection-row.tsx';
import classes from './peaka-page.module.css';
import { originOf } from './row-words.ts';
import { rowsOf } from './rows.ts';

/** So many rows are found without a filter. */
const filterFrom = 8;
const noTypes: PeakaType[] = [];

interface ConnectionListProps {
  view: PeakaAccountView;
  project: PeakaPlace;
}

/** The connections of a project: those made here, and those made elsewhere. */
export function ConnectionList({ view: { peakaAccount }, project }: ConnectionListProps) {
  const { id } = peakaAccount;
  const list = useQuery(peakaConnectionsQuery(id, project.id));
  // Without the labels the identifiers of the types are shown.
  const types = useQuery(peakaTypesQuery(id)).data ?? noTypes;
  const links = usePeakaLinks();
  const { refetch } = list;
  // The user may come back from Peaka's own page.
  useEffect(() => {
    const onFocus = (): void => void refetch({ cancelRefetch: false });
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [refetch]);
  const [typed, setTyped] = useState('');
  const [openKey, setOpenKey] = useState<string | null>(null);
  const { data } = list;
  const rows = useMemo(
    () =>
      data === undefined
        ? []
        : rowsOf(
            data,
            links.filter(({ link }) => link.accountId === id && link.project.id === project.id),
            types,
          ),
    [data, links, types, id, project.id],
  );
  const shown = rows.filter(({ name, typeLabel, view }) =>
    matches(`${name} ${typeLabel} ${originOf(view?.link)}`, typed.trim()),
  );
  const create = (): void => openPeakaThrough({ accountId: id, project });
  const reload = (): void => void refetch();

  return (
    <section className={classes.connections} aria-labelledby="peaka-connections">
      <div className={classes.listHead}>
        <h2 id="peaka-connections" className={classes.heading}>
          {text('peaka.page.connections', { count: rows.length })}
        </h2>
        {rows.length < filterFrom ? null : (
          <TextInput
            size="xs"
            className={classes.filter ?? ''}
            aria-label={text('peaka.page.filter')}
            placeholder={text('peaka.page.filter')}
            leftSection={<IconSearch size={14} stroke={1.8} aria-hidden />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setTyped('');
            }}
          />
        )}
        <Tooltip label={text('peaka.page.reload')}>
          <ActionIcon aria-label={text('peaka.page.reload')} aria-busy={list.isFetching} onClick={reload}>
            {list.isFetching ? <Loader size={14} color="gray" /> : <IconRefresh size={16} stroke={1.7} />}
          </ActionIcon>
        </Tooltip>
        {rows.length === 0 ? null : <Button onClick={create}>{text('peaka.page.new')}</Button>}
      </div>
      {list.error === null ? null : (
        <AccountError
          error={reportOf(list.error)}
          account={peakaAccount}
          isSmall={data !== undefined}
          onTryAgain={reload}
        />
      )}
      {data === undefined && list.error === null ? (
        <p className={classes.waiting} role="status">
          {text('peaka.account.place.loading')}
        </p>
      ) : null}
      {data !== undefined && rows.length === 0 ? (
        <div className={classes.empty}>
          <p className={classes.sub}>{text('peaka.page.none')}</p>
          <Button onClick={create}>{text('peaka.page.new')}</Button>
        </div>
      ) : null}
      {rows.length > 0 && shown.length === 0 ? <p className={classes.sub}>{text('picker.noMatch')}</p> : null}
      {shown.length === 0 ? null : (
        <ul className={classes.rows} onKeyDown={moveInRows}>
          {shown.map((row) => (
            <ConnectionRow
              key={row.key}
              row={row}
              account={peakaAccount}
              projectId={project.id}
              isOpen={row.key === openKey}
              onToggle={() => setOpenKey(row.key === openKey ? null : row.key)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Arrows, Home and End go from row to row. */
function moveInRows(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-peaka-row]')];
  const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
  if (at === -1) return;
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const to = places[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
}
