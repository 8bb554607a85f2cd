import { Button, Tooltip } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Shortcut } from '../../app/shared/commands.ts';
import { isWithoutLogin, usesField } from '../../app/shared/connection/grants/definitions.ts';
import { withShortcut } from '../common/platform.ts';
import { buttonsOf } from '../common/token-source-words.ts';
import { type ConnectionTask, closeOverlay } from '../common/window-state.ts';
import { forgetAttempts, noteAttempt, undoOf } from '../errors/attempts.ts';
import { text } from '../messages/text.ts';
import { toastError } from '../notices/toast.tsx';
import { CallbackField } from './callback-field.tsx';
import { ClientFields } from './client-fields.tsx';
import classes from './connection-dialog.module.css';
import { tidyDraft } from './draft.ts';
import { typedSecretsOf, useConnectionForm } from './form-state.ts';
import { GrantField } from './grant-field.tsx';
import { grantViews } from './grants/grant-views.ts';
import { IssuerField } from './issuer-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { OpenCredential } from './open-credential.tsx';
import { useOpenParts } from './open-parts.ts';
import { usePracticeDraft } from './practice-draft.ts';
import { PresetField } from './preset-field.tsx';
import { RequestProgress } from './request-progress.tsx';
import { AccessTypeField, ScopesField } from './scopes-field.tsx';
import { SecretValueFields } from './secret-value-fields.tsx';
import { TokenSourceField } from './token-source-field.tsx';
import { UrlFields } from './url-fields.tsx';
import { type RequestState, useTokenRequest } from './use-token-request.ts';
import { VariableFields } from './variable-fields.tsx';

interface ConnectionFormProps {
  task: ConnectionTask;
  /** Reports to the dialog what the form shows. */
  onPhase: (phase: RequestState['status']) => void;
  /** Whether closing the dialog would lose input. */
  onChanges: (hasChanges: boolean) => void;
  /** Closes the dialog; asks first if input would be lost. */
  onLeave: () => void;
  /** Leaves for the dialog of a connection through Peaka. */
  onThroughPeaka: () => void;
}

/** Handled by the dialog, which commands do not reach. */
const submitKey: Shortcut = { main: true, key: 'Enter' };

