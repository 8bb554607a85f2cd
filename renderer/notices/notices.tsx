import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../api/client.ts';
import { infoQuery, queryClient, useInfo } from '../api/queries.ts';
import { openSecretSettings } from '../common/window-state.ts';
import { text, textOf } from '../messages/text.ts';
import classes from './notices.module.css';
import { toastError } from './toast.tsx';

/** Notices since the start: how secrets are stored, and files that could not be read. */
export function Notices() {
  const info = useInfo();
  if (info === undefined) return null;
  return (
    <>
      {info.vault.status === 'locked' ? (
        <Notice
          level="warning"
          title={text('notices.locked')}
          body={textOf(info.vault.reason)}
          action={
            <Button size="compact-sm" onClick={openSecretSettings}>
              {text('notices.unlock')}
            </Button>
          }
        />
      ) : null}
      {info.vault.status === 'session' ? (
        <Notice
          level="warning"
          title={text('notices.session')}
          body={textOf(info.vault.reason)}
          action={
            <Button size="compact-sm" variant="default" onClick={openSecretSettings}>
              {text('notices.setPassphrase')}
            </Button>
          }
        />
      ) : null}
      {info.notices.map((notice) => (
        <Notice
          key={notice.id}
          level={notice.level}
          title={textOf(notice.title)}
          body={textOf(notice.text)}
          action={
            <ActionIcon
              size="sm"
              aria-label={text('notices.dismiss', { title: textOf(notice.title) })}
              onClick={() => void dismiss(notice.id)}
            >
              <IconX size={15} />
            </ActionIcon>
          }
        />
      ))}
    </>
  );
}

async function dismiss(id: string): Promise<void> {
  try {
    await call('app.dismissNotice', { id });
    await queryClient.invalidateQueries({ queryKey: infoQuery.queryKey });
  } catch (error) {
    toastError(error);
  }
}

interface NoticeProps {
  level: 'info' | 'warning';
  title: string;
  body: string;
  action: ReactNode;
}

/** The text follows on the same line. */
const asSentence = (title: string): string => (/[.?!…]$/.test(title) ? title : `${title}.`);

function Notice({ level, title, body, action }: NoticeProps) {
  const Icon = level === 'warning' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.notice} data-level={level} role="status">
      <Icon size={16} stroke={1.8} aria-hidden />
      <p className={classes.text}>
        <strong>{asSentence(title)}</strong> {body}
      </p>
      {action}
    </div>
  );
}
