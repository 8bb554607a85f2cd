import { Button } from '@mantine/core';
import { IconBrowserX } from '@tabler/icons-react';
import type { CallRequest } from '../../../../app/shared/contract/contract.ts';
import type { PeakaLogin } from '../../../../app/shared/peaka/link.ts';
import { call } from '../../../api/client.ts';
import { OpenAgain } from '../../../connection/waiting/open-again.tsx';
import { PasteCallback } from '../../../connection/waiting/paste-callback.tsx';
import waitingClasses from '../../../connection/waiting/waiting.module.css';
import { text } from '../../../messages/text.ts';
import { toastError } from '../../../notices/toast.tsx';
import { PeakaError } from '../peaka-error.tsx';

interface LoginWaitingProps {
  login: PeakaLogin;
  request: CallRequest<'peaka.logIn'>;
  /** Ends the login in the window, and leads back to the fields with the browser chosen. */
  onBrowser: () => void;
}

/** What the user can do while a login through Peaka waits. */
export function LoginWaiting({ login, request, onBrowser }: LoginWaitingProps) {
  const { linkId, accountId, ownCallbackUrl } = request;
  const waits = login.step === 'waiting_for_login';
  const host = login.refused?.host ?? login.signInPrompt?.host;
  if (login.step === 'service_refused')
    return <Refusal linkId={linkId} serviceMessage={login.refusal?.serviceMessage ?? ''} />;
  return (
    <>
      {host === undefined ? null : (
        <section className={waitingClasses.refused} role="alert">
          <IconBrowserX size={18} stroke={1.8} className={waitingClasses.refusedIcon} aria-hidden />
          <div className={waitingClasses.refusedText}>
            <h2 className={waitingClasses.title}>
              {text(login.refused === undefined ? 'waiting.signIn.title' : 'waiting.refused.title', { host })}
            </h2>
            <p className={waitingClasses.lead}>{text('peaka.through.useBrowser.text')}</p>
            <div className={waitingClasses.refusedActions}>
              <Button onClick={onBrowser}>{text('peaka.through.useBrowser')}</Button>
            </div>
          </div>
        </section>
      )}
      {login.errorPage === undefined || host !== undefined ? null : (
        <PeakaError error={login.errorPage} accountId={accountId} />
      )}
      {waits && login.waitsForPaste ? (
        <PasteCallback callbackUrl={ownCallbackUrl} onPaste={(url) => call('peaka.pasteCallback', { linkId, url })} />
      ) : null}
      {waits && login.window === 'browser' ? (
        <OpenAgain onOpen={() => call('peaka.openLoginAgain', { linkId })} />
      ) : null}
    </>
  );
}

/** The service's words, before Peaka hears of them. */
function Refusal({ linkId, serviceMessage }: { linkId: string; serviceMessage: string }) {
  const decide = async (passOn: boolean): Promise<void> => {
    try {
      await call('peaka.passOn', { linkId, passOn });
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <section className={waitingClasses.refused} role="alert">
      <IconBrowserX size={18} stroke={1.8} className={waitingClasses.refusedIcon} aria-hidden />
      <div className={waitingClasses.refusedText}>
        <h2 className={waitingClasses.title}>{text('peaka.through.refusal')}</h2>
        {serviceMessage === '' ? null : (
          <p className={waitingClasses.lead}>
            {text('errorPanel.said')}: <q className="mono">{serviceMessage}</q>
          </p>
        )}
        <p className={waitingClasses.lead}>{text('peaka.through.refusal.text')}</p>
        <div className={waitingClasses.refusedActions}>
          <Button variant="default" onClick={() => void decide(false)}>
            {text('peaka.through.refusal.keep')}
          </Button>
          <Button variant="default" onClick={() => void decide(true)}>
            {text('peaka.through.refusal.passOn')}
          </Button>
        </div>
      </div>
    </section>
  );
}
