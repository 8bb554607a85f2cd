import { Button } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ExchangeSummary } from '../../app/shared/exchange.ts';
import { useConnectionMap, useResources } from '../api/queries.ts';
import { closeConsole, scopeConsole, useWindow } from '../common/window-state.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { useLanguage } from '../messages/language.ts';
import { text } from '../messages/text.ts';
import classes from './console.module.css';
import { ConsoleBar } from './console-bar.tsx';
import { ExchangeDetail } from './exchange-detail.tsx';
import { type ExchangeFilter, exchangeTest, isFiltering, noFilter, offeredChips } from './exchange-filter.ts';
import { ExchangeList } from './exchange-list.tsx';
import { isFailed } from './exchange-words.ts';
import list from './list.module.css';
import { reloadExchanges, useExchanges } from './use-exchanges.ts';

/** Every request of logins, refreshes and GETs, with its secrets masked. */
export function ConsolePanel() {
  const { exchanges, dropped, status, error } = useExchanges();
  const { scope, focusCount } = useWindow((state) => state.console);
  const [ownFilter, setFilter] = useState<Omit<ExchangeFilter, 'scope'>>(noFilter);
  const [selectedId, setSelectedId] = useState<number | null>(null);
  const [follow, setFollow] = useState(true);
  const panel = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const nameOf = useNames();
  const language = useLanguage();

  const filter = useMemo(() => ({ ...ownFilter, scope }), [ownFilter, scope]);
  const shown = useMemo(
    () => (isFiltering(filter) ? exchanges.filter(exchangeTest(filter, nameOf, language)) : exchanges),
    [exchanges, filter, nameOf, language],
  );
  const failed = useMemo(
    () => exchanges.reduce((count, exchange) => count + (isFailed(exchange) ? 1 : 0), 0),
    [exchanges],
  );
  const offered = useMemo(() => offeredChips(exchanges, ownFilter.chips), [exchanges, ownFilter.chips]);
  const selected = selectedId === null ? undefined : exchanges.find((exchange) => exchange.id === selectedId);

  const goToList = useCallback(() => panel.current?.querySelector<HTMLElement>('[role=grid]')?.focus(), []);
  const isEmpty = shown.length === 0;
  const focused = useRef(0);
  const isLoading = status === 'loading';
  useEffect(() => {
    // Moves the focus once per request, and only when there is a row to focus.
    if (isLoading || focused.current === focusCount) return;
    focused.current = focusCount;
    if (isEmpty) filterField.current?.focus();
    else goToList();
  }, [focusCount, isLoading, isEmpty, goToList]);

  const select = useCallback((id: number): void => {
    // New rows must not move the row that the user is viewing.
    setFollow(false);
    setSelectedId(id);
  }, []);
  const closeDetail = (): void => {
    setSelectedId(null);
    goToList();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (selected === undefined) closeConsole();
    else closeDetail();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is on top, wherever in it the focus is
    <div ref={panel} className={classes.panel} onKeyDown={onKeyDown}>
      <ConsoleBar
        filter={filter}
        onFilter={(change) => setFilter((before) => ({ ...before, ...change }))}
        chips={offered}
        scopeName={scope === null ? null : scopeNameOf(scope.id, nameOf, scope.kind)}
        shown={shown.length}
        total={exchanges.length}
        dropped={dropped}
        failed={failed}
        follow={follow}
        onFollow={setFollow}
        filterField={filterField}
        onGoToList={goToList}
      />
      {status === 'failed' && error !== undefined ? (
        <div className={classes.problem}>
          <ErrorPanel error={error} actions={{ try_again: reloadExchanges }} />
        </div>
      ) : null}
      <div className={classes.split} data-detail={selected !== undefined || undefined}>
        {isEmpty ? (
          <Nothing
            isLoading={isLoading}
            hidden={exchanges.length}
            onShowAll={() => {
              setFilter(noFilter);
              scopeConsole(null);
            }}
          />
        ) : (
          <div className={list.list}>
            <ExchangeList
              exchanges={shown}
              nameOf={nameOf}
              selectedId={selectedId}
              onSelect={select}
              onGoToDetail={() => panel.current?.querySelector<HTMLElement>('[role=tabpanel]')?.focus()}
              follow={follow}
              onFollow={setFollow}
            />
          </div>
        )}
        {selected === undefined ? null : (
          <ExchangeDetail id={selected.id} name={nameOf(selected)} onClose={closeDetail} />
        )}
      </div>
    </div>
  );
}

/** The name of the request's resource, or else of its connection. */
function useNames(): (exchange: Pick<ExchangeSummary, 'connectionId' | 'resourceId'>) => string {
  const connections = useConnectionMap();
  const resources = useResources();
  return useMemo(() => {
    const byId = new Map(resources.map(({ resource }) => [resource.id, resource.name]));
    return ({ connectionId, resourceId }) => {
      const resource = resourceId === undefined ? undefined : byId.get(resourceId);
      const connection = connectionId === undefined ? undefined : connections.get(connectionId)?.connection.name;
      return [resource, connection].filter((name) => name !== undefined).join(' · ');
    };
  }, [connections, resources]);
}

const scopeNameOf = (id: string, nameOf: ReturnType<typeof useNames>, kind: 'connection' | 'resource'): string =>
  nameOf(kind === 'connection' ? { connectionId: id } : { resourceId: id }) || text('console.scope.deleted');

interface NothingProps {
  isLoading: boolean;
  /** Requests that the filter hides. */
  hidden: number;
  onShowAll: () => void;
}

function Nothing({ isLoading, hidden, onShowAll }: NothingProps) {
  if (isLoading) return <p className={classes.empty}>{text('console.loading')}</p>;
  return (
    <div className={classes.empty}>
      <IconActivity size={26} stroke={1.3} aria-hidden />
      {hidden === 0 ? (
        <>
          <p className={classes.emptyTitle}>{text('console.nothing.title')}</p>
          <p className={classes.emptyText}>{text('console.nothing.text')}</p>
        </>
      ) : (
        <>
          <p className={classes.emptyTitle}>{text('console.hidden.title')}</p>
          <p className={classes.emptyText}>{text('console.hidden.text', { count: hidden })}</p>
          <Button size="xs" variant="default" onClick={onShowAll}>
            {text('console.hidden.showAll')}
          </Button>
        </>
      )}
    </div>
  );
}
