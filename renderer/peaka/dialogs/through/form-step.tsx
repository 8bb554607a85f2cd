import { Button, TextInput } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import type { PeakaLink } from '../../../../app/shared/peaka/link.ts';
import { call, reportOf } from '../../../api/client.ts';
import { refreshPeaka } from '../../../api/peaka-queries.ts';
import { useTouched } from '../../../common/use-touched.ts';
import { closeOverlay, selectPeakaAccount } from '../../../common/window-state.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { Choice } from '../../../connection/more/choice.tsx';
import { windowNames } from '../../../connection/more/choices.ts';
import { text } from '../../../messages/text.ts';
import { toast } from '../../../notices/toast.tsx';
import type { DialogProgress } from '../dialog-progress.ts';
import { FormFields } from '../form-fields.tsx';
import { PeakaError } from '../peaka-error.tsx';
import { showFirstMistake } from '../show-first-mistake.ts';
import type { Target } from '../use-target.ts';
import { AppQuestions } from './app-questions.tsx';
import { LoginProgress } from './login-progress.tsx';
import { PickedType } from './picked-type.tsx';
import { usePeakaLogin } from './use-peaka-login.ts';
import { useThroughForm } from './use-through-form.ts';

interface FormStepProps {
  type: PeakaType;
  target: Target;
  again: PeakaLink | undefined;
  onProgress: (progress: DialogProgress) => void;
  onBack: () => void;
  onLeave: () => void;
}

/** The second step: the form of the type, and for a type with a login, whose app and which callback. */
export function FormStep({ type, target, again, onProgress, onBack, onLeave }: FormStepProps) {
  const form = useThroughForm(type, target, again);
  const accountId = target.account?.peakaAccount.id;
  const [sending, setSending] = useState<'no' | 'yes' | ErrorReport>('no');
  const [showsAll, setShowsAll] = useState(false);
  const touched = useTouched();
  const fields = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const finish = (done: { name: string; accountId: string }): void => {
    closeOverlay();
    selectPeakaAccount(done.accountId);
    toast(text('peaka.through.done', { name: done.name }));
  };
  const login = usePeakaLogin(finish);
  const isBusy = login.state.status === 'running' || sending === 'yes';
  const { hasChanges } = form;
  // The step before had the focus.
  useEffect(() => first.current?.focus(), []);
  // At once: Escape may follow the first letter.
  useLayoutEffect(() => onProgress({ isBusy, hasChanges }), [onProgress, isBusy, hasChanges]);

  const create = async (): Promise<void> => {
    const request = form.formRequest();
    if (request === undefined) {
      showFirstMistake(fields.current);
      return;
    }
    setSending('yes');
    try {
      await call('peaka.createFromForm', request);
      await refreshPeaka();
      finish(request);
    } catch (error) {
      setSending(reportOf(error));
      await refreshPeaka();
    }
  };
  const submit = (): void => {
    setShowsAll(true);
    if (!type.needsLogin) {
      void create();
      return;
    }
    const request = form.loginRequest();
    if (request === undefined) showFirstMistake(fields.current);
    else login.start(request);
  };

  if (login.state.status !== 'editing')
    return <LoginProgress type={type} state={login.state} login={login} form={form} onLeave={closeOverlay} />;

  const isShown = (field: string): boolean => showsAll || touched.isTouched(field);
  return (
    <form
      className={formClasses.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={formClasses.fields} ref={fields}>
        <PickedType type={type} target={target} onChange={onBack} />
        {typeof sending === 'string' ? null : (
          <PeakaError error={sending} accountId={accountId} onTryAgain={() => void create()} />
        )}
        <TextInput
          label={text('peaka.dialog.name')}
          description={text('peaka.dialog.name.hint')}
          value={form.name}
          error={showsAll && form.name.trim() === '' ? text('peaka.dialog.problem.required') : undefined}
          autoComplete="off"
          ref={first}
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
        <FormFields
          fields={form.fields}
          inputs={form.inputs}
          owner={form.linkId}
          problemOf={(field) => (isShown(`field:${field}`) ? form.problems[field] : undefined)}
          onInput={form.input}
          onLeave={(field) => touched.touch(`field:${field}`)}
        />
        {type.needsLogin ? (
          <>
            <AppQuestions form={form} accountId={accountId} type={type} isShown={isShown} onTouch={touched.touch} />
            <Choice
              label={text('more.window')}
              sentence={text(`more.window.${form.window}.hint`)}
              value={form.window}
              choices={windowNames()}
              onChange={form.setWindow}
            />
          </>
        ) : null}
      </div>
      <footer className={formClasses.footer}>
        <p className={formClasses.footerNote} />
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
        <Button type="submit" loading={sending === 'yes'}>
          {text(type.needsLogin ? 'peaka.through.logIn' : 'peaka.dialog.create')}
        </Button>
      </footer>
    </form>
  );
}
