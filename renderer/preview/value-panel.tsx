import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconTable, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { indented } from '../../app/shared/indent/indent.ts';
import { indentJson } from '../../app/shared/indent/indent-json.ts';
import type { Message } from '../../app/shared/messages/message.ts';
import type { Cell, Column } from '../../app/shared/preview/preview.ts';
import { reportOf } from '../api/client.ts';
import { copyText } from '../common/copy-text.ts';
import { text, textOf } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';

import { cellHint, shownText as shownCell } from './table/shown-value.ts';
import classes from './value-panel.module.css';
import { wholeText } from './whole-text.ts';

interface ValuePanelProps {
  previewId: string;
  pointer: string | undefined;
  cell: Cell;
  title: string;
  /** Of a cell in the table: its value is also shown as the column reads it. */
  column?: Column | undefined;
  onShowList: (pointer: string) => void;
  onClose: () => void;
}

/** Longer sources are shown as they are: putting them in lines would hold up the window. */
const mostFormatted = 200_000;
const mostShown = 200_000;

/** One value in full, beside the table or the tree. */
export function ValuePanel({ previewId, pointer, cell, title, column, onShowList, onClose }: ValuePanelProps) {
  const whole = useWholeText(previewId, pointer, cell);
  const [copied, setCopied] = useState(false);
  const isContainer = cell.kind === 'array' || cell.kind === 'object';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value has not been copied yet
  useEffect(() => setCopied(false), [whole]);

  return (
    <aside className={classes.panel} aria-label={text('preview.valueOf', { name: title })}>
      <header className={classes.header}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <span className={classes.kind}>{kindWords(cell, whole)}</span>
        <Tooltip label={text('common.close')}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text('common.close')} onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      <section
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={text('preview.wholeValue')}
        data-select-all
        aria-busy={whole === undefined}
      >
        <pre data-mono={isContainer || cell.kind === 'number' || undefined}>
          {whole === undefined ? cell.text : shownText(whole, isContainer)}
        </pre>
      </section>
      {column === undefined ? null : <ReadAs cell={cell} column={column} />}
      <footer className={classes.footer}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          disabled={whole === undefined}
          onClick={() => copyText(whole ?? '').then(() => setCopied(true), toastError)}
        >
          {text(copied ? 'common.copied' : 'common.copy')}
        </Button>
        {cell.kind === 'array' && pointer !== undefined ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTable size={14} />}
            onClick={() => onShowList(pointer)}
          >
            {text('preview.asTable')}
          </Button>
        ) : null}
      </footer>
    </aside>
  );
}

/** What the column makes of a value, where that is not what was sent. */
function ReadAs({ cell, column }: { cell: Cell; column: Column }) {
  const { type } = column;
  if (type === undefined) return null;
  if (cell.unfit === true) return <p className={classes.unfit}>{cellHint(cell, column)}</p>;
  const shown = cell.value === undefined ? cell.text : shownCell(cell, column, 0);
  if (shown === cell.text) return null;
  return (
    <p className={classes.readAs}>{text('shape.value.readAs', { type: text(`shape.type.${type}`), value: shown })}</p>
  );
}

function useWholeText(previewId: string, pointer: string | undefined, cell: Cell): string | undefined {
  const [whole, setWhole] = useState<string | Message>();
  useEffect(() => {
    let isCurrent = true;
    setWhole(undefined);
    wholeText(previewId, pointer, cell).then(
      (value) => isCurrent && setWhole(value),
      (error) => isCurrent && setWhole(reportOf(error).message),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId, pointer, cell]);
  return typeof whole === 'object' ? textOf(whole) : whole;
}

function kindWords(cell: Cell, whole: string | undefined): string {
  const { kind, count = 0 } = cell;
  if (kind === 'array') return text('preview.items', { count });
  if (kind === 'object') return text('preview.fields', { count });
  if (kind === 'string' && whole !== undefined) return text('preview.characters', { count: whole.length });
  return text(`preview.kind.${kind}`);
}

function shownText(whole: string, isContainer: boolean): string {
  const formatted = isContainer && whole.length <= mostFormatted ? indented(indentJson, whole) : whole;
  if (formatted.length <= mostShown) return formatted;
  return `${formatted.slice(0, mostShown)}\n\n${text('preview.more', { count: formatted.length - mostShown })}`;
}
