import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { CallRequest, CallResponse, ConnectionView, ResourceView } from '../../../app/shared/contract/contract.ts';
import type { PushView } from '../../../app/shared/contract/push.ts';
import type { ReloadState } from '../../../app/shared/contract/reload.ts';
import type { ErrorReport } from '../../../app/shared/errors.ts';
import type { ExchangeDetail } from '../../../app/shared/exchange.ts';
import { initialExportChoices } from '../../../app/shared/export/export.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import type { PastRun } from '../../../app/shared/resource/past-run.ts';
import type { Resource } from '../../../app/shared/resource/resource.ts';
import { newResource } from '../../../renderer/actions/new-resource.ts';
import { applyPreset, newConnection } from '../../../renderer/connection/draft.ts';
import type { Emit } from './fake-bridge.ts';
import { someExchanges } from './fake-console.ts';
import { emptyExport, type FakeExport } from './fake-export.ts';
import { emptyFeeds, type FakeFeeds } from './fake-feeds.ts';
import { emptyPeaka, type FakePeaka } from './fake-peaka.ts';

/** What the played main remembers. Tests read and change it. */
export interface FakeState {
  resources: ResourceView[];
  connections: ConnectionView[];
  presets: Preset[];
  preferences: CallResponse<'preferences.read'>;
  /** `null`: the system cannot start the app. */
  startsAtLogin: boolean | null;
  info: CallResponse<'app.info'>;
  practice: CallResponse<'practice.status'>;
  network: CallResponse<'network.read'>;
  peaka: FakePeaka;
  feeds: FakeFeeds;
  pushes: PushView[];
  exported: FakeExport;
  secrets: Map<string, string>;
  /**
   * How runs end: data, an error, or never. `arrives`: a half of the rows is there, the rest never comes. `pages`: see
   * `fake-pages.ts`.
   */
  run: 'data' | 'wait' | 'arrives' | 'pages' | ErrorReport;
  /** How the runs after the first end, where that is otherwise. */
  nextRuns: ErrorReport | undefined;
  /** Where a request for a token stops. */
  login: 'succeeds' | 'waits' | 'refused' | 'prompts' | 'error page' | ErrorReport;
  /** What was asked for a token with, in its order. */
  logins: { connection: Connection; freshSession: boolean }[];
  /** URLs that were opened in the system's browser, in order. */
  openedLinks: string[];
  rows: number;
  /** The body as text. Absent: a short one. */
  bodyText: string | undefined;
  /** When the service says that a token ends, in epoch ms. */
  introspectedUntil: number | undefined;
  /** Of the console, oldest first; ids without a gap up to `newestHop`. */
  exchanges: ExchangeDetail[];
  newestExchange: number;
  droppedExchanges: number;
  /** Where the user lets the diagnostic bundle be written. */
  bundlePath: string | null;
  /** By resource, oldest first. */
  history: Map<string, PastRun[]>;
  reloads: ReloadState[];
  isReloadPaused: boolean;
  /** What the window last said that the user sees. */
  watched: CallRequest<'reload.watch'> | undefined;
  /** Tells the window what main would tell unasked. */
  emit: Emit;
}

const minute = 60_000;

export function emptyState(presets: Preset[]): FakeState {
  return {
    resources: [],
    connections: [],
    presets,
    startsAtLogin: false,
    preferences: {
      theme: 'system',
      language: 'system',
      sidebarWidth: 248,
      consoleHeight: 300,
      loginTimeoutSeconds: 300,
      requestTimeoutSeconds: 60,
      maximumBodyMebibytes: 128,
      notifiesOfRuns: true,
      keepsRunning: false,
      copiesHeader: false,
      recentPresets: ['google-sheets', 'github'],
      copyTarget: 'curl',
      exportChoices: initialExportChoices,
    },
    info: {
      version: '0.1.0',
      platform: 'electron',
      platformDescription: 'Electron 45.4.1',
      operatingSystem: 'linux',
      region: { dates: null, numbers: null },
      languages: ['en'],
      dataFolder: '/home/ann/.config/tokenboard',
      notices: [],
      vault: { status: 'keychain' },
    },
    practice: { status: 'off' },
    network: { proxy: { mode: 'system', url: '', username: '', hasPassword: false }, certificates: [] },
    feeds: emptyFeeds(),
    pushes: [],
    peaka: emptyPeaka(),
    exported: emptyExport(),
    secrets: new Map(),
    run: 'data',
    nextRuns: undefined,
    login: 'succeeds',
    logins: [],
    openedLinks: [],
    rows: 1204,
    bodyText: undefined,
    introspectedUntil: undefined,
    exchanges: [],
    newestExchange: 0,
    droppedExchanges: 0,
    bundlePath: '/home/ann/tokenboard-diagnosis.json',
    history: new Map(),
    reloads: [],
    isReloadPaused: false,
    watched: undefined,
    emit: () => undefined,
  };
}

export function connectionView(preset: Preset | null, facts: Partial<Connection> = {}): ConnectionView {
  return {
    connection: {
      ...applyPreset(newConnection(), preset, undefined),
      clientId: '4711-h2k9.apps.example.com',
      ...facts,
    },
    status: { status: 'unauthorized' },
    secrets: ['clientSecret'],
    usedBy: [],
  };
}

export const resourceView = (facts: Partial<Resource>): ResourceView => ({
  resource: newResource(facts),
  secrets: [],
  lastRun: null,
});

