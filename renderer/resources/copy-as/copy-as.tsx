import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { type Copied, type CopyTarget, copyTargets } from '../../../app/shared/copy-as.ts';
import { usePreferences } from '../../api/queries.ts';
import { copyText } from '../../common/copy-text.ts';
import { useCopied } from '../../common/use-copied.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { text, textOf } from '../../messages/text.ts';
import { savePreferences } from '../../notices/save-preferences.ts';
import { Note } from '../../preview/note.tsx';
import { CopiedFields } from './copied-fields.tsx';
import classes from './copy-as.module.css';
import { useCopiedRequest } from './use-copied-request.ts';

/** Chooses the program and whether the token goes along, and copies the text. */
export function CopyAs({ resourceId }: { resourceId: string }) {
  const preferred = usePreferences()?.copyTarget ?? 'curl';
  const [withToken, setWithToken] = useState(false);
  const [wasCopied, noteCopied] = useCopied();
  const { copied, error, tryAgain } = useCopiedRequest(resourceId, preferred, withToken);
  const hintId = useId();
  const hasSecrets = copied !== undefined && copied.kind !== 'refused' && copied.hasSecrets;
  const whole = copied === undefined ? '' : asText(copied);
  return (
    <div className={classes.body}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={text('copyAs.target')}
        aria-describedby={hintId}
        value={preferred}
        data={copyTargets.map((value) => ({ value, label: text(`copyAs.target.${value}`) }))}
        onChange={(copyTarget: CopyTarget) => void savePreferences({ copyTarget })}
      />
      <p id={hintId} className={classes.hint}>
        {text(`copyAs.target.${preferred}.hint`)}
      </p>
      {copied === undefined ? null : <CopiedView copied={copied} />}
      {error === undefined ? null : <ErrorPanel error={error} actions={{ try_again: tryAgain }} isSmall />}
      {hasSecrets ? <TokenChoice withToken={withToken} onChoose={setWithToken} /> : null}
      <div className={classes.footer}>
        <Button
          disabled={whole === ''}
          leftSection={wasCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          onClick={async () => {
            await copyText(whole);
            noteCopied();
          }}
        >
          {text(wasCopied ? 'common.copied' : withToken && hasSecrets ? 'copyAs.copy.token' : 'common.copy')}
        </Button>
      </div>
    </div>
  );
}

function TokenChoice({ withToken, onChoose }: { withToken: boolean; onChoose: (withToken: boolean) => void }) {
  const hintId = useId();
  return (
    <div className={classes.token}>
      <SegmentedControl
        size="xs"
        aria-label={text('copyAs.token')}
        aria-describedby={hintId}
        value={withToken ? 'token' : 'masked'}
        data={[
          { value: 'masked', label: text('copyAs.token.masked') },
          { value: 'token', label: text('copyAs.token.real') },
        ]}
        onChange={(chosen) => onChoose(chosen === 'token')}
      />
      <p id={hintId} className={withToken ? classes.warning : classes.hint}>
        {text(withToken ? 'copyAs.token.real.hint' : 'copyAs.token.masked.hint')}
      </p>
    </div>
  );
}

function CopiedView({ copied }: { copied: Copied }) {
  if (copied.kind === 'refused') return <Note>{textOf(copied.message)}</Note>;
  return (
    <>
      {copied.kind === 'fields' ? (
        <CopiedFields fields={copied.fields} />
      ) : (
        // A keyboard scrolls it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className={classes.text} aria-label={text('copyAs.text')} tabIndex={0}>
          <pre>{copied.text}</pre>
        </section>
      )}
      {copied.variables.length === 0 ? null : (
        <dl className={classes.variables}>
          {copied.variables.map(({ name, what }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{textOf(what)}</dd>
            </div>
          ))}
        </dl>
      )}
      {copied.notes.map((note) => (
        <p key={note.id} className={classes.hint}>
          {textOf(note)}
        </p>
      ))}
    </>
  );
}

/** What the button copies. Fields become lines: `URL: https://…`. */
function asText(copied: Copied): string {
  if (copied.kind === 'text') return copied.text;
  if (copied.kind === 'refused') return '';
  return copied.fields.map(({ label, value }) => `${textOf(label)}: ${value}`).join('\n');
}
