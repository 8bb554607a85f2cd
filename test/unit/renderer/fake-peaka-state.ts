import { verbatim } from '../../../app/shared/messages/message.ts';
import { type PeakaAccount, type PeakaAccountView, zoneAddresses } from '../../../app/shared/peaka/account.ts';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { type FakeState, someState } from './fake-state.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** An account in the US with a checked partner key. */
export function peakaAccountView(facts: Partial<PeakaAccount> = {}): PeakaAccountView {
  return {
    peakaAccount: {
      id: 'acme',
      name: 'Acme',
      zone: 'us',
      ...zoneAddresses.us,
      organization: { id: 'org-1', name: 'Acme' },
      workspace: { id: 'ws-1', name: 'Sales' },
      project: { id: 'project-1', name: 'Dashboards' },
      ...facts,
    },
    hasKey: true,
    key: { kind: 'partner', email: 'ann@example.org', userId: 'user-1', checkedAt: Date.now() - 5 * minute },
  };
}

export const peakaLink = (facts: Partial<PeakaLink>): PeakaLink => ({
  id: 'link',
  accountId: 'acme',
  project: { id: 'project-1', name: 'Dashboards' },
  peakaId: 'peaka-1',
  name: 'Link',
  type: 'hubspot',
  way: 'form',
  state: 'ready',
  createdAt: Date.now() - 9 * day,
  updatedAt: Date.now() - 2 * day,
  source: null,
  renewal: null,
  pending: null,
  values: {},
  clientId: '',
  ownCallbackUrl: '',
  ...facts,
});

/** Two accounts at Peaka. The first has connections in every state: made here, elsewhere, and gone. */
export function peakaState(presets: Preset[]): FakeState {
  const state = someState(presets);
  const { peaka } = state;
  const untested = peakaAccountView({ id: 'eu', name: 'Acme Europe', zone: 'eu', ...zoneAddresses.eu, project: null });
  peaka.accounts = [peakaAccountView(), { ...untested, key: null }];
  const links = [
    peakaLink({
      id: 'link-hubspot',
      peakaId: 'peaka-hubspot',
      name: 'Marketing HubSpot',
      way: 'hand_over',
      source: 'hubspot',
      renewal: 'update_peaka',
      pending: {
        since: Date.now() - 12 * minute,
        attempts: 3,
        retryAt: Date.now() + 8 * minute,
        error: { code: 'http.offline', message: verbatim('There is no network.') },
      },
    }),
    peakaLink({
      id: 'link-database',
      peakaId: 'peaka-database',
      name: 'Warehouse',
      type: 'POSTGRES',
      values: { url: 'db.example.com', port: 5432 },
    }),
    peakaLink({
      id: 'link-analytics',
      peakaId: 'peaka-analytics',
      name: 'Website visitors',
      type: 'google_analytics',
      way: 'peaka_app',
      state: 'unfinished',
      error: {
        code: 'peaka.login_failed',
        message: verbatim('The login through Peaka failed.'),
        serviceMessage: 'access_denied',
      },
    }),
    peakaLink({ id: 'link-gone', peakaId: 'peaka-gone', name: 'Old HubSpot', way: 'hand_over', source: 'hubspot' }),
  ];
  peaka.links = links.map((link) => ({
    link,
    secrets: link.way === 'hand_over' ? ['clientSecret'] : [],
    login: null,
  }));
  peaka.connections = {
    'project-1': [
      ...links
        .filter(({ id }) => id !== 'link-gone')
        .map(({ id, peakaId, name, type }) => ({ id: peakaId, name, type, linkId: id })),
      { id: 'peaka-stripe', name: 'Stripe payments', type: 'stripe', linkId: null },
      { id: 'peaka-crm', name: 'CRM', type: 'hubspot', linkId: null },
    ],
  };
  return state;
}
