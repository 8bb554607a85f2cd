import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { createResource, reorderResources } from '../actions/resource-actions.ts';
import { usePublished } from '../api/feeds.ts';
import { usePeakaAccounts } from '../api/peaka-queries.ts';
import { useConnectionMap, useConnections, usePresetMap, useResources } from '../api/queries.ts';
import { useHeldReloads } from '../api/reloads.ts';
import { useOutcomes } from '../api/runs.ts';
import { matches } from '../common/filter.ts';
import { formatCount } from '../common/numbers.ts';
import { withShortcut } from '../common/platform.ts';
import { connectNew, reorderConnections } from '../connection/connection-actions.ts';
import { useLanguage } from '../messages/language.ts';
import { areTextsWhole, loadLaterTexts } from '../messages/later-texts.ts';
import { text } from '../messages/text.ts';
import { addPeakaAccount } from '../peaka/account-actions.ts';
import { connectionItem, peakaItem, resourceItem } from './items.ts';
import { Resizer } from './resizer.tsx';
import classes from './sidebar.module.css';
import { SidebarList } from './sidebar-list.tsx';
import { useSidebarWidth } from './use-sidebar-width.ts';

/** Resources, connections and accounts at Peaka; one filter for all. */
export function Sidebar() {
  const [typed, setTyped] = useState('');
  const filter = useDeferredValue(typed.trim());
  const resources = useResources();
  const connections = useConnections();
  const accounts = usePeakaAccounts();
  const connectionMap = useConnectionMap();
  const presets = usePresetMap();
  const outcomes = useOutcomes();
  const held = useHeldReloads();
  const published = usePublished();
  const areTextsWhole = useLaterTexts();
  const language = useLanguage();
  const { width, setWidth, saveWidth } = useSidebarWidth();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the items hold texts in the language
  const resourceItems = useMemo(
    () =>
      resources
        .map((view) => ({
          ...resourceItem(view, connectionMap, presets, outcomes, held),
          isPublished: published.includes(view.resource.id),
        }))
        .filter((item) => matches(item.searchText, filter)),
    [resources, connectionMap, presets, outcomes, held, published, filter, language, areTextsWhole],
  );
  const connectionItems = useMemo(
    () => connections.map((view) => connectionItem(view, presets)).filter((item) => matches(item.searchText, filter)),
    [connections, presets, filter],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the items hold texts in the language
  const accountItems = useMemo(
    () => accounts.map(peakaItem).filter((item) => matches(item.searchText, filter)),
    [accounts, filter, language],
  );

  return (
    <nav className={classes.sidebar} style={{ width }} aria-label={text('sidebar.title')} data-pane="sidebar">
      <div className={classes.filter}>
        <TextInput
          size="xs"
          aria-label={text('sidebar.filter.title')}
          placeholder={text('sidebar.filter')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') {
              event.stopPropagation();
              setTyped('');
            }
          }}
          leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
          rightSection={
            typed === '' ? null : (
              <ActionIcon size="sm" aria-label={text('sidebar.filter.clear')} onClick={() => setTyped('')}>
                <IconX size={14} />
              </ActionIcon>
            )
          }
        />
      </div>
      <section className={classes.resources} aria-labelledby="sidebar-resources">
        <SectionHead
          id="sidebar-resources"
          title={text('sidebar.resources')}
          count={resources.length}
          found={resourceItems.length}
        >
          <Tooltip label={withShortcut(text('sidebar.resources.new'), 'new-resource')}>
            <ActionIcon size="sm" aria-label={text('sidebar.resources.new')} onClick={() => void createResource()}>
              <IconPlus size={15} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        </SectionHead>
        <SidebarList
          label={text('sidebar.resources')}
          items={resourceItems}
          empty={text(filter === '' ? 'sidebar.resources.none' : 'sidebar.resources.noMatch')}
          onReorder={filter === '' ? reorderResources : undefined}
        />
      </section>
      <section className={classes.connections} aria-labelledby="sidebar-connections">
        <SectionHead
          id="sidebar-connections"
          title={text('sidebar.connections')}
          count={connections.length}
          found={connectionItems.length}
        >
          <Tooltip label={text('sidebar.connections.new')}>
            <ActionIcon size="sm" aria-label={text('sidebar.connections.new')} onClick={() => void connectNew()}>
              <IconPlus size={15} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        </SectionHead>
        <SidebarList
          label={text('sidebar.connections')}
          items={connectionItems}
          empty={text(filter === '' ? 'sidebar.connections.none' : 'sidebar.connections.noMatch')}
          onReorder={filter === '' ? reorderConnections : undefined}
        />
      </section>
      {accounts.length === 0 ? null : (
        <section className={classes.accounts} aria-labelledby="sidebar-peaka">
          <SectionHead
            id="sidebar-peaka"
            title={text('sidebar.peaka')}
            count={accounts.length}
            found={accountItems.length}
          >
            <Tooltip label={text('peaka.account.add')}>
              <ActionIcon size="sm" aria-label={text('peaka.account.add')} onClick={addPeakaAccount}>
                <IconPlus size={15} stroke={1.8} />
              </ActionIcon>
            </Tooltip>
          </SectionHead>
          <SidebarList
            label={text('sidebar.peaka.list')}
            items={accountItems}
            empty={text('sidebar.peaka.noMatch')}
            onReorder={undefined}
          />
        </section>
      )}
      <Resizer width={width} onResize={setWidth} onDone={saveWidth} />
    </nav>
  );
}

/** Whether the causes of failures can be told. */
function useLaterTexts(): boolean {
  const [areWhole, setWhole] = useState(areTextsWhole);
  useEffect(() => {
    // If they cannot be read, the marks tell less.
    loadLaterTexts().then(
      () => setWhole(true),
      () => undefined,
    );
  }, []);
  return areWhole;
}

interface SectionHeadProps {
  id: string;
  title: string;
  count: number;
  /** Fewer than `count` while a filter is typed. */
  found: number;
  children: React.ReactNode;
}

function SectionHead({ id, title, count, found, children }: SectionHeadProps) {
  return (
    <div className={classes.head}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {count > 0 ? (
        <span className={`${classes.count} tabular`}>
          {found < count ? text('sidebar.filter.count', { found, count }) : formatCount(count)}
        </span>
      ) : null}
      <span className={classes.spring} />
      {children}
    </div>
  );
}
