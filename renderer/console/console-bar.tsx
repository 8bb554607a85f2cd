import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBarToDown, IconBan, IconFileExport, IconFilter, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { formatCount } from '../common/numbers.ts';
import { withShortcut } from '../common/platform.ts';
import { closeConsole, scopeConsole } from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import classes from './console.module.css';
import { clearConsole, exportBundle } from './console-actions.ts';
import type { ExchangeFilter } from './exchange-filter.ts';
import type { Chip } from './exchange-words.ts';

interface ConsoleBarProps {
  filter: ExchangeFilter;
  onFilter: (change: Partial<ExchangeFilter>) => void;
  /** The kinds to choose from. */
  chips: readonly Chip[];
  scopeName: string | null;
  shown: number;
  total: number;
  dropped: number;
  failed: number;
  follow: boolean;
  onFollow: (follow: boolean) => void;
  filterField: RefObject<HTMLInputElement | null>;
  onGoToList: () => void;
}

/** The console's filters and actions. */
export function ConsoleBar(props: ConsoleBarProps) {
  const {
    filter,
    onFilter,
    chips,
    scopeName,
    shown,
    total,
    dropped,
    failed,
    follow,
    onFollow,
    filterField,
    onGoToList,
  } = props;
  const toggle = (chip: Chip): void => {
    const next = new Set(filter.chips);
    if (!next.delete(chip)) next.add(chip);
    onFilter({ chips: next });
  };
  return (
    <header className={classes.bar}>
      <h2 className={classes.title}>{text('console.title')}</h2>
      <TextInput
        ref={filterField}
        size="xs"
        className={classes.filter ?? ''}
        aria-label={text('console.filter')}
        placeholder={text('console.filter')}
        value={filter.text}
        onChange={(event) => onFilter({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && filter.text !== '') {
            event.stopPropagation();
            onFilter({ text: '' });
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onGoToList();
          }
        }}
        leftSection={<IconFilter size={14} stroke={1.6} aria-hidden />}
        rightSection={
          filter.text === '' ? null : (
            <ActionIcon size="sm" aria-label={text('console.filter.clear')} onClick={() => onFilter({ text: '' })}>
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <fieldset className={classes.chips}>
        <legend className={classes.hidden}>{text('console.kinds')}</legend>
        {chips.map((chip) => (
          <button
            key={chip}
            type="button"
            className={classes.chip}
            data-chip={chip}
            aria-pressed={filter.chips.has(chip)}
            onClick={() => toggle(chip)}
          >
            {text(`console.kinds.${chip}`)}
            {chip === 'errors' && failed > 0 ? <span className={classes.chipCount}>{formatCount(failed)}</span> : null}
          </button>
        ))}
      </fieldset>
      {scopeName === null ? null : (
        <span className={classes.scope}>
          <span className={classes.scopeName} title={scopeName}>
            {scopeName}
          </span>
          <ActionIcon size={18} aria-label={text('console.scope.remove')} onClick={() => scopeConsole(null)}>
            <IconX size={12} />
          </ActionIcon>
        </span>
      )}
      <span className={classes.count} aria-live="off">
        {shown === total ? text('console.count', { count: total }) : text('console.count.filtered', { shown, total })}
        {dropped === 0 ? null : (
          <span className={classes.dropped}> · {text('console.count.dropped', { count: dropped })}</span>
        )}
      </span>
      <div className={classes.tools}>
        <Tooltip label={text(follow ? 'console.follow.on' : 'console.follow')}>
          <ActionIcon
            aria-label={text('console.follow')}
            aria-pressed={follow}
            data-on={follow || undefined}
            className={classes.tool ?? ''}
            onClick={() => onFollow(!follow)}
          >
            <IconArrowBarToDown size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={text('console.empty.button')}>
          <ActionIcon
            aria-label={text('console.empty.label')}
            disabled={total === 0}
            onClick={() => void clearConsole()}
          >
            <IconBan size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip multiline w={260} label={text('console.export.hint')}>
          <Button
            size="compact-sm"
            variant="default"
            className={classes.export ?? ''}
            leftSection={<IconFileExport size={14} stroke={1.6} aria-hidden />}
            onClick={() => void exportBundle()}
          >
            {text('console.export.button')}
          </Button>
        </Tooltip>
        <ActionIcon
          aria-label={text('console.export.label')}
          className={classes.exportIcon ?? ''}
          onClick={() => void exportBundle()}
        >
          <IconFileExport size={16} stroke={1.6} />
        </ActionIcon>
        <Tooltip label={withShortcut(text('common.close'), 'toggle-console')}>
          <ActionIcon aria-label={text('console.close')} onClick={closeConsole}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
