import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { formatCount } from '../common/numbers.ts';
import { text } from '../messages/text.ts';
import classes from './section-tabs.module.css';

interface Tab<Value extends string> {
  value: Value;
  label: string;
  count?: number;
  isWrong?: boolean;
}

interface SectionTabsProps<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly Tab<Value>[];
  isOpen: boolean;
  onToggle: () => void;
  /** The summary shown while the part is closed. */
  summary: ReactNode;
  /** Controls of the visible part. */
  aside: ReactNode;
}

/** The parts of a card that opens and closes; arrows go from one to the next. */
export function SectionTabs<Value extends string>({
  value,
  onChange,
  tabs,
  isOpen,
  onToggle,
  summary,
  aside,
}: SectionTabsProps<Value>) {
  return (
    <div className={classes.head} data-open={isOpen || undefined} data-aside={aside !== null || undefined}>
      <div
        role="tablist"
        aria-label={text('resourcePage.request.parts')}
        className={classes.tabs}
        tabIndex={-1}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (step === 0) return;
          const at = tabs.findIndex((tab) => tab.value === value);
          const next = tabs[(at + step + tabs.length) % tabs.length];
          if (next === undefined) return;
          // The tab may appear only with the open card.
          flushSync(() => onChange(next.value));
          document.getElementById(`tab-${next.value}`)?.focus();
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`tab-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            {...(tab.value === value && isOpen ? { 'aria-controls': `panel-${tab.value}` } : {})}
            tabIndex={tab.value === value ? 0 : -1}
            className={classes.tab}
            data-wrong={tab.isWrong || undefined}
            onClick={() => onChange(tab.value)}
            // A field that loses the focus may say what is wrong with it, and move the tab away before the click.
            onMouseDown={(event) => {
              if (event.button !== 0) return;
              // The field stores what was typed while it is still there.
              event.currentTarget.focus();
              onChange(tab.value);
            }}
          >
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : (
              <span className={`${classes.count} tabular`}>{formatCount(tab.count)}</span>
            )}
          </button>
        ))}
      </div>
      <div className={classes.summary}>{isOpen ? null : summary}</div>
      {aside}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text(isOpen ? 'resourcePage.request.close' : 'resourcePage.request.open')}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <IconChevronDown size={16} className={classes.chevron ?? ''} aria-hidden />
      </ActionIcon>
    </div>
  );
}
