import { Button, Menu, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Feed, feedNamePattern } from '../../../app/shared/feed/feed.ts';
import { reportOf } from '../../api/client.ts';
import { MoreButton } from '../../common/more-button.tsx';
import { openUseIn } from '../../common/window-state.ts';
import { deleteFeed, saveFeed } from '../../feeds/feed-actions.ts';
import { text, textOf } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import classes from './feed-panel.module.css';

interface FeedHeadProps {
  feed: Feed;
  /** Those of the other feeds. */
  names: readonly string[];
  hasTargets: boolean;
}

export function FeedHead({ feed, names, hasTargets }: FeedHeadProps) {
  const switchTo = (isOn: boolean): void => void saveFeed({ ...feed, isOn }).catch(toastError);
  return (
    <div className={classes.head}>
      <NameField feed={feed} names={names} />
      <Switch
        className={classes.switch ?? ''}
        label={text('feed.isOn')}
        description={text('feed.isOn.hint')}
        checked={feed.isOn}
        onChange={(event) => switchTo(event.currentTarget.checked)}
      />
      <div className={classes.actions}>
        <Button variant="default" onClick={() => openUseIn(feed.id)}>
          {text('useIn.open')}
        </Button>
        <MoreButton label={text('feed.more', { name: feed.name })}>
          <Menu.Dropdown>
            <Menu.Item data-danger onClick={() => void deleteFeed(feed)}>
              {text(hasTargets ? 'feed.delete.targets' : 'feed.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </MoreButton>
      </div>
    </div>
  );
}

/** Saved when the user leaves it: each letter would be another address. */
function NameField({ feed, names }: { feed: Feed; names: readonly string[] }) {
  const [typed, setTyped] = useState(feed.name);
  const [refused, setRefused] = useState<string | undefined>();
  const isTaken = names.some((name) => name.toLowerCase() === typed.toLowerCase());
  const problem = !feedNamePattern.test(typed)
    ? text('feed.name.wrong')
    : isTaken
      ? text('feed.name.taken', { name: typed })
      : refused;
  const save = async (): Promise<void> => {
    if (problem !== undefined || typed === feed.name) return;
    try {
      await saveFeed({ ...feed, name: typed });
    } catch (error) {
      setRefused(textOf(reportOf(error).message));
    }
  };
  return (
    <TextInput
      className={classes.name ?? ''}
      label={text('feed.name')}
      description={text('feed.name.hint')}
      error={problem}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setRefused(undefined);
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') setTyped(feed.name);
      }}
    />
  );
}
