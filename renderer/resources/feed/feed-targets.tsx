import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PushView } from '../../../app/shared/contract/push.ts';
import { MoreButton } from '../../common/more-button.tsx';
import { openPush, openSecretSettings } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { deletePush, sendPush } from '../../feeds/push/push-actions.ts';
import { PushState } from '../../feeds/push/push-state.tsx';
import { text } from '../../messages/text.ts';
import classes from './feed-panel.module.css';

/** The tools that the rows of a resource are sent to. */
export function FeedTargets({ resourceId, views }: { resourceId: string; views: readonly PushView[] }) {
  return (
    <section className={classes.part} aria-labelledby="feed-targets">
      <div className={classes.titleRow}>
        <h2 id="feed-targets" className={classes.title}>
          {text('target.targets')}
        </h2>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
          onClick={() => openPush({ resourceId })}
        >
          {text('target.new')}
        </Button>
      </div>
      {views.length === 0 ? (
        <p className={classes.hint}>{text('target.targets.hint')}</p>
      ) : (
        <ul className={classes.keys} aria-label={text('target.targets')}>
          {views.map((view) => (
            <TargetRow key={view.push.id} view={view} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TargetRow({ view }: { view: PushView }) {
  const { push, state } = view;
  const { id, name } = push;
  const edit = (): void => openPush({ pushId: id });
  const send = (): void => void sendPush(id);
  const isOfRequest = state.error?.code.startsWith('http.') === true || state.error?.details?.status !== undefined;
  return (
    <li>
      <div className={classes.key}>
        <div className={classes.words}>
          <div className={classes.keyName}>{name}</div>
          <PushState view={view} />
        </div>
        <Button
          className={classes.send ?? ''}
          size="compact-sm"
          variant="default"
          loading={state.isSending}
          aria-label={text('target.send.named', { name })}
          onClick={send}
        >
          {text('target.send')}
        </Button>
        <MoreButton label={text('target.more', { name })}>
          <Menu.Dropdown>
            <Menu.Item onClick={edit}>{text('target.edit')}</Menu.Item>
            <Menu.Item data-danger onClick={() => void deletePush(push)}>
              {text('target.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </MoreButton>
      </div>
      {state.error === null ? null : (
        <ErrorPanel
          error={state.error}
          isSmall
          showsConsole={isOfRequest}
          actions={{ try_again: send, edit_target: edit, edit_url: edit, give_key: openSecretSettings }}
        />
      )}
    </li>
  );
}
