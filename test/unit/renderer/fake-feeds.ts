import type { CallName } from '../../../app/shared/contract/contract.ts';
import type {
  FeedCertificatesView,
  FeedCertificateView,
  FeedServerView,
  FeedView,
} from '../../../app/shared/contract/feeds.ts';
import { initialFeedServer } from '../../../app/shared/feed/feed.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';
import type { FakeState } from './fake-state.ts';

/** What the played main remembers of feeds. */
export interface FakeFeeds {
  server: FeedServerView;
  feeds: FeedView[];
}

export const emptyFeeds = (): FakeFeeds => ({
  server: {
    settings: initialFeedServer,
    status: 'off',
    error: null,
    origins: [],
    interfaces: [{ name: 'eth0', address: '192.168.1.5' }],
    certificates: { authority: null, own: null, imported: null, uncovered: [] },
  },
  feeds: [],
});

const playedCertificate = (subject: string): FeedCertificateView => ({
  subject,
  names: [subject],
  validTo: Date.parse('2036-11-30'),
  fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
});

/** Feeds, played: the server runs as soon as it is on. */
export function feedHandlers(state: FakeState, emit: Emit): Pick<Handlers, Extract<CallName, `feeds.${string}`>> {
  const deleted = new Map<string, FeedView>();
  const changed = () => emit('feeds.changed', {});
  const put = (view: FeedView): FeedView => {
    const { feeds } = state.feeds;
    const isNew = feeds.every((each) => each.feed.id !== view.feed.id);
    state.feeds.feeds = isNew ? [...feeds, view] : feeds.map((each) => (each.feed.id === view.feed.id ? view : each));
    changed();
    return view;
  };
  const find = (id: string): FeedView => {
    const view = state.feeds.feeds.find((each) => each.feed.id === id);
    if (view === undefined) throw new FakeError({ code: 'feed.not_found', message: verbatim('No such feed.') });
    return view;
  };
  const setCertificates = (change: Partial<FeedCertificatesView>): FeedServerView => {
    const { server } = state.feeds;
    state.feeds.server = { ...server, certificates: { ...server.certificates, ...change } };
    changed();
    return state.feeds.server;
  };
  return {
    'feeds.list': () => state.feeds,
    'feeds.save': ({ feed }) => {
      const taken = state.feeds.feeds.some(
        (each) => each.feed.id !== feed.id && each.feed.name.toLowerCase() === feed.name.toLowerCase(),
      );
      if (taken) throw new FakeError({ code: 'feed.name_taken', message: verbatim('Another feed has this name.') });
      const former = state.feeds.feeds.find((each) => each.feed.id === feed.id);
      return put({ keys: [], state: { dataAt: null, rowCount: null, error: null, reads: 0 }, ...former, feed });
    },
    'feeds.delete': ({ id }) => {
      deleted.set(id, find(id));
      state.feeds.feeds = state.feeds.feeds.filter((each) => each.feed.id !== id);
      changed();
      return {};
    },
    'feeds.restore': ({ id }) => put(deleted.get(id) ?? find(id)),
    'feeds.createKey': ({ feedId, name, expiresAt }) => {
      const view = find(feedId);
      const key = {
        id: `key-${view.keys.length + 1}`,
        feedId,
        name,
        ending: 'k3y4',
        createdAt: Date.now(),
        expiresAt,
        lastUsed: null,
      };
      put({ ...view, keys: [...view.keys, key] });
      return { key, secret: 'tbk_played-key-k3y4' };
    },
    'feeds.revokeKey': ({ id }) => {
      state.feeds.feeds = state.feeds.feeds.map((each) => ({
        ...each,
        keys: each.keys.filter((key) => key.id !== id),
      }));
      changed();
      return {};
    },
    'feeds.exportAuthority': ({ format }) => {
      setCertificates({ authority: playedCertificate('Tokenboard on pc') });
      return { path: `/home/user/authority.${format}` };
    },
    'feeds.replaceAuthority': () =>
      setCertificates({ authority: playedCertificate('Tokenboard on pc'), uncovered: [] }),
    'feeds.importCertificate': () => setCertificates({ imported: playedCertificate('feeds.example.com') }),
    'feeds.removeCertificate': () => setCertificates({ imported: null }),
    'feeds.saveServer': (settings) => {
      const origin = settings.exposure === 'network' ? '192.168.1.5' : '127.0.0.1';
      const scheme = settings.encryption === 'none' ? 'http' : 'https';
      state.feeds.server = {
        ...state.feeds.server,
        settings,
        status: settings.isOn ? 'running' : 'off',
        origins: settings.isOn ? [`${scheme}://${origin}:${settings.port}`] : [],
      };
      changed();
      return state.feeds.server;
    },
  };
}
