import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { text } from '../messages/text.ts';
import own from './parameter-rows.module.css';
import { RemoveRow, RowSet, useRemovedRow } from './row-set.tsx';

interface ParameterRowsProps {
  label: string;
  /** What the rows are for, with an example. */
  sentence: string;
  values: Readonly<Record<string, string>>;
  error?: string | undefined;
  onChange: (values: Record<string, string>) => void;
  onBlur?: () => void;
}

/** Names and values. Rows without a name exist only here: a record cannot hold them. */
export function ParameterRows({ label, sentence, values, error, onChange, onBlur }: ParameterRowsProps) {
  const [typed, setRows] = useState(() => Object.entries(values));
  const rows = withValues(typed, values);
  const latest = useRef(rows);
  latest.current = rows;
  const { removed, note } = useRemovedRow();
  const change = (next: [string, string][]): void => {
    setRows(next);
    onChange(recordOf(next));
  };
  const marked = rowOf(error, rows);
  return (
    <RowSet
      label={label}
      sentence={sentence}
      error={error}
      removed={removed}
      onBlur={onBlur}
      onAdd={() => change([...rows, ['', '']])}
    >
      {rows.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <div key={index} className={own.row}>
          <TextInput
            size="xs"
            aria-label={text('connection.rows.nameOf', { label, number: index + 1 })}
            placeholder={text('connection.rows.name')}
            value={name}
            error={index === marked}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              change(rows.map((row, at) => (at === index ? [typed, row[1]] : row)));
            }}
          />
          <TextInput
            size="xs"
            aria-label={text('connection.rows.valueOf', { label, number: index + 1 })}
            placeholder={text('connection.rows.value')}
            value={value}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              change(rows.map((row, at) => (at === index ? [row[0], typed] : row)));
            }}
          />
          <RemoveRow
            label={label}
            name={name}
            index={index}
            onRemove={() => {
              const row = rows[index];
              if (row === undefined) return;
              change(rows.filter((_row, at) => at !== index));
              note({ name, index }, name === '' && value === '', () => change(latest.current.toSpliced(index, 0, row)));
            }}
          />
        </div>
      ))}
    </RowSet>
  );
}

const recordOf = (rows: readonly [string, string][]): Record<string, string> =>
  Object.fromEntries(rows.filter(([name]) => name.trim() !== ''));

/** The rows with changes made elsewhere (a credential moved to the vault, a fix). Unnamed rows and the order stay. */
function withValues(rows: [string, string][], values: Readonly<Record<string, string>>): [string, string][] {
  if (JSON.stringify(recordOf(rows)) === JSON.stringify(values)) return rows;
  const known = new Set(rows.map(([name]) => name));
  return [
    ...rows.flatMap(([name, value]): [string, string][] =>
      name.trim() === '' ? [[name, value]] : name in values ? [[name, values[name] ?? value]] : [],
    ),
    ...Object.entries(values).filter(([name]) => !known.has(name)),
  ];
}

/** The row that the problem's text names: the last match, because that is the duplicate if a name occurs twice. */
function rowOf(error: string | undefined, rows: readonly [string, string][]): number {
  if (error === undefined) return -1;
  const lower = error.toLowerCase();
  const named = rows.findLastIndex(([name]) => name !== '' && lower.includes(name.toLowerCase()));
  return named === -1 ? rows.findIndex(([name]) => name !== '') : named;
}
