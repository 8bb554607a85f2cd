import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { devicePage } from '../../pages/device-page.ts';
import type { Html } from '../../pages/html.ts';
import { messagePage } from '../../pages/message-page.ts';
import { pageHeaders } from '../../responses.ts';

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

/** Lifetime of codes, in seconds (RFC 8628 §3.2). */
export const deviceCodeLifetime = 600;

/** The pages of a device login (RFC 8628 §3.3). `interactions.ts` has the login and consent pages in between. */
export const deviceFlow: DeviceFlow = {
  enabled: true,
  charset: 'base-20',
  mask: '****-****',
  userCodeInputSource(context, _form, _out, error) {
    if (error?.name === 'AbortedError') {
      const text = 'Nothing was shared. You can close this window.';
      sendPage(context, messagePage({ title: 'Access was not granted', text }));
      return;
    }
    const state = context.oidc.session?.state;
    sendPage(
      context,
      devicePage({
        action: context.oidc.urlFor('code_verification'),
        xsrf: textOf(state?.secret),
        userCode: textOf(context.oidc.params?.user_code) || textOf(context.state.userCode),
        problem: error && 'This code is wrong, has expired or was used already. Compare it with the one that is shown.',
      }),
    );
  },
  // Never shown: the service's form confirms by itself, and the consent page shows the code.
  userCodeConfirmSource: (context) => sendPage(context, messagePage({ title: 'Connect an app', text: '' })),
  successSource(context) {
    const text = 'Go back to Tokenboard. It requests the token by itself. You can close this window.';
    sendPage(context, messagePage({ title: 'You are logged in', text }));
  },
};

/**
 * A link with the code (RFC 8628 §3.3.1) fills in the form, but the user must send it. The provider's own page would
 * send it by script.
 */
export function takeCodeOfLink(context: Pick<KoaContextWithOIDC, 'query' | 'state'>): void {
  const { user_code: userCode, ...query } = context.query;
  context.state.userCode = userCode;
  context.query = query;
}

function sendPage(context: KoaContextWithOIDC, page: Html): void {
  for (const [name, value] of Object.entries(pageHeaders)) context.set(name, value);
  context.body = page.markup;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
