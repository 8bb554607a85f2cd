import type { CallRequest, ConnectionStatus, ConnectionView } from '../../../app/shared/contract/contract.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { stepsOf } from '../../../renderer/connection/request-steps.ts';
import { FakeError, type Handlers } from './fake-bridge.ts';
import { authorized, type FakeState } from './fake-state.ts';

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const minute = 60_000;

/** As Keycloak shows it for a callback URL that is not registered. */
const errorPage = {
  code: 'window.error_page',
  message: verbatim('login.example.com shows an error in the login window.'),
  serviceMessage: 'Invalid parameter: redirect_uri',
  details: { host: 'login.example.com', status: 400 },
} as const;

type Authorizing = Extract<ConnectionStatus, { status: 'authorizing' }>;

interface Kept {
  saveConnection: (
    draft: CallRequest<'connections.save'>['connection'],
    secrets: Record<string, string | null>,
  ) => ConnectionView;
  setStatus: (id: string, status: ConnectionStatus) => ConnectionView;
}

/** A login, played: each waits at "waiting for you to log in" for what the state says. */
export function loginHandlers(
  state: FakeState,
  { saveConnection, setStatus }: Kept,
): Pick<
  Handlers,
  | 'connections.requestToken'
  | 'connections.cancelRequest'
  | 'connections.showWindow'
  | 'connections.openLoginAgain'
  | 'connections.loginLink'
  | 'connections.pasteCallback'
> {
  const waiting = new Map<string, { resolve: () => void; reject: (error: FakeError) => void; callbackUrl: string }>();

  return {
    'connections.requestToken': async ({ connection: typed, secrets, freshSession }) => {
      const { connection: draft, status: was } = saveConnection(typed, secrets);
      state.logins.push({ connection: draft, freshSession });
      const hasWindow = draft.grant === 'authorization_code' || draft.grant === 'oauth1';
      const pastes = hasWindow && draft.window === 'browser' && draft.callbackUrl.startsWith('https:');
      const base: Authorizing = {
        status: 'authorizing',
        step: null,
        window: hasWindow ? draft.window : 'none',
        waitsForPaste: false,
        ...(draft.grant === 'device_code' ? { device: deviceLogin() } : {}),
      };
      setStatus(draft.id, base);
      for (const { step } of stepsOf(draft)) {
        await rest(20);
        const isWait = step === 'waiting_for_login';
        const refused = { host: 'accounts.example.com' };
        const signInPrompt = { host: 'login.example.com', scheme: 'Negotiate' } as const;
        const found = state.login === 'refused' || state.login === 'prompts' || state.login === 'error page';
        const stays = found && draft.window === 'popup';
        setStatus(draft.id, {
          ...base,
          step,
          waitsForPaste: isWait && pastes,
          ...(isWait && stays && state.login === 'refused' ? { refused } : {}),
          ...(isWait && stays && state.login === 'prompts' ? { signInPrompt } : {}),
          ...(isWait && stays && state.login === 'error page' ? { errorPage } : {}),
        });
        const waits = state.login === 'waits' || stays || pastes;
        try {
          if (isWait && waits)
            await new Promise<void>((resolve, reject) =>
              waiting.set(draft.id, { resolve, reject, callbackUrl: draft.callbackUrl }),
            );
          if ((isWait || stepsOf(draft).length === 1) && typeof state.login === 'object')
            throw new FakeError(state.login);
        } catch (error) {
          setStatus(draft.id, was);
          throw error;
        }
      }
      state.secrets.set(`${draft.id}/tokenSet`, '{}');
      const view = setStatus(draft.id, authorized('ann@example.org'));
      view.secrets = [...new Set([...view.secrets, 'tokenSet' as const])];
      return view;
    },
    'connections.cancelRequest': ({ id }) => {
      waiting
        .get(id)
        ?.reject(new FakeError({ code: 'window.cancelled', message: verbatim('The login was cancelled.') }));
      return {};
    },
    'connections.showWindow': () => ({}),
    'connections.openLoginAgain': () => ({}),
    'connections.loginLink': () => ({ url: 'https://login.example.com/authorize?state=s' }),
    'connections.pasteCallback': ({ id, url }) => {
      const login = waiting.get(id);
      if (login === undefined || !url.startsWith(login.callbackUrl))
        throw new FakeError({ code: 'callback.pasted_wrong', message: verbatim('This is not the callback URL.') });
      login.resolve();
      return {};
    },
  };
}

const deviceLogin = (): Authorizing['device'] => ({
  userCode: 'WDJB-MJHT',
  verificationUri: 'https://login.example.com/device',
  verificationUriComplete: 'https://login.example.com/device?user_code=WDJB-MJHT',
  expiresAt: Date.now() + 14 * minute + 30_000,
});
