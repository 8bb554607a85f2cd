import { Modal } from '@mantine/core';
import { useFeeds } from '../../api/feeds.ts';
import { useLast } from '../../common/use-last.ts';
import { closeOverlay, useWindow } from '../../common/window-state.ts';
import { text } from '../../messages/text.ts';
import { UseIn } from './use-in.tsx';

/** *Use in…*: how each tool reads a feed. */
export function UseInDialog() {
  const feedId = useWindow(({ overlay }) => (overlay?.kind === 'useIn' ? overlay.feedId : null));
  const isTop = useWindow(({ help }) => help === null);
  const shown = useLast(feedId);
  const feeds = useFeeds();
  const feed = feeds?.feeds.find((each) => each.feed.id === shown)?.feed;
  return (
    <Modal
      opened={feedId !== null && feed !== undefined}
      onClose={closeOverlay}
      closeOnEscape={isTop}
      title={text('useIn.title', { name: feed?.name ?? '' })}
      size={860}
    >
      {feeds === undefined || feed === undefined ? null : <UseIn feed={feed} server={feeds.server} />}
    </Modal>
  );
}
