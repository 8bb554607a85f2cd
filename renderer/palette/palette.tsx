import { Modal, useComputedColorScheme } from '@mantine/core';
import { type Icon, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { usePeakaAccounts } from '../api/peaka-queries.ts';
import { useConnectionMap, useConnections, usePresetMap, useResources } from '../api/queries.ts';
import { Badge } from '../badge/badge.tsx';
import {
  closeOverlay,
  openGuide,
  selectConnection,
  selectPeakaAccount,
  selectResource,
  useWindow,
} from '../common/window-state.ts';
import { useTopics } from '../help/use-topics.ts';
import { useLanguage } from '../messages/language.ts';
import { text } from '../messages/text.ts';
import { actionEntries } from './actions.ts';
import {
  connectionEntries,
  helpEntries,
  inGroups,
  type PaletteEntry,
  peakaEntries,
  resourceEntries,
  search,
} from './entries.ts';
import classes from './palette.module.css';

/** Finds resources, connections and actions by name. */
export function Palette() {
  const isOpen = useWindow((state) => state.overlay?.kind === 'palette');
  return (
    <Modal
      opened={isOpen}
      onClose={closeOverlay}
      withCloseButton={false}
      size={600}
      centered={false}
      yOffset="12vh"
      // Focus at once: the user continues typing after the shortcut, and no letter may be lost.
      transitionProps={{ duration: 0 }}
      padding={0}
      attributes={{ content: { 'aria-label': text('palette.title') } }}
      classNames={{ body: classes.body ?? '', content: classes.content ?? '' }}
    >
      <PaletteBody />
    </Modal>
  );
}

function focusAgain(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}

function PaletteBody() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    const input = field.current;
    before.current = document.activeElement;
    input?.focus();
    // The field took the focus before Mantine could record the previous one.
    return () => {
      if (document.activeElement === input) focusAgain(before.current);
    };
  }, []);
  const searched = useDeferredValue(typed);
  const resources = useResources();
  const connections = useConnections();
  const accounts = usePeakaAccounts();
  const connectionMap = useConnectionMap();
  const presets = usePresetMap();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });

  const language = useLanguage();
  const topics = useTopics();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries hold texts in the language
  const entries = useMemo(
    () => [
      ...actionEntries(scheme),
      ...resourceEntries(resources, connectionMap, presets, selectResource),
      ...connectionEntries(connections, presets, selectConnection),
      ...peakaEntries(accounts, selectPeakaAccount),
      ...helpEntries(topics, openGuide),
    ],
    [scheme, resources, connections, accounts, connectionMap, presets, topics, language],
  );
  const ordered = useMemo(() => inGroups(search(entries, searched)), [entries, searched]);
  const groups = [...new Set(ordered.map((entry) => entry.group))];
  const current = ordered[Math.min(at, ordered.length - 1)];

  const go = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    // A dialog that opens next must restore the focus from before the palette, not the palette's.
    focusAgain(before.current);
    closeOverlay();
    entry.run();
  };
  const step = (by: number): void => {
    if (ordered.length === 0) return;
    const next = (Math.min(at, ordered.length - 1) + by + ordered.length) % ordered.length;
    setAt(next);
    list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <>
      <div className={classes.search}>
        <IconSearch size={17} stroke={1.7} aria-hidden />
        <input
          ref={field}
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-label={text('palette.search')}
          aria-expanded={ordered.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={current === undefined ? undefined : `palette-${current.id}`}
          placeholder={text('palette.placeholder')}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') step(1);
            else if (event.key === 'ArrowUp') step(-1);
            else if (event.key === 'Enter') go(searched === typed ? current : inGroups(search(entries, typed))[0]);
            else return;
            event.preventDefault();
          }}
        />
        <kbd className={classes.key}>{text('common.key.escape')}</kbd>
      </div>
      <div ref={list} id="palette-list" role="listbox" aria-label={text('palette.results')} className={classes.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
          <div key={group} role="group" aria-label={text(`palette.group.${group}`)}>
            <div className={classes.group} aria-hidden>
              {text(`palette.group.${group}`)}
            </div>
            {ordered.map((entry, index) =>
              entry.group === group ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's
                <div
                  key={entry.id}
                  id={`palette-${entry.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === current}
                  data-index={index}
                  className={classes.entry}
                  onMouseMove={() => setAt(index)}
                  onClick={() => go(entry)}
                >
                  {group === 'actions' || group === 'help' ? (
                    <ActionMark icon={entry.icon} />
                  ) : (
                    <Badge preset={entry.preset} {...(entry.tileName === undefined ? {} : { name: entry.tileName })} />
                  )}
                  <span className={classes.label}>{entry.label}</span>
                  <span className={classes.hint}>{entry.hint}</span>
                  {entry.keys === undefined ? null : <kbd className={classes.key}>{entry.keys}</kbd>}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      {ordered.length === 0 ? (
        <p className={classes.nothing} role="status">
          {text('palette.noMatch', { typed: searched })}
        </p>
      ) : null}
    </>
  );
}

function ActionMark({ icon: Shape = IconChevronRight }: { icon: Icon | undefined }) {
  return <Shape size={16} stroke={1.6} aria-hidden className={classes.actionIcon} />;
}
