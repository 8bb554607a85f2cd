import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { devicePage } from '../../pages/device-page.ts';
import type { Html } from '../../pages/html.ts';
import { messagePage } from '../../pages/message-page.ts';
import { textsFor } from '../../pages/texts.ts';
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
    const texts = textsFor(context.req);
    const { text } = texts;
    if (error?.name === 'AbortedError') {
      const denied = { title: text('practice.page.device.denied'), text: text('practice.page.device.denied.text') };
      sendPage(context, messagePage(texts, denied));
      return;
    }
    const state = context.oidc.session?.state;
    sendPage(
      context,
      devicePage(texts, {
        action: context.oidc.urlFor('code_verification'),
        xsrf: stringOf(state?.secret),
        userCode: stringOf(context.oidc.params?.user_code) || stringOf(context.state.userCode),
        isWrong: error !== undefined && error !== null,
      }),
    );
  },
  // Never shown: the service's form confirms by itself, and the consent page shows the code.
  userCodeConfirmSource(context) {
    const texts = textsFor(context.req);
    sendPage(context, messagePage(texts, { title: texts.text('practice.page.device'), text: '' }));
  },
  successSource(context) {
    const texts = textsFor(context.req);
    const { text } = texts;
    const done = { title: text('practice.page.device.done'), text: text('practice.page.device.done.text') };
    sendPage(context, messagePage(texts, done));
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

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
