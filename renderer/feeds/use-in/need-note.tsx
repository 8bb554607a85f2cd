import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Feed } from '../../../app/shared/feed/feed.ts';
import type { RecipeNeed } from '../../../app/shared/feed/recipes/recipe.ts';
import { openFeedSettings } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { toastError } from '../../notices/toast.tsx';
import { saveFeed } from '../feed-actions.ts';
import classes from './use-in.module.css';

const save = (feed: Feed): void => void saveFeed(feed).catch(toastError);

/** What gives a tool what it needs. */
const fixes: Record<RecipeNeed, (feed: Feed) => void> = {
  elsewhere: openFeedSettings,
  trust: openFeedSettings,
  keyInUrl: (feed) => save({ ...feed, allowsKeyInUrl: true }),
  wrapped: (feed) => save({ ...feed, root: 'wrapped' }),
};

/** What the tool lacks, and the button for it. */
export function NeedNote({ need, feed }: { need: RecipeNeed; feed: Feed }) {
  return (
    <div className={classes.need}>
      <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
      <p>{text(`recipes.need.${need}`)}</p>
      <Button size="compact-xs" variant="default" onClick={() => fixes[need](feed)}>
        {text(`useIn.fix.${need}`)}
      </Button>
    </div>
  );
}
