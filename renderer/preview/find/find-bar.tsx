import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconLetterCase, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { withShortcut } from '../../common/platform.ts';
import { text } from '../../messages/text.ts';
import classes from './find-bar.module.css';
import type { FindState } from './finder.ts';
import type { Find } from './use-find.ts';

/** Searches the whole data of a view. Enter goes to the next match, Shift Enter to the one before. */
export function FindBar({ find }: { find: Find }) {
  const field = useRef<HTMLInputElement>(null);
  const { query, state, asked } = find;
  useEffect(() => {
    if (asked === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  if (!find.isOpen) return null;
  const hasMatch = state !== undefined && state.count > 0;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') find.close();
    else if (event.key === 'Enter' && event.target === field.current) find.step(event.shiftKey ? 'previous' : 'next');
    else if (!find.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={classes.bar} aria-label={text('find.label')} onKeyDown={onKeyDown}>
      <IconSearch size={15} className={classes.icon} aria-hidden />
      <input
        ref={field}
        className={classes.field}
        type="text"
        spellCheck={false}
        autoComplete="off"
        placeholder={text('find.placeholder')}
        aria-label={text('find.field')}
        value={query.text}
        maxLength={1000}
        data-none={(state?.isDone === true && state.count === 0) || undefined}
        onChange={(event) => find.change({ ...query, text: event.currentTarget.value })}
      />
      <span className={classes.count} role="status">
        {stateWords(state)}
      </span>
      <Tool
        label={text('find.case')}
        isPressed={query.matchCase}
        onClick={() => find.change({ ...query, matchCase: !query.matchCase })}
      >
        <IconLetterCase size={16} />
      </Tool>
      <Tool
        label={withShortcut(text('find.previous'), { shift: true, key: 'Enter' })}
        isDisabled={!hasMatch}
        onClick={() => find.step('previous')}
      >
        <IconChevronUp size={16} />
      </Tool>
      <Tool
        label={withShortcut(text('find.next'), { key: 'Enter' })}
        isDisabled={!hasMatch}
        onClick={() => find.step('next')}
      >
        <IconChevronDown size={16} />
      </Tool>
      <Tool label={withShortcut(text('common.close'), { key: 'Escape' })} onClick={find.close}>
        <IconX size={15} />
      </Tool>
    </search>
  );
}

interface ToolProps {
  label: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

const Tool = ({ label, isPressed, isDisabled = false, onClick, children }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon
      size="sm"
      variant={isPressed === true ? 'light' : 'subtle'}
      {...(isPressed === true ? {} : { color: 'gray' })}
      aria-label={label}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  </Tooltip>
);

function stateWords(state: FindState | undefined): string {
  if (state === undefined) return '';
  const { number, count, isDone, hasMore } = state;
  if (count === 0) return text(isDone ? 'find.none' : 'find.searching');
  if (number === 0) return text('find.matches', { count });
  if (hasMore === true || !isDone) return text('find.number.more', { number, count });
  return text('find.number', { number, count });
}