export const authorized = (account?: string): ConnectionView['status'] => ({
  status: 'authorized',
  obtainedAt: Date.now() - 8 * minute,
  expiresAt: Date.now() + 52 * minute + 30_000,
  renewsByItself: true,
  hasRefreshToken: true,
  forecast: { kind: 'renews' },
  ...(account === undefined ? {} : { account }),
});

/** Connections in every state and resources that use them. */
export function someState(presets: Preset[]): FakeState {
  const state = emptyState(presets);
  const preset = (id: string): Preset | null => presets.find((each) => each.id === id) ?? null;
  const google = connectionView(preset('google-sheets'), { id: 'google' });
  google.status = authorized('ann@example.org');
  google.secrets = ['clientSecret', 'tokenSet'];
  const jira = connectionView(preset('atlassian-jira'), { id: 'jira' });
  jira.status = { status: 'renewing' };
  jira.secrets = ['clientSecret', 'tokenSet'];
  const hubspot = connectionView(preset('hubspot'), { id: 'hubspot' });
  hubspot.status = {
    status: 'needs_login',
    error: {
      code: 'token.invalid_grant',
      message: verbatim('The service no longer accepts the refresh token.'),
      serviceMessage: 'Token has been expired or revoked.',
    },
  };
  hubspot.secrets = ['clientSecret', 'tokenSet'];
  const spotify = connectionView(preset('spotify'), { id: 'spotify' });
  spotify.status = {
    status: 'failing',
    error: {
      code: 'http.offline',
      message: verbatim('accounts.spotify.com cannot be reached.'),
      details: { host: 'accounts.spotify.com' },
    },
    retryAt: Date.now() + 2 * minute,
  };
  spotify.secrets = ['clientSecret', 'tokenSet'];
  state.connections = [google, jira, hubspot, spotify];
  const oauth = (connectionId: string) => ({ type: 'oauth' as const, connectionId });
  state.resources = [
    resourceView({
      id: 'sales',
      name: 'Sales by day',
      url: 'https://sheets.googleapis.com/v4/spreadsheets/1Bxi/values/Sales!A1:F?majorDimension=ROWS',
      authorization: oauth('google'),
    }),
    resourceView({
      id: 'inventory',
      name: 'Inventory',
      url: 'https://www.googleapis.com/inventory',
      authorization: oauth('google'),
    }),
    resourceView({
      id: 'issues',
      name: 'Jira issues',
      url: 'https://api.atlassian.com/ex/jira/search',
      authorization: oauth('jira'),
    }),
    resourceView({
      id: 'deals',
      name: 'Deals',
      url: 'https://api.hubapi.com/crm/v3/objects/deals',
      authorization: oauth('hubspot'),
    }),
    resourceView({
      id: 'tracks',
      name: 'Top tracks',
      url: 'https://api.spotify.com/v1/me/top/tracks',
      authorization: oauth('spotify'),
    }),
    resourceView({
      id: 'weather',
      name: 'Weather',
      url: 'https://api.open-meteo.com/v1/forecast?latitude=49&longitude=9',
    }),
  ];
  google.usedBy = ['sales', 'inventory'];
  jira.usedBy = ['issues'];
  hubspot.usedBy = ['deals'];
  spotify.usedBy = ['tracks'];
  state.exchanges = someExchanges();
  state.newestExchange = state.exchanges.length;
  return state;
}

export function manyState(presets: Preset[], count: number): FakeState {
  const state = someState(presets);
  const connectionIds = state.connections.map((view) => view.connection.id);
  for (let index = state.resources.length; index < count; index += 1) {
    const connectionId = connectionIds[index % 5];
    state.resources.push(
      resourceView({
        id: `resource-${index}`,
        name: `Report ${String(index).padStart(4, '0')} ${['sales', 'stock', 'leads', 'errors'][index % 4]}`,
        url: `https://api.example.com/v1/reports/${index}`,
        authorization: connectionId === undefined ? { type: 'none' } : { type: 'oauth', connectionId },
      }),
    );
  }
  return state;
}

/** German words are long. */
export function longState(presets: Preset[]): FakeState {
  const state = someState(presets);
  const google = state.connections[0];
  if (google !== undefined) {
    google.connection.name = 'Abteilungsübergreifende Vertriebscontrolling-Tabellenkalkulationsverbindung';
    google.status = authorized('maximiliane.oberhuber-winkelmann@vertriebscontrolling.beispielgesellschaft.example');
  }
  state.resources[0] = resourceView({
    id: 'sales',
    name: 'Umsatzentwicklung nach Vertriebsregion, Kalenderwoche und Geschäftsbereichszugehörigkeit',
    url: 'https://schnittstellen.beispielgesellschaft.example/vertrieb/umsatzentwicklung/kalenderwochen?zeitraum=2026-01-01..2026-12-31&geschaeftsbereich=landmaschinenersatzteile',
    authorization: { type: 'oauth', connectionId: 'google' },
  });
  state.info.notices = [
    {
      id: 'n1',
      level: 'warning',
      title: verbatim('Die Verbindungsdatei war beschädigt und wurde beiseitegelegt.'),
      text: verbatim(
        'Tokenboard ist mit einer leeren Datei gestartet. Die beschädigte Datei liegt im Datenverzeichnis unter connections.json.beschädigt-2026-11-22.',
      ),
    },
  ];
  return state;
}
