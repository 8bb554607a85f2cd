import type { CallResponse, ConnectionView } from '../../../app/shared/contract/contract.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaAccountView, PeakaPlace } from '../../../app/shared/peaka/account.ts';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import type { PeakaLink, PeakaLinkView } from '../../../app/shared/peaka/link.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';

type PeakaCalls = Extract<keyof Handlers, `peaka.${string}`>;

/** Peaka, played: what the window's tests read and change. */
export interface FakePeaka {
  accounts: PeakaAccountView[];
  organizations: PeakaPlace[];
  workspaces: PeakaPlace[];
  projects: PeakaPlace[];
  types: PeakaType[];
  /** By project ID. */
  connections: Record<string, CallResponse<'peaka.connections'>['connections']>;
  links: PeakaLinkView[];
  /** How a login ends: it succeeds, waits for the test, or the service refuses. */
  login: 'succeeds' | 'waits' | 'refuses';
  /** What a login fails with, after Peaka has made the connection. */
  loginFails: ErrorReport | undefined;
  /** What a waiting login shows besides. */
  loginShows: Partial<NonNullable<PeakaLinkView['login']>>;
  /** What calls fail with, by name, until the test takes it away. */
  fails: Partial<Record<PeakaCalls, ErrorReport>>;
  /** What the plan of a hand-over says otherwise. */
  plan: Partial<CallResponse<'peaka.handOverPlan'>>;
  /** Ends a second login that waits. */
  cancelHandOver: (() => void) | undefined;
  /** Every call, in order. */
  calls: { name: PeakaCalls; request: unknown }[];
}

export const emptyPeaka = (): FakePeaka => ({
  accounts: [],
  organizations: [{ id: 'org-1', name: 'Acme' }],
  workspaces: [{ id: 'ws-1', name: 'Sales' }],
  projects: [
    { id: 'project-1', name: 'Dashboards' },
    { id: 'project-2', name: 'Finance' },
  ],
  types: [
    {
      type: 'hubspot',
      label: 'HubSpot',
      category: 'CRM',
      authorizationType: 'oauth2',
      needsLogin: true,
      fields: [],
      documentationUrl: 'https://docs.example.com/hubspot',
    },
    {
      type: 'google_analytics',
      label: 'Google Analytics',
      category: 'Marketing',
      authorizationType: 'oauth2',
      needsLogin: true,
      fields: [],
      documentationUrl: '',
    },
    {
      type: 'POSTGRES',
      label: 'PostgreSQL',
      category: 'Database',
      authorizationType: 'custom',
      needsLogin: false,
      fields: [
        { name: 'url', kind: 'text', required: true, description: 'Host of the database', isSecret: false },
        { name: 'port', kind: 'number', required: true, description: '', isSecret: false },
        { name: 'user', kind: 'text', required: true, description: '', isSecret: false },
        { name: 'password', kind: 'text', required: true, description: '', isSecret: true },
        { name: 'useSsl', kind: 'boolean', required: false, description: 'Encrypt the connection', isSecret: false },
      ],
      documentationUrl: '',
    },
  ],
  connections: {},
  links: [],
  login: 'succeeds',
  loginFails: undefined,
  loginShows: {},
  fails: {},
  plan: {},
  cancelHandOver: undefined,
  calls: [],
});

