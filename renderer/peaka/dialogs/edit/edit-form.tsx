import { Button, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ErrorReport } from '../../../../app/shared/errors.ts';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import type { PeakaLinkView } from '../../../../app/shared/peaka/link.ts';
import { valueSecret } from '../../../../app/shared/secret-value.ts';
import { call, reportOf } from '../../../api/client.ts';
import { refreshPeaka } from '../../../api/peaka-queries.ts';
import { useTouched } from '../../../common/use-touched.ts';
import { closeOverlay } from '../../../common/window-state.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text } from '../../../messages/text.ts';
import { toast } from '../../../notices/toast.tsx';
import type { DialogProgress } from '../dialog-progress.ts';
import { FormFields } from '../form-fields.tsx';
import { type FormInputs, inputsOf } from '../form-values.ts';
import { PeakaError } from '../peaka-error.tsx';
import { showFirstMistake } from '../show-first-mistake.ts';
import { readEdit } from './edit-values.ts';

interface EditFormProps {
  type: PeakaType;
  view: PeakaLinkView;
  onProgress: (progress: DialogProgress) => void;
  onLeave: () => void;
}

/** The form of the type with the stored values. Saving sends them to Peaka. */
export function EditForm({ type: { fields }, view, onProgress, onLeave }: EditFormProps) {
  const { link, secrets } = view;
  const [name, setName] = useState(link.name);
  const [inputs, setInputs] = useState<FormInputs>(() => inputsOf(link.values));
  const [hasChanges, setHasChanges] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [sending, setSending] = useState<'no' | 'yes' | ErrorReport>('no');
  const touched = useTouched();
  const list = useRef<HTMLDivElement>(null);
  const isBusy = sending === 'yes';
  // At once: Escape may follow the first letter.
  useLayoutEffect(() => onProgress({ isBusy, hasChanges }), [onProgress, isBusy, hasChanges]);

  const isStored = (field: string): boolean => secrets.includes(valueSecret(field));
  const { values, problems } = readEdit(fields, inputs, isStored);
  const isNameMissing = name.trim() === '';
  const save = async (): Promise<void> => {
    setShowsAll(true);
    if (isNameMissing || Object.keys(problems).length > 0) return showFirstMistake(list.current);
    setSending('yes');
    try {
      await call('peaka.updateForm', { linkId: link.id, name: name.trim(), values });
      closeOverlay();
      toast(text('peaka.link.updated', { name: name.trim() }));
    } catch (error) {
      setSending(reportOf(error));
    }
    await refreshPeaka();
  };
  return (
    <form
      className={formClasses.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
      }}
    >
      <div className={formClasses.fields} ref={list}>
        {typeof sending === 'string' ? null : (
          <PeakaError error={sending} accountId={link.accountId} onTryAgain={() => void save()} />
        )}
        <TextInput
          label={text('peaka.dialog.name')}
          description={text('peaka.dialog.name.hint')}
          value={name}
          error={showsAll && isNameMissing ? text('peaka.dialog.problem.required') : undefined}
          maxLength={200}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            setName(event.currentTarget.value);
            setHasChanges(true);
          }}
        />
        <FormFields
          fields={fields}
          inputs={inputs}
          owner={link.id}
          isStored={isStored}
          problemOf={(field) => (showsAll || touched.isTouched(field) ? problems[field] : undefined)}
          onInput={(field, value) => {
            setInputs((before) => ({ ...before, [field]: value }));
            setHasChanges(true);
          }}
          onLeave={touched.touch}
        />
      </div>
      <footer className={formClasses.footer}>
        <p className={formClasses.footerNote}>{text('peaka.edit.note')}</p>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {text('connection.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text('peaka.edit.save')}
        </Button>
      </footer>
    </form>
  );
}
