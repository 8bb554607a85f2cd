import { Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { type ClipboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { formatFacts } from '../../app/shared/resource/formats.ts';
import { type DataFormat, dataFormats, type Resource } from '../../app/shared/resource/resource.ts';
import { cancelRun } from '../api/runs.ts';
import { withShortcut } from '../common/platform.ts';
import { text } from '../messages/text.ts';
import classes from './url-bar.module.css';

const formats = dataFormats.map((value) => ({ value, label: formatFacts[value].name }));

interface UrlBarProps {
  resource: Resource;
  problem: string | undefined;
  isRunning: boolean;
  isPrimary: boolean;
  onEdit: (change: Partial<Resource>) => void;
  onLeaveUrl: () => void;
  onPaste: (event: ClipboardEvent) => void;
  onRun: () => void;
  /** Content below the URL. */
  children: ReactNode;
}

/** GET, the URL, the format of the response, and Run; Enter in the URL runs. */
export function UrlBar(props: UrlBarProps) {
  const { resource, problem, isRunning, isPrimary, onEdit, onLeaveUrl, onPaste, onRun, children } = props;
  const field = useRef<HTMLInputElement>(null);
  // A new resource focuses its empty URL field.
  const isNew = useRef(resource.url === '');
  useEffect(() => {
    if (isNew.current) field.current?.focus();
  }, []);

  return (
    <div>
      <div className={classes.bar}>
        <div className={classes.box} data-wrong={problem !== undefined || undefined}>
          <span className={classes.method} aria-hidden>
            {resource.method}
          </span>
          <input
            ref={field}
            data-url-field
            data-pane-focus
            className={`${classes.url} mono`}
            aria-label={text('resourcePage.url')}
            aria-invalid={problem !== undefined}
            aria-describedby={[...(problem === undefined ? [] : ['url-problem']), 'url-hint'].join(' ')}
            placeholder="https://api.example.com/v1/sales"
            spellCheck={false}
            autoComplete="off"
            value={resource.url}
            title={resource.url}
            onChange={(event) => onEdit({ url: event.currentTarget.value })}
            onBlur={onLeaveUrl}
            onPaste={onPaste}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // The same press must not click the element that takes the focus now.
              event.preventDefault();
              onRun();
            }}
          />
        </div>
        <SegmentedControl<DataFormat>
          className={classes.format ?? ''}
          aria-label={text('resourcePage.format')}
          aria-describedby="url-hint"
          value={resource.format}
          data={formats}
          onChange={(format) => onEdit({ format })}
        />
        {isRunning ? (
          <Button
            className={classes.run ?? ''}
            variant="default"
            leftSection={<IconPlayerStopFilled size={14} aria-hidden />}
            onClick={() => cancelRun(resource.id)}
          >
            {text('resourcePage.cancelRun')}
          </Button>
        ) : (
          <Tooltip label={withShortcut(text('resourcePage.run'), 'run')}>
            <Button
              className={classes.run ?? ''}
              data-run-button
              variant={isPrimary ? 'filled' : 'default'}
              leftSection={<IconPlayerPlayFilled size={13} aria-hidden />}
              onClick={onRun}
            >
              {text('resourcePage.run')}
            </Button>
          </Tooltip>
        )}
      </div>
      {problem === undefined ? null : (
        <p id="url-problem" className={classes.problem}>
          {problem}
        </p>
      )}
      <p id="url-hint" className={isNew.current ? classes.hint : classes.unseen}>
        {text('resourcePage.url.hint')}
      </p>
      {children}
    </div>
  );
}
