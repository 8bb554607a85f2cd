import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconTable, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Cell } from '../../app/shared/preview/preview.ts';
import { reportOf } from '../api/client.ts';
import { copyText } from '../common/copy-text.ts';
import { formatCount, plural } from '../common/numbers.ts';
import { textOf } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { formatJson } from './raw/format-json.ts';
import classes from './value-panel.module.css';
import { wholeText } from './whole-text.ts';

interface ValuePanelProps {
  previewId: string;
  pointer: string | undefined;
  cell: Cell;
  title: string;
  onShowList: (pointer: string) => void;
  onClose: () => void;
}

/** Longer sources are shown as they are: putting them in lines would hold up the window. */
const mostFormatted = 200_000;
const mostShown = 200_000;

/** One value in full, beside the table or the tree. */
export function ValuePanel({ previewId, pointer, cell, title, onShowList, onClose }: ValuePanelProps) {
  const text = useWholeText(previewId, pointer, cell);
  const [copied, setCopied] = useState(false);
  const isContainer = cell.kind === 'array' || cell.kind === 'object';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value has not been copied yet
  useEffect(() => setCopied(false), [text]);

  return (
    <aside className={classes.panel} aria-label={`Value of ${title}`}>
      <header className={classes.header}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <span className={classes.kind}>{kindWords(cell, text)}</span>
        <Tooltip label="Close">
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Close" onClick={onClose}>
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      <section
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="The whole value"
        data-select-all
        aria-busy={text === undefined}
      >
        <pre data-mono={isContainer || cell.kind === 'number' || undefined}>
          {text === undefined ? cell.text : shownText(text, isContainer)}
        </pre>
      </section>
      <footer className={classes.footer}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          disabled={text === undefined}
          onClick={() => copyText(text ?? '').then(() => setCopied(true), toastError)}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
        {cell.kind === 'array' && pointer !== undefined ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconTable size={14} />}
            onClick={() => onShowList(pointer)}
          >
            Show as table
          </Button>
        ) : null}
      </footer>
    </aside>
  );
}

function useWholeText(previewId: string, pointer: string | undefined, cell: Cell): string | undefined {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    setText(undefined);
    wholeText(previewId, pointer, cell).then(
      (whole) => isCurrent && setText(whole),
      (error) => isCurrent && setText(textOf(reportOf(error).message)),
    );
    return () => {
      isCurrent = false;
    };
  }, [previewId, pointer, cell]);
  return text;
}

function kindWords(cell: Cell, text: string | undefined): string {
  if (cell.kind === 'array') return plural(cell.count ?? 0, 'item');
  if (cell.kind === 'object') return plural(cell.count ?? 0, 'field');
  if (cell.kind === 'string') return text === undefined ? 'text' : `text, ${plural(text.length, 'character')}`;
  return cell.kind;
}

function shownText(text: string, isContainer: boolean): string {
  const formatted = isContainer && text.length <= mostFormatted ? formatJson(text) : text;
  if (formatted.length <= mostShown) return formatted;
  return `${formatted.slice(0, mostShown)}\n\n… ${formatCount(formatted.length - mostShown)} more characters: Copy takes them all.`;
}
