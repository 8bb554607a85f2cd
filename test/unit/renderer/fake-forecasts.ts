import type { ConnectionView } from '../../../app/shared/contract/contract.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { authorized, connectionView, emptyState, type FakeState } from './fake-state.ts';

const day = 86_400_000;
type Authorized = Extract<ConnectionView['status'], { status: 'authorized' }>;

/** Connections that will keep running in different ways, three of them at one service. */
export function forecastsState(presets: Preset[]): FakeState {
  const state = emptyState(presets);
  const google = presets.find((preset) => preset.id === 'google-sheets') ?? null;
  const add = (
    id: string,
    name: string,
    preset: Preset | null,
    account: string | undefined,
    facts: Partial<Authorized>,
  ): void => {
    const view = connectionView(preset, {
      id,
      name,
      introspectionUrl: preset === null ? 'https://login.example.com/introspect' : '',
      accessTokenUrl: 'https://login.example.com/token',
      authorizationUrl: 'https://login.example.com/authorize',
    });
    view.status = { ...(authorized(account) as Authorized), ...facts };
    view.secrets = ['clientSecret', 'tokenSet'];
    state.connections.push(view);
  };
  add('ann', 'Google Sheets', google, 'ann@example.org', {
    refreshedAt: Date.now() - 8 * 60_000,
    refreshTokenRotates: false,
    forecast: {
      kind: 'renews_until',
      endsAt: Date.now() + 6.5 * day,
      rotates: false,
      extends: false,
    },
  });
  add('ben', 'Google Sheets', google, 'ben@example.org', {
    hasRefreshToken: false,
    renewsByItself: false,
    forecast: {
      kind: 'ends',
      endsAt: Date.now() + 52.5 * 60_000,
      fix: { accessType: 'offline', authorizationParameters: { prompt: 'consent' } },
    },
  });
  add('own', 'Warehouse', null, undefined, {
    refreshedAt: Date.now() - 3 * 3_600_000,
    forecast: { kind: 'renews', rotates: true },
  });
  add('lasting', 'Notes', null, undefined, {
    hasRefreshToken: false,
    renewsByItself: false,
    forecast: { kind: 'lasts' },
  });
  const revoked = connectionView(google, { id: 'eva', name: 'Google Sheets' });
  revoked.status = {
    status: 'needs_login',
    error: { code: 'token.invalid_grant', message: verbatim('The service no longer accepts the refresh token.') },
    account: 'eva.oberhuber-winkelmann@vertriebscontrolling.example',
  };
  revoked.secrets = ['clientSecret', 'tokenSet'];
  state.connections.push(revoked);
  return state;
}
