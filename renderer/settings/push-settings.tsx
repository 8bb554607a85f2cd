import { Button } from '@mantine/core';
import type { PushView } from '../../app/shared/contract/push.ts';
import { useFeeds } from '../api/feeds.ts';
import { usePushes } from '../api/pushes.ts';
import { afterFrame } from '../common/after-frame.ts';
import { openSection } from '../common/panes.ts';
import { closeOverlay, selectResource } from '../common/window-state.ts';
import { adviceTitle } from '../errors/advice.ts';
import { PushState } from '../feeds/push/push-state.tsx';
import { text } from '../messages/text.ts';
import classes from './push-settings.module.css';
import { Section } from './section.tsx';

/** Every tool that rows are sent to, of all resources. */
export function PushSettings() {
  const views = usePushes();
  const feeds = useFeeds()?.feeds;
  const resourceOf = ({ push }: PushView) => feeds?.find(({ feed }) => feed.id === push.feedId)?.feed.resourceId;
  return (
    <Section title={text('settings.push')}>
      <p className={classes.hint}>{text('settings.push.hint')}</p>
      {views === undefined || views.length === 0 ? null : (
        <ul className={classes.targets} aria-label={text('settings.push.list')}>
          {views.map((view) => (
            <TargetRow key={view.push.id} view={view} resourceId={resourceOf(view)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function TargetRow({ view, resourceId }: { view: PushView; resourceId: string | undefined }) {
  const { push, state } = view;
  const show = (id: string): void => {
    closeOverlay();
    selectResource(id);
    afterFrame(() => openSection('feed'));
  };
  return (
    <li className={classes.target}>
      <div className={classes.words}>
        <div>{push.name}</div>
        <PushState view={view} />
        {state.error === null ? null : <p className={classes.error}>{adviceTitle(state.error.code)}</p>}
      </div>
      {resourceId === undefined ? null : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={text('target.show.named', { name: push.name })}
          onClick={() => show(resourceId)}
        >
          {text('target.show')}
        </Button>
      )}
    </li>
  );
}
