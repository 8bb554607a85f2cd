import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import {
  type Feed,
  feedColumnNames,
  feedDelimiters,
  feedRoots,
  feedSchema,
  longestFresh,
  shortestFresh,
} from '../../../app/shared/feed/feed.ts';
import { CheckedChips } from '../../feeds/checked-chips.tsx';
import { saveFeed } from '../../feeds/feed-actions.ts';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import classes from './feed-panel.module.css';

/** How the rows are written and kept. What suits most tools is there already, so this is closed at first. */
export function FeedOptions({ feed }: { feed: Feed }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className={classes.part}>
      <Button
        className={classes.optionsButton ?? ''}
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        aria-controls={id}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {text('feed.options')}
      </Button>
      <div id={id}>{isOpen ? <Fields key={feed.id} feed={feed} /> : null}</div>
    </section>
  );
}

function Fields({ feed }: { feed: Feed }) {
  const change = (part: Partial<Feed>): void => void saveFeed({ ...feed, ...part }).catch(toastError);
  return (
    <div className={classes.options}>
      <NativeSelect
        label={text('feed.root')}
        description={text('feed.root.hint')}
        value={feed.root}
        data={feedRoots.map((value) => ({ value, label: text(`feed.root.${value}`) }))}
        onChange={(event) => {
          const root = feedRoots.find((each) => each === event.currentTarget.value);
          if (root !== undefined) change({ root });
        }}
      />
      <NativeSelect
        label={text('feed.columnNames')}
        description={text('feed.columnNames.hint')}
        value={feed.columnNames}
        data={feedColumnNames.map((value) => ({ value, label: text(`feed.columnNames.${value}`) }))}
        onChange={(event) => {
          const columnNames = feedColumnNames.find((each) => each === event.currentTarget.value);
          if (columnNames !== undefined) change({ columnNames });
        }}
      />
      <NativeSelect
        label={text('feed.delimiter')}
        description={text('feed.delimiter.hint')}
        value={feed.csv.delimiter}
        data={feedDelimiters.map((value) => ({ value, label: text(`exportDialog.csv.delimiter.${value}`) }))}
        onChange={(event) => {
          const delimiter = feedDelimiters.find((each) => each === event.currentTarget.value);
          if (delimiter !== undefined) change({ csv: { ...feed.csv, delimiter } });
        }}
      />
      <Seconds
        label={text('feed.fresh')}
        hint={text('feed.fresh.hint')}
        problem={text('feed.fresh.wrong')}
        value={feed.freshSeconds}
        isValid={(value): value is number => feedSchema.shape.freshSeconds.safeParse(value).success}
        onChange={(freshSeconds) => change({ freshSeconds })}
      />
      <Seconds
        label={text('feed.stale')}
        hint={text('feed.stale.hint')}
        problem={text('feed.stale.wrong')}
        value={feed.staleSeconds}
        isValid={(value): value is number | null => feedSchema.shape.staleSeconds.safeParse(value).success}
        onChange={(staleSeconds) => change({ staleSeconds })}
      />
      <CheckedChips
        label={text('feed.origins')}
        description={text('feed.origins.hint')}
        placeholder="https://dashboard.example.com"
        values={feed.origins}
        schema={feedSchema.shape.origins}
        plain={(origin) => origin.replace(/\/$/, '')}
        wrong={(origin) => text('feed.origins.wrong', { origin })}
        onChange={(origins) => change({ origins })}
      />
      <Switch
        label={text('exportDialog.csv.mark')}
        description={text('exportDialog.csv.mark.hint')}
        checked={feed.csv.mark}
        onChange={(event) => change({ csv: { ...feed.csv, mark: event.currentTarget.checked } })}
      />
      <Switch
        label={text('feed.timeColumn')}
        description={text('feed.timeColumn.hint')}
        checked={feed.hasTimeColumn}
        onChange={(event) => change({ hasTimeColumn: event.currentTarget.checked })}
      />
      <Switch
        label={text('feed.keyInUrl')}
        description={text('feed.keyInUrl.hint')}
        checked={feed.allowsKeyInUrl}
        onChange={(event) => change({ allowsKeyInUrl: event.currentTarget.checked })}
      />
    </div>
  );
}

interface SecondsProps<Value extends number | null> {
  label: string;
  hint: string;
  problem: string;
  value: Value;
  isValid: (value: number | null) => value is Value & (number | null);
  onChange: (value: Value) => void;
}

/** Seconds, kept when the user leaves the field; empty is `null`. */
function Seconds<Value extends number | null>({ label, hint, problem, value, isValid, onChange }: SecondsProps<Value>) {
  const [typed, setTyped] = useState<string | number>(value ?? '');
  const read = typed === '' ? null : Number(typed);
  const save = (): void => {
    if (isValid(read) && read !== value) onChange(read);
  };
  return (
    <NumberInput
      label={label}
      description={hint}
      error={isValid(read) ? null : problem}
      value={typed}
      min={shortestFresh}
      max={longestFresh}
      allowDecimal={false}
      clampBehavior="none"
      hideControls
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
