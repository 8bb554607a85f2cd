import { Button, TextInput } from '@mantine/core';
import type { PeakaType } from '../../../../app/shared/peaka/connection-type.ts';
import { CopyButton } from '../../../common/copy-button.tsx';
import { openPeakaAccount } from '../../../common/window-state.ts';
import formClasses from '../../../connection/connection-dialog.module.css';
import { text, textOf } from '../../../messages/text.ts';
import { SecretField } from '../../../secrets/secret-field.tsx';
import { ChoiceCards } from '../choice-cards.tsx';
import { AddressToRegister } from './address-to-register.tsx';
import { Forwarding } from './forwarding.tsx';
import classes from './through.module.css';
import type { ThroughForm } from './use-through-form.ts';
import { type App, type Callback, usesOwnCallback } from './way.ts';

interface AppQuestionsProps {
  form: ThroughForm;
  accountId: string | undefined;
  type: PeakaType;
  /** Whether a mistake in the field is shown. */
  isShown: (field: string) => boolean;
  onTouch: (field: string) => void;
}

const apps: readonly App[] = ['peaka', 'own'];
const callbacks: readonly Callback[] = ['peaka', 'forwarded', 'own'];

/** Whose app, and for an app of the user's own: which callback, the client, and the address to register. */
export function AppQuestions({ form, accountId, type, isShown, onTouch }: AppQuestionsProps) {
  const { answers } = form;
  const missing = (field: string, value: string): string | undefined =>
    isShown(field) && value.trim() === '' ? text('peaka.dialog.problem.required') : undefined;
  const needsPeakasCallback = answers.callback !== 'own' && form.peakaCallbackUrl === '';
  return (
    <>
      <ChoiceCards
        label={text('peaka.through.app')}
        value={answers.app}
        choices={apps.map((value) => ({
          value,
          title: text(`peaka.through.app.${value}`),
          sentence: text(`peaka.through.app.${value}.sentence`, { name: type.label }),
        }))}
        onChange={(app) => form.answer({ app })}
      />
      {answers.app === 'peaka' ? null : (
        <>
          <ChoiceCards
            label={text('peaka.through.callback')}
            value={answers.callback}
            choices={callbacks.map((value) => ({
              value,
              title: text(`peaka.through.callback.${value}`),
              sentence: text(`peaka.through.callback.${value}.sentence`),
            }))}
            onChange={(callback) => form.answer({ callback })}
          />
          {usesOwnCallback(answers) ? (
            <TextInput
              label={text('peaka.through.callbackUrl')}
              placeholder="https://example.com/oauth2/callback"
              value={form.callbackUrl}
              error={
                isShown('callbackUrl') && form.callbackProblem !== undefined ? textOf(form.callbackProblem) : undefined
              }
              description={text('peaka.through.register.text')}
              spellCheck={false}
              autoComplete="off"
              classNames={{ input: 'mono', section: formClasses.inField ?? '' }}
              rightSectionWidth={96}
              rightSection={<CopyButton text={form.callbackUrl.trim()} what={text('peaka.through.register.copied')} />}
              onChange={(event) => form.setCallbackUrl(event.currentTarget.value)}
              onBlur={() => onTouch('callbackUrl')}
            />
          ) : null}
          {needsPeakasCallback && accountId !== undefined ? (
            <p className={classes.note}>
              {text('peaka.through.noCallback')}{' '}
              <Button size="compact-xs" variant="subtle" onClick={() => openPeakaAccount(accountId)}>
                {text('errorPanel.action.edit_peaka_account')}
              </Button>
            </p>
          ) : null}
          {answers.callback === 'peaka' && form.peakaCallbackUrl !== '' ? (
            <AddressToRegister address={form.peakaCallbackUrl} />
          ) : null}
          {answers.callback === 'forwarded' && form.callbackProblem === undefined ? (
            <Forwarding from={form.callbackUrl.trim()} to={form.peakaCallbackUrl} window={form.window} />
          ) : null}
          <TextInput
            label={text('connection.client.oauth2.id')}
            description={text('connection.client.oauth2.id.hint')}
            value={form.clientId}
            error={missing('clientId', form.clientId)}
            spellCheck={false}
            autoComplete="off"
            classNames={{ input: 'mono' }}
            onChange={(event) => form.setClientId(event.currentTarget.value)}
            onBlur={() => onTouch('clientId')}
          />
          <SecretField
            label={text('connection.client.oauth2.secret')}
            description={text('connection.client.secret.hint')}
            owner={form.linkId}
            name="clientSecret"
            isStored={false}
            typed={form.clientSecret}
            error={missing('clientSecret', form.clientSecret)}
            onType={(value) => form.setClientSecret(value ?? '')}
            onBlur={() => onTouch('clientSecret')}
          />
        </>
      )}
    </>
  );
}
