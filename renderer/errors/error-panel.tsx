import { Button } from '@mantine/core';
import { IconAlertTriangle, IconTerminal2 } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorCode, ErrorLayer } from '../../app/shared/error-codes.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { call } from '../api/client.ts';
import { usePreset } from '../api/queries.ts';
import { latePart, useLatePart } from '../common/lazy.ts';
import { buttonsOf } from '../common/token-source-words.ts';
import {
  type ConsoleScope,
  closeOverlay,
  closePeakaAccount,
  confirm,
  openNetworkSettings,
  readWindow,
  showConsole,
} from '../common/window-state.ts';
import { text } from '../messages/text.ts';
import { actionLabel } from './advice.ts';
import { attemptOf } from './attempts.ts';
import { diagnose } from './diagnosis.ts';
import classes from './error-panel.module.css';
import { CopyFixButton, FixButton } from './fix-button.tsx';
import type { ActionName, Fix } from './rule.ts';
import { useSeenPage } from './use-seen-page.ts';

type Actions = Partial<Record<ActionName, () => void>>;

interface ErrorPanelProps {
  error: ErrorReport;
  /** What this view can do; the advice chooses from it. */
  actions?: Actions;
  /** Other words for an action here, such as "Allow files.example.com". */
  words?: Partial<Record<ActionName, string>>;
  /** One line until it is opened: for a failure beside data that is still good. */
  isSmall?: boolean;
  /** Nothing else in the view is more important: its first action is the primary button. */
  isMain?: boolean;
  /** What failed: with it the diagnosis knows more, and the console shows its requests. */
  connection?: Connection | undefined;
  /** For the console, where the request was for data. */
  resourceId?: string | undefined;
  /** The request is in the console, and belongs to no resource or connection. */
  showsConsole?: boolean;
  /** Changes the connection and tries again. */
  onFix?: ((change: Partial<Connection>, retry: 'login' | 'renew') => void) | undefined;
}

const mostOthers = 3;
/** Errors that belong to requests in the console. */
const layersOfRequests: readonly ErrorLayer[] = [
  'callback',
  'token',
  'oauth1',
  'revoke',
  'http',
  'window',
  'resource',
  'discovery',
  'id_token',
  'device',
  'introspection',
  'peaka',
];
const isOfRequest = (code: ErrorCode): boolean => layersOfRequests.some((layer) => code.startsWith(`${layer}.`));

/** Advice is in the later texts. */
const lateAdvice = latePart(async () => true);

/** What the service said, what it means, what to do. */
export function ErrorPanel(props: ErrorPanelProps) {
  return useLatePart(lateAdvice, true) === undefined ? null : <Panel {...props} />;
}

