import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { text } from '../../messages/text.ts';
import { RemoveRow, RowSet, useRemovedRow } from '../row-set.tsx';
import { type CapturedRow, capturedRows, capturedValues } from './captured.ts';
import own from './token-response-section.module.css';

interface CapturedRowsProps {
  values: Readonly<Record<string, string>>;
  error: string | undefined;
  onChange: (values: Record<string, string>) => void;
  onBlur: () => void;
}

/** Values from the login besides the token, for `{name}` in URLs. Rows without a name are not saved. */
export function CapturedRows({ values, error, onChange, onBlur }: CapturedRowsProps) {
  const label = text('more.captured');
  const [rows, setRows] = useState(() => capturedRows(values));
  const latest = useRef(rows);
  latest.current = rows;
  const { removed, note } = useRemovedRow();
  const change = (next: CapturedRow[]): void => {
    setRows(next);
    onChange(capturedValues(next));
  };
  const set = (index: number, part: Partial<CapturedRow>): void =>
    change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <RowSet
      label={label}
      sentence={text('more.captured.hint', { variable: '{name}' })}
      error={error}
      removed={removed}
      onBlur={onBlur}
      onAdd={() => change([...rows, { name: '', from: 'callback', what: '' }])}
    >
      {rows.map(({ name, from, what }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
        <div key={index} className={own.row}>
          <TextInput
            size="xs"
            aria-label={text('more.captured.name', { row: index + 1 })}
            placeholder="realmId"
            value={name}
            error={error?.includes(name) === true && name !== ''}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label={text('more.captured.source', { row: index + 1 })}
            value={from}
            data={[
              { value: 'callback', label: text('more.captured.from.callback') },
              { value: 'token', label: text('more.captured.from.token') },
            ]}
            onChange={(event) => set(index, { from: event.currentTarget.value === 'token' ? 'token' : 'callback' })}
          />
          <TextInput
            size="xs"
            aria-label={text('more.captured.place', { row: index + 1 })}
            placeholder={from === 'token' ? '/instance_url' : 'realmId'}
            value={what}
            spellCheck={false}
            classNames={{ input: 'mono' }}
            onChange={(event) => set(index, { what: event.currentTarget.value })}
          />
          <RemoveRow
            label={label}
            name={name}
            index={index}
            onRemove={() => {
              const row = rows[index];
              if (row === undefined) return;
              change(rows.filter((_row, at) => at !== index));
              note({ name, index }, name === '' && what === '', () => change(latest.current.toSpliced(index, 0, row)));
            }}
          />
        </div>
      ))}
    </RowSet>
  );
}