/** One column in the usual order. Fields that the preset fills in are hidden. */
export function ConnectionForm({ task, onPhase, onChanges, onLeave, onThroughPeaka }: ConnectionFormProps) {
  const form = useConnectionForm(task.draft);
  const parts = useOpenParts();
  const [freshSession, setFreshSession] = useState(task.freshSession ?? false);
  const fields = useRef<HTMLDivElement>(null);
  const dialogForm = useRef<HTMLFormElement>(null);
  // If no field is empty, the dialog opens with the focus on the next action.
  const isComplete = useRef(form.problems.length === 0);
  const request = useTokenRequest(task, form.draft.id, closeOverlay);
  const draft = tidyDraft(form.draft);
  const secrets = typedSecretsOf(draft, form.secrets);
  const showsIssuer =
    usesField(draft, 'issuer') && (draft.presetId === null || parts.all || form.problemOf('issuer') !== undefined);
  const { OwnFields } = grantViews[draft.grant];
  const practice = usePracticeDraft(task.draft, request.isUnsaved);
  const phase = request.state.status;
  useEffect(() => onPhase(phase), [phase, onPhase]);
  // A request saves the draft first, so later changes are compared with that version.
  const saved = useRef({ draft: form.draft, secrets: form.secrets });
  if (phase !== 'editing') saved.current = { draft: form.draft, secrets: form.secrets };
  const hasChanges = form.draft !== saved.current.draft || form.secrets !== saved.current.secrets;
  // At once: Escape may follow the first letter.
  useLayoutEffect(() => onChanges(hasChanges), [hasChanges, onChanges]);

  const showFirstProblem = (): boolean => {
    form.touchAll();
    const problem = form.problems.find((each) => each.field !== 'name' || draft.name.trim() === '');
    if (problem === undefined) return false;
    parts.reveal(problem.field);
    // Runs after the opened fields are rendered.
    requestAnimationFrame(() => {
      const input = fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      input?.focus();
      input?.scrollIntoView({ block: 'center' });
    });
    return true;
  };

  /** The user first decides where the credential goes. */
  const showOpenCredential = (): boolean => {
    const button = dialogForm.current?.querySelector<HTMLElement>('[data-keep-secret]') ?? null;
    button?.focus();
    return button !== null;
  };

  const start = (): void => {
    if (!showFirstProblem() && !showOpenCredential()) request.request(draft, secrets, freshSession);
  };
  const atOnce = useRef(task.startsAtOnce === true);
  useEffect(() => {
    if (!atOnce.current) return;
    atOnce.current = false;
    start();
  });
  const save = async (): Promise<void> => {
    if (showOpenCredential()) return;
    try {
      await request.save(draft, secrets);
      closeOverlay();
    } catch (error) {
      toastError(error);
    }
  };

  const failure = request.state.status === 'failed' ? request.state.error : undefined;
  useEffect(() => {
    const undo = failure === undefined ? undefined : undoOf(draft, failure);
    if (undo === undefined) return;
    form.edit(undo);
    // The first login saved the draft before it ran.
    if (!request.hasToken) request.save({ ...draft, ...undo }, {}).catch(toastError);
  }, [failure, draft, form, request]);

  if (request.state.status !== 'editing')
    return (
      <RequestProgress
        draft={draft}
        preset={form.preset}
        state={request.state}
        onCancel={request.cancel}
        onShowWindow={request.showWindow}
        onEdit={request.edit}
        onShowAll={() => {
          parts.showEverything();
          request.edit();
        }}
        onTryAgain={(change = {}) => {
          noteAttempt(draft, change, true);
          form.edit(change);
          request.request({ ...draft, ...change }, secrets, freshSession);
        }}
        asSomeoneElse={freshSession}
        onRestart={(change) => {
          form.edit(change);
          void request.restart({ ...draft, ...change }, secrets, freshSession);
        }}
      />
    );

  return (
    <form
      ref={dialogForm}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        forgetAttempts(draft.id);
        start();
      }}
      // Several fields use Enter alone.
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        // A field accepts its input when it loses the focus: a scope, a complete URL.
        flushSync(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        });
        event.currentTarget.requestSubmit();
      }}
    >
      <div className={classes.fields} ref={fields}>
        <PresetField form={form} practice={practice} onPicked={parts.hideFilled} />
        <VariableFields form={form} />
        <GrantField form={form} />
        <TokenSourceField form={form} />
        <CallbackField form={form} />
        {showsIssuer ? <IssuerField key={`issuer-${form.draft.presetId}`} form={form} /> : null}
        <UrlFields form={form} showAll={parts.all} onShowAll={parts.showAll} />
        <ClientFields form={form} />
        {OwnFields === undefined ? null : <OwnFields form={form} />}
        <SecretValueFields form={form} />
        <ScopesField form={form} />
        <AccessTypeField form={form} />
        <MoreFields
          key={`more-${form.draft.presetId}`}
          form={form}
          parts={parts}
          freshSession={freshSession}
          onFreshSession={setFreshSession}
        />
      </div>
      <OpenCredential form={form} />
      <footer className={classes.footer}>
        <p className={classes.footerNote}>
          {request.hasToken ? text('connection.hasToken') : null}
          {/* Until the user has begun here: it must not cost a Tab stop. Not for a resource, which Peaka's are of no use to. */}
          {task.isNew && task.onAuthorized === undefined && !hasChanges ? (
            <button type="button" className={classes.instead} onClick={onThroughPeaka}>
              {text('connection.throughPeaka')}
            </button>
          ) : null}
        </p>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
        {/* Without a login, saving is the only action. */}
        {isWithoutLogin(draft) ? null : (
          <Button variant="default" onClick={() => void save()}>
            {text('connection.save')}
          </Button>
        )}
        <Tooltip label={withShortcut(buttonsOf(draft).submit, submitKey)}>
          <Button type="submit" {...(isComplete.current ? { 'data-autofocus': true } : {})}>
            {buttonsOf(draft).submit}
          </Button>
        </Tooltip>
      </footer>
    </form>
  );
}