function Panel(props: ErrorPanelProps) {
  const {
    error,
    actions: given = {},
    words = {},
    isMain = false,
    isSmall = false,
    connection,
    resourceId,
    showsConsole = false,
    onFix,
  } = props;
  const [isOpen, setOpen] = useState(false);
  const isLine = isSmall && !isOpen;
  const titleId = useId();
  const preset = usePreset(connection?.presetId ?? null);
  const seen = useSeenPage(error, connection);
  const { title, meaning, fix, actions: advised } = diagnose(error, connection, preset, seen, attemptOf(connection));
  const actions: Actions = { open_network_settings: openNetworkSettings, ...given };
  const isFixable = fix !== undefined && canFix(fix, actions, onFix !== undefined);
  const others = advised
    .filter((name) => actions[name] !== undefined && !(isFixable && isSame(fix, name)))
    .slice(0, isLine ? (isFixable ? 0 : 1) : isFixable ? mostOthers : undefined);
  const scope =
    resourceId !== undefined
      ? ({ kind: 'resource', id: resourceId } as const)
      : connection !== undefined
        ? ({ kind: 'connection', id: connection.id } as const)
        : null;

  const buttons =
    others.length === 0 && !isFixable ? null : (
      <div className={classes.actions}>
        {isFixable ? <TheFix fix={fix} isMain={isMain} actions={actions} onFix={onFix} /> : null}
        {others.map((name, index) => (
          <Button
            key={name}
            size="xs"
            variant={index === 0 && isMain && !isFixable ? 'filled' : 'default'}
            onClick={actions[name]}
          >
            {words[name] ?? wordsFor(name, connection)}
          </Button>
        ))}
      </div>
    );

  return (
    <section className={classes.panel} role="alert" aria-labelledby={titleId} data-line={isLine || undefined}>
      <IconAlertTriangle className={classes.icon} size={18} stroke={1.8} aria-hidden />
      <div className={classes.content}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {isLine ? null : (
          <>
            {error.serviceMessage === undefined || error.serviceMessage === '' ? null : (
              <div className={classes.serviceMessage}>
                <span className={classes.saidLabel}>{text('errorPanel.said')}</span>
                <q className={classes.quote}>{error.serviceMessage}</q>
              </div>
            )}
            <p className={classes.meaning}>{meaning}</p>
          </>
        )}
        {buttons}
        {isLine ? null : (
          <div className={classes.foot}>
            <span className={classes.code}>{error.code}</span>
            {!showsConsole && (scope === null || !isOfRequest(error.code)) ? null : (
              <button type="button" className={classes.console} onClick={() => leadToConsole(scope)}>
                <IconTerminal2 size={13} stroke={1.7} aria-hidden />
                {text('errorPanel.showInConsole')}
              </button>
            )}
          </div>
        )}
      </div>
      {isSmall ? (
        <Button
          className={classes.toggle ?? ''}
          size="compact-xs"
          variant="default"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {text(isOpen ? 'errorPanel.less' : 'errorPanel.details')}
        </Button>
      ) : null}
    </section>
  );
}

/** The console must not be covered, but closing a dialog would lose its input. */
function leadToConsole(scope: ConsoleScope | null): void {
  const show = () => {
    closeOverlay();
    closePeakaAccount();
    showConsole(scope);
  };
  const { overlay, peakaAccount } = readWindow();
  if ((overlay === null || overlay.kind === 'settings') && peakaAccount === null) show();
  else
    confirm({
      title: () => text('errorPanel.leave.title'),
      text: () => text('errorPanel.leave.text'),
      confirmLabel: () => text('errorPanel.showInConsole'),
      onConfirm: show,
    });
}

interface TheFixProps {
  fix: Fix;
  isMain: boolean;
  actions: Actions;
  onFix: ErrorPanelProps['onFix'];
}

function TheFix({ fix, isMain, actions, onFix }: TheFixProps) {
  if ('change' in fix)
    return <FixButton label={fix.label} isMain={isMain} run={() => onFix?.(fix.change, fix.retry)} />;
  if (fix.action === 'copy') return <CopyFixButton label={fix.label} isMain={isMain} value={fix.value} />;
  if (fix.action === 'open_link') {
    const { value } = fix;
    return <FixButton label={fix.label} isMain={isMain} run={() => void call('app.openLink', { url: value })} />;
  }
  const { action } = fix;
  return <FixButton label={fix.label} isMain={isMain} run={() => actions[action]?.()} />;
}

function canFix(fix: Fix, actions: Actions, canChange: boolean): boolean {
  if ('change' in fix) return canChange;
  return fix.action === 'copy' || fix.action === 'open_link' || actions[fix.action] !== undefined;
}

/** One button for one thing. */
function isSame(fix: Fix, action: ActionName): boolean {
  if (!('change' in fix)) return fix.action === action;
  if (action === 'switch_window') return fix.change.window !== undefined;
  return action === 'request_token' && fix.retry === 'login';
}

/** The connection's own button has the same name. */
const wordsFor = (name: ActionName, connection: Connection | undefined): string =>
  name === 'request_token' ? buttonsOf(connection).request : actionLabel(name);
