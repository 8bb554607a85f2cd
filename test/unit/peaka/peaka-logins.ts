import type { ConnectionRequest, PeakaClient } from '../../../app/peaka/client.ts';
import type { LogInRequest } from '../../../app/peaka/login-ways.ts';
import { createPeakaLogins } from '../../../app/peaka/logins.ts';
import type { CallbackRequest } from '../../../app/platform/platform.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaLogin } from '../../../app/shared/peaka/link.ts';
import { createFakePlatform } from '../../servers/fake-platform.ts';
import { directClient } from '../oauth/token-settings.ts';
import { watchExchanges } from '../oauth/watched-exchanges.ts';
import { access, field, memoryLinks, playedPeaka } from './peaka-links.ts';

export const own = 'https://own.example/oauth2/mycallback';
export const request: LogInRequest = {
  linkId: 'link-1',
  accountId: 'account-1',
  project: { id: 'project-1', name: 'Dashboards' },
  type: 'google_analytics',
  name: 'GA',
  way: 'peaka_app',
  window: 'popup',
  clientId: '',
  clientSecret: '',
  ownCallbackUrl: '',
  values: {},
  evenIfRedirectDiffers: false,
};
export const ownApp: LogInRequest = { ...request, way: 'own_app', clientId: 'client-1', clientSecret: 'canary' };
export const forwarded: LogInRequest = { ...ownApp, way: 'forwarded', ownCallbackUrl: own };
export const ownCallback: LogInRequest = { ...ownApp, way: 'own_callback', ownCallbackUrl: own };

/** The consent page, which returns to Peaka's callback or to the address that was sent along. */
export const consent = ({ credential }: ConnectionRequest) => {
  const url = new URL('https://login.example/authorize?state=peaka-state');
  url.searchParams.set('redirect_uri', String(credential?.redirectUrl ?? access.callbackUrl));
  return url.href;
};
export const success = '?connectionId=peaka-1?status=success';

export function logins(changes: Partial<PeakaClient> = {}) {
  const platform = createFakePlatform();
  /** The user logs in, and Peaka reports success. */
  platform.login = async ({ callbackUrl }) => ({ url: `${callbackUrl}${success}`, method: 'GET' });
  const { links, vault, changes: changed, unwritableFrom } = memoryLinks(undefined, () => made.linksChanged());
  const { client, calls } = playedPeaka({
    create: async (_access, _project, sent) => ({ id: 'peaka-1', name: '', type: '', url: consent(sent) }),
    ...changes,
  });
  const { exchanges, learned, watched } = watchExchanges(directClient());
  const steps: (PeakaLogin['step'] | undefined)[] = [];
  const made = createPeakaLogins({
    client,
    accounts: { access: async () => access },
    directory: {
      types: async () => [
        {
          type: 'google_analytics',
          label: 'GA',
          category: '',
          authorizationType: 'oauth2',
          needsLogin: true,
          fields: [field('accessToken', { required: true, isSecret: true }), field('domain', { required: true })],
          documentationUrl: '',
        },
      ],
    },
    links,
    vault,
    http: watched,
    platform,
    loginTimeoutMs: () => 20_000,
    storedError: (error) => error,
    view: (linkId) => ({ link: links.get(linkId), secrets: [], login: made.state(linkId) }),
    onChange: () => {
      const step = made.state('link-1')?.step;
      if (steps.at(-1) !== step) steps.push(step);
    },
    now: () => 17,
  });
  const sent = () => calls.find(([name]) => name === 'create')?.[1] as ConnectionRequest; // what `create` got
  return { ...made, platform, links, unwritableFrom, vault, calls, exchanges, learned, steps, changed, sent };
}
export const values = { domain: 'eu' };
export const failing = (code: 'peaka.result_unknown' | 'peaka.not_found' | 'peaka.invalid_request') => async () => {
  throw new RequestError(code, verbatim('no'));
};
/** In the service’s place: returns to the user's own address. */
export const answer =
  (query: string) =>
  async ({ callbackUrl }: { callbackUrl: string }): Promise<CallbackRequest> => ({
    url: `${callbackUrl}?${query}`,
    method: 'GET',
  });
