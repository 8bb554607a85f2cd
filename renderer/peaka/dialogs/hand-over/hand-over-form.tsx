import { Button, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ConnectionView } from '../../../../app/shared/contract/contract.ts';
import { reportOf } from '../../../api/client.ts';
import { useTouched } from '../../../common/use-touched.ts';
import { closeOverlay, selectConnection } from '../../../common/window-state.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text } from '../../../messages/text.ts';
import { toast } from '../../../notices/toast.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import type { DialogProgress } from '../dialog-progress.ts';
import { FirstAccountStep } from '../first-account.tsx';
import { FormFields } from '../form-fields.tsx';
import { PeakaError } from '../peaka-error.tsx';
import { showFirstMistake } from '../show-first-mistake.ts';
import { TargetFields } from '../target-fields.tsx';
import { TypePicker } from '../type-picker.tsx';
import { HandOverProgress } from './hand-over-progress.tsx';
import { renewalChoices } from './renewal-choices.ts';
import { useHandOver } from './use-hand-over.ts';
import { useHandOverForm } from './use-hand-over-form.ts';
import { WhatGoes } from './what-goes.tsx';

interface HandOverFormProps {
  view: ConnectionView;
  onProgress: (progress: DialogProgress) => void;
  onLeave: () => void;
}

/** Where to, as what, who renews from now on, and which values go. */
export function HandOverForm({ view, onProgress, onLeave }: HandOverFormProps) {
  const { connection, status } = view;
  const form = useHandOverForm(view);
  const { accountId, type, name, facts, plan, renewal, problems } = form;
  const touched = useTouched();
  const [showsAll, setShowsAll] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const handOver = useHandOver(connection.id, (request) => {
    closeOverlay();
    selectConnection(connection.id);
    toast(text('peaka.handOver.done', { name: request.name }));
  });
  const isBusy = handOver.state.status === 'running';
  const { hasChanges } = form;
  // At once: Escape may follow the first letter.
  useLayoutEffect(() => onProgress({ isBusy, hasChanges }), [onProgress, isBusy, hasChanges]);

  const start = (): void => {
    setShowsAll(true);
    const request = form.request();
    if (request === undefined) showFirstMistake(fields.current);
    else void handOver.run(request);
  };

  if (handOver.state.status !== 'editing')
    return (
      <HandOverProgress
        view={view}
        name={name}
        state={handOver.state}
        accountId={accountId}
        renewal={renewal ?? 'second_login'}
        onCancel={handOver.cancel}
        onEdit={() => {
          form.startOver();
          handOver.edit();
        }}
        onTryAgain={start}
      />
    );

  if (accountId === undefined) return <FirstAccountStep onAccount={form.target.setAccount} onLeave={onLeave} />;
  const failed = [facts, plan].find(({ isError }) => isError);
  return (
    <form
      className={formClasses.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <div className={formClasses.fields} ref={fields}>
        <TargetFields target={form.target} showsProblem={showsAll} />
        <TypePicker
          key={accountId}
          accountId={accountId}
          value={type}
          suggested={form.suggested}
          showsProblem={showsAll}
          onPick={form.pickType}
        />
        <TextInput
          label={text('peaka.dialog.name')}
          description={text('peaka.dialog.name.hint')}
          value={name}
          error={showsAll && name.trim() === '' ? text('peaka.dialog.problem.required') : undefined}
          autoComplete="off"
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
        {failed === undefined ? null : (
          <PeakaError
            error={reportOf(failed.error)}
            accountId={accountId}
            connection={connection}
            onTryAgain={() => void failed.refetch()}
          />
        )}
        {facts.data === undefined || renewal === undefined || failed !== undefined ? null : (
          <ChoiceCards
            label={text('peaka.handOver.renewal')}
            value={renewal}
            choices={renewalChoices(facts.data, status)}
            onChange={form.choose}
          />
        )}
        <FormFields
          fields={form.missing}
          inputs={form.inputs}
          owner={form.linkId}
          problemOf={(field) => (showsAll || touched.isTouched(field) ? problems[field] : undefined)}
          onInput={form.input}
          onLeave={touched.touch}
        />
      </div>
      {plan.data === undefined || renewal === undefined || failed !== undefined ? null : (
        <WhatGoes names={plan.data.handed} renewal={renewal} />
      )}
      <footer className={formClasses.footer}>
        <p className={formClasses.footerNote} />
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
        <Button type="submit">{text('peaka.dialog.create')}</Button>
      </footer>
    </form>
  );
}
