import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../app/shared/errors.ts';
import { type PeakaAccount, type PeakaZone, peakaZones } from '../../app/shared/peaka/account.ts';
import { reportOf } from '../api/client.ts';
import { usePeakaAccount } from '../api/peaka-queries.ts';
import { useTouched } from '../common/use-touched.ts';
import { openSecretSettings } from '../common/window-state.ts';
import { ErrorPanel } from '../errors/error-panel.tsx';
import { text } from '../messages/text.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import { checkPeakaAccount, savePeakaAccount } from './account-actions.ts';
import { type AccountField, asksTheSame, missingIn, tidyAccount, withPlace, withZone } from './account-draft.ts';
import { KeyFacts } from './key-facts.tsx';
import classes from './peaka-dialog.module.css';
import { PlaceFields } from './place-fields.tsx';

/** What the dialog needs to know of its form. */
export interface AccountProgress {
  /** Closing would lose input. */
  hasChanges: boolean;
  isBusy: boolean;
  /** The ID of a new account that Check has saved and the user has not. */
  unkept: string | undefined;
}

interface AccountFormProps {
  account: PeakaAccount;
  isNew: boolean;
  onProgress: (progress: AccountProgress) => void;
  onLeave: () => void;
  onSaved: () => void;
}

/** Zone, addresses and key of an account; then what the key reaches. */
export function AccountForm({ account, isNew, onProgress, onLeave, onSaved }: AccountFormProps) {
  const [draft, setDraft] = useState(account);
  /** `undefined`: the stored key stays. */
  const [apiKey, setApiKey] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState<'saving' | 'checking' | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const { isTouched, touch, touchAll } = useTouched();
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const saved = usePeakaAccount(account.id);
  const isPractice = draft.zone === 'practice';
  const typedKey = isPractice || apiKey === undefined || apiKey.trim() === '' ? undefined : apiKey.trim();
  const isStored = saved?.hasKey === true && asksTheSame(draft, saved.peakaAccount);
  const missing = missingIn(draft, typedKey !== undefined || (isStored && apiKey === undefined));
  const problemOf = (field: AccountField): string | undefined =>
    missing.includes(field) && isTouched(field) ? text(`peaka.account.${field}.missing`) : undefined;
  const key =
    saved !== undefined && typedKey === undefined && asksTheSame(draft, saved.peakaAccount) ? saved.key : null;

  const before = saved?.peakaAccount ?? account;
  const isEdited = typedKey !== undefined || JSON.stringify(tidyAccount(draft)) !== JSON.stringify(before);
  const unkept = isNew && saved !== undefined ? account.id : undefined;
  const hasChanges = isEdited || unkept !== undefined;
  // At once: Escape may follow the first letter.
  useLayoutEffect(
    () => onProgress({ hasChanges, isBusy: busy !== null, unkept }),
    [onProgress, hasChanges, busy, unkept],
  );

  const edit = (change: Partial<PeakaAccount>): void => setDraft((now) => ({ ...now, ...change }));

  const showMissing = (): boolean => {
    touchAll();
    if (missing.length === 0) return false;
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    return true;
  };
  const run = async (task: 'saving' | 'checking', wanted: PeakaAccount): Promise<void> => {
    setBusy(task);
    setError(null);
    try {
      await savePeakaAccount(tidyAccount(wanted), typedKey);
      setApiKey(undefined);
      if (task === 'saving') return onSaved();
      const { peakaAccount } = await checkPeakaAccount(account.id);
      setDraft(peakaAccount);
    } catch (caught) {
      setError(reportOf(caught));
    }
    setBusy(null);
    // Below the fields: in a small window it would not be seen.
    requestAnimationFrame(() => outcome.current?.scrollIntoView({ block: 'start' }));
  };
  const check = (wanted = draft): void => {
    if (!showMissing()) void run('checking', wanted);
  };
  const save = (): void => {
    if (!showMissing()) void run('saving', draft);
  };
  const other = error?.details?.otherBaseUrl;
  const takeOther = (baseUrl: string): void => {
    edit({ baseUrl });
    void run('checking', { ...draft, baseUrl });
  };
  const isChecked = key !== null;

  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy !== null) return;
        if (isChecked) save();
        else check();
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={text('peaka.account.name')}
          description={text('peaka.account.name.hint')}
          value={draft.name}
          error={problemOf('name')}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          onChange={(event) => edit({ name: event.currentTarget.value })}
          onBlur={() => touch('name')}
        />
        <div className={classes.field}>
          <span className={classes.label} aria-hidden>
            {text('peaka.account.zone')}
          </span>
          <SegmentedControl<PeakaZone>
            className={classes.segments ?? ''}
            aria-label={text('peaka.account.zone')}
            aria-describedby="peaka-zone"
            data={peakaZones.map((zone) => ({ value: zone, label: text(`peaka.account.zone.${zone}`) }))}
            value={draft.zone}
            onChange={(zone) => {
              setError(null);
              setDraft((now) => withZone(now, zone));
            }}
          />
          <p className={classes.sentence} id="peaka-zone">
            {text(`peaka.account.zone.${draft.zone}.hint`)}
          </p>
        </div>
        {isPractice ? null : (
          <>
            <TextInput
              label={text('peaka.account.baseUrl')}
              description={text('peaka.account.baseUrl.hint')}
              placeholder="https://peaka.example.com/partner/api/v1"
              value={draft.baseUrl}
              error={problemOf('baseUrl')}
              maxLength={4000}
              spellCheck={false}
              autoComplete="off"
              classNames={{ input: 'mono' }}
              onChange={(event) => edit({ baseUrl: event.currentTarget.value })}
              onBlur={() => touch('baseUrl')}
            />
            <TextInput
              label={text('peaka.account.callbackUrl')}
              description={text('peaka.account.callbackUrl.hint')}
              placeholder="https://peaka.example.com/oauth2/callback"
              value={draft.callbackUrl}
              error={problemOf('callbackUrl')}
              maxLength={4000}
              spellCheck={false}
              autoComplete="off"
              classNames={{ input: 'mono' }}
              onChange={(event) => edit({ callbackUrl: event.currentTarget.value })}
              onBlur={() => touch('callbackUrl')}
            />
            <SecretField
              label={text('peaka.account.apiKey')}
              description={text('peaka.account.apiKey.hint')}
              owner={account.id}
              name="apiKey"
              isStored={isStored}
              placeholder={saved?.hasKey === true ? text('peaka.account.apiKey.again') : ''}
              typed={apiKey}
              error={problemOf('apiKey')}
              onType={setApiKey}
              onBlur={() => touch('apiKey')}
            />
          </>
        )}
        <div ref={outcome} className={classes.outcome}>
          <div role="status" className={classes.status}>
            {key === null ? null : <KeyFacts peakaKey={key} project={draft.project} />}
          </div>
          {error === null ? null : (
            <ErrorPanel
              error={error}
              isMain
              showsConsole
              actions={{
                try_again: () => check(),
                give_key: openSecretSettings,
                ...(typeof other === 'string' ? { use_other_address: () => takeOther(other) } : {}),
              }}
            />
          )}
          {key?.kind === 'partner' ? (
            <PlaceFields account={draft} onChoose={(place) => setDraft((now) => withPlace(now, place))} />
          ) : null}
        </div>
      </div>
      <footer className={classes.footer}>
        <p className={classes.footerNote}>{isChecked ? null : text('peaka.account.check.hint')}</p>
        <Button variant="subtle" color="gray" disabled={busy !== null} onClick={onLeave}>
          {text('peaka.account.cancel')}
        </Button>
        <Button
          variant={isChecked || error !== null ? 'default' : 'filled'}
          loading={busy === 'checking'}
          disabled={busy === 'saving'}
          onClick={() => check()}
        >
          {text('peaka.account.check')}
        </Button>
        <Button
          variant={isChecked ? 'filled' : 'default'}
          loading={busy === 'saving'}
          disabled={busy === 'checking'}
          onClick={save}
        >
          {text('peaka.account.save')}
        </Button>
      </footer>
      {/* Enter in a field. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}
