import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { createKey } from '../../feeds/feed-actions.ts';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

/** In days. */
const lifetimes = [30, 90, 365] as const;

/** A key for one dashboard: its name, and when it ends. */
export function NewKeyForm({ feedId, onDone }: { feedId: string; onDone: () => void }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('never');
  const create = async (): Promise<void> => {
    await createKey(feedId, name.trim(), days === 'never' ? null : Date.now() + Number(days) * 86_400_000);
    onDone();
  };
  return (
    <form
      className={classes.newKey}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void create();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <TextInput
        label={text('feed.key.name')}
        description={text('feed.key.name.hint')}
        value={name}
        maxLength={100}
        autoFocus
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={text('feed.key.lifetime')}
        description={text('feed.key.lifetime.hint')}
        value={days}
        data={[
          { value: 'never', label: text('feed.key.lifetime.never') },
          ...lifetimes.map((value) => ({
            value: String(value),
            label: text('feed.key.lifetime.days', { count: value }),
          })),
        ]}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      <div className={classes.formButtons}>
        <Button type="submit" size="xs" disabled={name.trim() === ''}>
          {text('feed.key.create')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {text('shell.confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}
