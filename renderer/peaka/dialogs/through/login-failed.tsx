import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { refreshPeaka } from '../../../api/peaka-queries.ts';
import { text } from '../../../messages/text.ts';
import { toast, toastError } from '../../../notices/toast.tsx';
import { deleteAtPeaka } from '../../links/link-actions.ts';
import { PeakaError } from '../peaka-error.tsx';
import { keepsCallback } from './kept-callback.ts';
import classes from './through.module.css';
import type { LoginState, usePeakaLogin } from './use-peaka-login.ts';
import type { ThroughForm } from './use-through-form.ts';

interface LoginFailedProps {
  state: Extract<LoginState, { status: 'failed' }>;
  login: ReturnType<typeof usePeakaLogin>;
  form: ThroughForm;
}

/** Why a login through Peaka failed, what is left of it at Peaka, and how to go on. */
export function LoginFailed({ state: { request, error, step, link }, login, form }: LoginFailedProps) {
  const [deletes, setDeletes] = useState(true);
  const isAtPeaka = link !== undefined && link.peakaId !== '';
  /** With the same link, main deletes first what is left of it. */
  const again = (change: Partial<typeof request> = {}): void => {
    const linkId = isAtPeaka && !deletes ? form.startOver() : request.linkId;
    login.start({ ...request, ...change, linkId });
  };
  const remove = async (): Promise<void> => {
    if (link === undefined) return;
    try {
      await deleteAtPeaka(link);
      toast(text('peaka.link.deleted', { name: link.name }));
    } catch (failure) {
      toastError(failure);
    }
    await refreshPeaka();
  };
  const canSendAgain = request.way === 'own_callback' && step === 'confirming' && keepsCallback(error.code);
  return (
    <>
      <PeakaError
        error={error}
        accountId={request.accountId}
        isMain={error.code !== 'peaka.redirect_differs' && !canSendAgain}
        onTryAgain={() => again()}
        onSwitchWindow={() => {
          form.setWindow(request.window === 'popup' ? 'browser' : 'popup');
          login.edit();
        }}
      />
      {error.code === 'peaka.redirect_differs' ? (
        <div className={classes.actions}>
          <Button onClick={() => again({ evenIfRedirectDiffers: true })}>{text('peaka.through.continueAnyway')}</Button>
        </div>
      ) : null}
      {canSendAgain ? (
        <div className={classes.actions}>
          <Button onClick={() => login.sendAgain(request)}>{text('peaka.through.sendAgain')}</Button>
          <span className={classes.note}>{text('peaka.through.sendAgain.text')}</span>
        </div>
      ) : null}
      {isAtPeaka ? (
        <section className={classes.left} aria-label={text('peaka.through.left')}>
          <p className={classes.leftText}>{text('peaka.through.left.text', { name: link.name })}</p>
          <Checkbox
            label={text('peaka.through.left.again')}
            description={text('peaka.through.left.again.hint')}
            checked={deletes}
            onChange={(event) => setDeletes(event.currentTarget.checked)}
          />
          <Button size="xs" variant="default" color="red.9" onClick={() => void remove()}>
            {text('peaka.through.left.delete')}
          </Button>
        </section>
      ) : null}
    </>
  );
}
