import { latePart, useLatePart } from '../../common/lazy.ts';
import type { FeedPanelProps } from './feed-panel.tsx';

const latePanel = latePart(async () => (await import('./feed-panel.tsx')).FeedPanel);

export function LateFeedPanel(props: FeedPanelProps) {
  const FeedPanel = useLatePart(latePanel, true);
  return FeedPanel === undefined ? null : <FeedPanel key={props.resource.id} {...props} />;
}
