import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { longestPushInterval, type Push, pushFacts } from '../../../app/shared/push/push.ts';
import { reportOf } from '../../api/client.ts';
import { useTouched } from '../../common/use-touched.ts';
import { openSecretSettings } from '../../common/window-state.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { text } from '../../messages/text.ts';
import { savePush } from './push-actions.ts';
import classes from './push-dialog.module.css';
import { problemsOf, pushTimes, tidyPush, timeOf, withTime } from './push-draft.ts';
import { PushFieldInput } from './push-field.tsx';
import { intervalWords, limitWords } from './push-words.ts';

interface PushFormProps {
  push: Push;
  /** Of the secrets in the vault. */
  secretNames: readonly string[];
  /** Of a new target. */
  resourceId: string | undefined;
  /** Closing would lose input. */
  onEdited: (isEdited: boolean) => void;
  onLeave: () => void;
  onSaved: () => void;
  /** Back to the list of tools. `undefined`: the tool of a target stays. */
  onOther: (() => void) | undefined;
}

/** What the tool needs to know, and when it is sent rows. */
export function PushForm({ push, secretNames, resourceId, onEdited, onLeave, onSaved, onOther }: PushFormProps) {
  const [draft, setDraft] = useState(push);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport | null>(null);
  const { isTouched, touch, touchAll } = useTouched();
  const form = useRef<HTMLFormElement>(null);
  const { kind } = draft;
  const { fields, name: tool, leastSeconds } = pushFacts[kind];
  const typedNames = Object.keys(secrets).filter((name) => secrets[name]?.trim() !== '');
  const kept = secretNames.filter((name) => secrets[name] === undefined);
  const problems = problemsOf(draft, [...kept, ...typedNames]);
  const problemOf = (name: string): string | undefined => (isTouched(name) ? problems[name] : undefined);
  const time = timeOf(draft);
  const isEdited = Object.keys(secrets).length > 0 || JSON.stringify(draft) !== JSON.stringify(push);
  // At once: Escape may follow the first letter.
  useLayoutEffect(() => onEdited(isEdited), [onEdited, isEdited]);
  const edit = (part: Partial<Push>): void => setDraft((now) => ({ ...now, ...part }));

  const save = async (): Promise<void> => {
    touchAll();
    if (Object.keys(problems).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    setError(null);
    try {
      // A secret that was emptied is removed.
      const given = Object.entries(secrets).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]);
      await savePush(tidyPush(draft), Object.fromEntries(given), resourceId);
      onSaved();
    } catch (caught) {
      setError(reportOf(caught));
      setBusy(false);
    }
  };

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
      }}
    >
      <div className={classes.fields}>
        <section className={classes.tool} aria-label={tool}>
          <div className={classes.toolHead}>
            <h3 className={classes.toolName}>{tool}</h3>
            {onOther === undefined ? null : (
              <Button size="compact-xs" variant="default" onClick={onOther}>
                {text('target.other')}
              </Button>
            )}
          </div>
          <p className={classes.what}>{text(`target.${kind}.what`)}</p>
          <p className={classes.limits}>{limitWords(kind).join(' ')}</p>
        </section>
        <TextInput
          label={text('target.name')}
          description={text('target.name.hint')}
          error={problemOf('name')}
          value={draft.name}
          maxLength={100}
          autoComplete="off"
          data-autofocus
          autoFocus
          onChange={(event) => edit({ name: event.currentTarget.value })}
          onBlur={() => touch('name')}
        />
        {fields.map((field) => (
          <PushFieldInput
            key={field.name}
            push={draft}
            field={field}
            error={problemOf(field.name)}
            isStored={secretNames.includes(field.name)}
            typed={secrets[field.name]}
            onValue={(value) => setDraft((now) => ({ ...now, values: { ...now.values, [field.name]: value } }))}
            onSecret={(value) =>
              setSecrets(({ [field.name]: _, ...others }) =>
                value === undefined ? others : { ...others, [field.name]: value },
              )
            }
            onBlur={() => touch(field.name)}
          />
        ))}
        <div className={classes.field}>
          <span className={classes.label} aria-hidden>
            {text('target.when')}
          </span>
          <SegmentedControl
            className={classes.segments ?? ''}
            aria-label={text('target.when')}
            aria-describedby="push-when"
            value={time}
            data={pushTimes.map((value) => ({ value, label: text(`target.when.${value}`) }))}
            onChange={(chosen) => setDraft((now) => withTime(now, chosen))}
          />
          <p className={classes.sentence} id="push-when">
            {text(`target.when.${time}.hint`)}
          </p>
        </div>
        {time === 'interval' ? (
          <NumberInput
            label={text('target.seconds')}
            description={intervalWords(kind)}
            error={problems.seconds}
            value={draft.seconds ?? ''}
            min={leastSeconds}
            max={longestPushInterval}
            allowDecimal={false}
            clampBehavior="none"
            hideControls
            onChange={(value) => edit({ seconds: Number(value) })}
          />
        ) : null}
        {error === null ? null : (
          <ErrorPanel error={error} actions={{ try_again: () => void save(), give_key: openSecretSettings }} />
        )}
      </div>
      <footer className={classes.footer}>
        <p className={classes.footerNote}>{time === 'never' ? null : text('target.save.sends')}</p>
        <Button variant="subtle" color="gray" disabled={isBusy} onClick={onLeave}>
          {text('shell.confirm.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text('target.save')}
        </Button>
      </footer>
    </form>
  );
}