export function peakaHandlers(
  state: { peaka: FakePeaka; connections: ConnectionView[]; secrets: Map<string, string> },
  emit: Emit,
): Pick<Handlers, PeakaCalls> {
  const { peaka } = state;
  const changed = () => emit('peaka.changed', {});
  const account = (id: string): PeakaAccountView => {
    const found = peaka.accounts.find(({ peakaAccount }) => peakaAccount.id === id);
    if (found === undefined)
      throw new FakeError({ code: 'peaka.account_not_found', message: verbatim('No such account.') });
    return found;
  };
  const view = (linkId: string): PeakaLinkView => {
    const found = peaka.links.find(({ link }) => link.id === linkId);
    if (found === undefined) throw new FakeError({ code: 'peaka.link_not_found', message: verbatim('No such link.') });
    return found;
  };
  const change = (linkId: string, changes: Partial<PeakaLink>): PeakaLinkView => {
    const found = view(linkId);
    found.link = { ...found.link, ...changes };
    changed();
    return found;
  };
  const add = (link: PeakaLink): PeakaLinkView => {
    const made: PeakaLinkView = { link, secrets: [], login: null };
    peaka.links = [...peaka.links.filter((each) => each.link.id !== link.id), made];
    const { connections } = peaka;
    connections[link.project.id] = [
      ...(connections[link.project.id] ?? []),
      { id: link.peakaId, name: link.name, type: link.type, linkId: link.id },
    ];
    changed();
    return made;
  };
  const newLink = (
    request: { linkId: string; accountId: string; project: PeakaPlace; type: string; name: string },
    rest: Partial<PeakaLink>,
  ): PeakaLink => ({
    id: request.linkId,
    accountId: request.accountId,
    project: request.project,
    peakaId: `peaka-${peaka.links.length + 1}`,
    name: request.name,
    type: request.type,
    way: 'form',
    state: 'ready',
    createdAt: Date.UTC(2026, 10, 30, 9),
    updatedAt: Date.UTC(2026, 10, 30, 9),
    source: null,
    renewal: null,
    pending: null,
    values: {},
    clientId: '',
    ownCallbackUrl: '',
    ...rest,
  });

  /** A second login of a connection: it waits for the user until it is cancelled. */
  const waitForLogin = async (connectionId: string): Promise<void> => {
    const found = state.connections.find(({ connection }) => connection.id === connectionId);
    if (found === undefined) return;
    const before = found.status;
    const show = (status: ConnectionView['status']): void => {
      found.status = status;
      emit('connections.changed', { views: [found], removed: [] });
    };
    const { window } = found.connection;
    show({ status: 'authorizing', step: 'window_opened', window, waitsForPaste: false });
    show({ status: 'authorizing', step: 'waiting_for_login', window, waitsForPaste: false });
    try {
      await new Promise<void>((_, reject) => {
        peaka.cancelHandOver = () =>
          reject(new FakeError({ code: 'window.cancelled', message: verbatim('The login was cancelled.') }));
      });
    } finally {
      show(before);
    }
  };

  const played: Pick<Handlers, PeakaCalls> = {
    'peaka.accounts': () => peaka.accounts,
    'peaka.saveAccount': ({ peakaAccount, apiKey }) => {
      const before = peaka.accounts.find((each) => each.peakaAccount.id === peakaAccount.id);
      const secret = `${peakaAccount.id}/apiKey`;
      const isEu = (url: string) => /^https:\/\/(partner\.eu|eu\.partner)\.peaka\.studio\//.test(url);
      const { baseUrl } = before?.peakaAccount ?? peakaAccount;
      const moved = baseUrl !== peakaAccount.baseUrl && !(isEu(baseUrl) && isEu(peakaAccount.baseUrl));
      if (apiKey === null || moved) state.secrets.delete(secret);
      if (typeof apiKey === 'string') state.secrets.set(secret, apiKey);
      const saved: PeakaAccountView = {
        peakaAccount,
        hasKey: apiKey === undefined ? !moved && (before?.hasKey ?? false) : apiKey !== null,
        key: apiKey === undefined && baseUrl === peakaAccount.baseUrl ? (before?.key ?? null) : null,
      };
      peaka.accounts =
        before === undefined
          ? [...peaka.accounts, saved]
          : peaka.accounts.map((each) => (each === before ? saved : each));
      changed();
      return saved;
    },
    'peaka.checkAccount': ({ id }) => {
      const found = account(id);
      const kind = state.secrets.get(`${id}/apiKey`)?.startsWith('project') ? 'project' : 'partner';
      found.key = { kind, email: 'ann@example.org', userId: 'user-1', checkedAt: Date.now() - 5 * 60_000 };
      if (kind === 'project') found.peakaAccount = { ...found.peakaAccount, project: peaka.projects[0] ?? null };
      changed();
      return found;
    },
    'peaka.deleteAccount': ({ id }) => {
      peaka.accounts = peaka.accounts.filter(({ peakaAccount }) => peakaAccount.id !== id);
      peaka.links = peaka.links.filter(({ link }) => link.accountId !== id);
      changed();
      return {};
    },
    'peaka.organizations': () => peaka.organizations,
    'peaka.workspaces': () => peaka.workspaces,
    'peaka.projects': () => peaka.projects,
    'peaka.types': () => peaka.types,
    'peaka.connections': ({ projectId }) => {
      const connections = peaka.connections[projectId] ?? [];
      const gone = peaka.links.filter(
        ({ link }) => link.project.id === projectId && !connections.some(({ id }) => id === link.peakaId),
      );
      return { connections, gone: gone.map(({ link }) => link.id) };
    },
    'peaka.connectionDetail': () => ({
      facts: [
        ['clientId', 'sales-dashboard'],
        ['portalId', '4711'],
      ],
    }),
    'peaka.renameConnection': ({ projectId, connectionId, name }) => {
      peaka.connections[projectId] = (peaka.connections[projectId] ?? []).map((each) =>
        each.id === connectionId ? { ...each, name } : each,
      );
      for (const each of peaka.links) if (each.link.peakaId === connectionId) each.link = { ...each.link, name };
      changed();
      return {};
    },
    'peaka.deleteConnection': ({ projectId, connectionId }) => {
      peaka.connections[projectId] = (peaka.connections[projectId] ?? []).filter(({ id }) => id !== connectionId);
      peaka.links = peaka.links.filter(({ link }) => link.peakaId !== connectionId);
      changed();
      return {};
    },
    'peaka.links': () => peaka.links,
    'peaka.forgetLink': ({ linkId }) => {
      peaka.links = peaka.links.filter(({ link }) => link.id !== linkId);
      changed();
      return {};
    },
    'peaka.handOverPlan': ({ renewal }) => ({
      handed: ['clientId', 'clientSecret', 'accessToken', ...(renewal === 'update_peaka' ? [] : ['refreshToken'])],
      missing: [],
      rotates: true,
      canLogInAgain: true,
      ...peaka.plan,
    }),
    'peaka.handOver': async (request) => {
      if (request.renewal === 'second_login' && peaka.login === 'waits') await waitForLogin(request.connectionId);
      return add(newLink(request, { way: 'hand_over', source: request.connectionId, renewal: request.renewal }));
    },
    'peaka.setRenewal': ({ linkId, renewal }) => change(linkId, { renewal }),
    'peaka.updateLink': ({ linkId }) => change(linkId, { updatedAt: Date.UTC(2026, 10, 30, 10), pending: null }),
    'peaka.createFromForm': (request) => add(newLink(request, { values: request.values })),
    'peaka.updateForm': ({ linkId, name, values }) => change(linkId, { name, values }),
    'peaka.logIn': async (request) => {
      const made = add(
        newLink(request, {
          way: request.way,
          state: 'unfinished',
          clientId: request.clientId,
          ownCallbackUrl: request.ownCallbackUrl,
          values: request.values,
        }),
      );
      const show = (login: PeakaLinkView['login']): void => {
        made.login = login;
        changed();
      };
      const { window } = request;
      const waitsForPaste =
        window === 'browser' && request.way === 'own_callback' && /^https:/.test(request.ownCallbackUrl);
      const waiting = { step: 'waiting_for_login' as const, window, waitsForPaste, ...peaka.loginShows };
      show(waiting);
      const isStopped = peaka.loginFails !== undefined && !request.evenIfRedirectDiffers;
      try {
        if (peaka.login === 'waits') await new Promise<void>((_, reject) => cancels.set(request.linkId, reject));
        if (peaka.login === 'refuses') {
          show({ ...waiting, step: 'service_refused', refusal: { serviceMessage: 'access_denied' } });
          await new Promise<void>((_, reject) => cancels.set(request.linkId, reject));
        }
        if (isStopped && peaka.loginFails !== undefined) throw new FakeError(peaka.loginFails);
      } finally {
        show(null);
      }
      return change(request.linkId, { state: 'ready' });
    },
    'peaka.cancelLogin': ({ linkId }) => {
      cancels.get(linkId)?.(new FakeError({ code: 'window.cancelled', message: verbatim('The login was cancelled.') }));
      return {};
    },
    'peaka.showWindow': () => ({}),
    'peaka.openLoginAgain': () => ({}),
    'peaka.pasteCallback': () => ({}),
    'peaka.passOn': ({ linkId, passOn }) => {
      const code = passOn ? 'peaka.login_failed' : 'peaka.service_refused';
      cancels.get(linkId)?.(new FakeError({ code, message: verbatim('Refused.'), serviceMessage: 'access_denied' }));
      return {};
    },
  };
  const cancels = new Map<string, (error: unknown) => void>();
  // Each call is noted, and fails if the test says so.
  return Object.fromEntries(
    Object.entries(played).map(([name, handle]) => [
      name,
      (request: never) => {
        const key = name as PeakaCalls; // a name of the object above
        peaka.calls.push({ name: key, request });
        const error = peaka.fails[key];
        if (error !== undefined) throw new FakeError(error);
        return (handle as (request: never) => unknown)(request);
      },
    ]),
  ) as Pick<Handlers, PeakaCalls>;
}
