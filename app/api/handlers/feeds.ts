import type { Feeds } from '../../feeds/feeds.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export const feedHandlers = (opened: Opened<{ feeds: Feeds }>): AreaHandlers<'feeds'> => ({
  'feeds.list': async () => (await opened()).feeds.list(),
  'feeds.save': async ({ feed }) => (await opened()).feeds.save(feed),
  'feeds.delete': async ({ id }) => {
    (await opened()).feeds.remove(id);
    return {};
  },
  'feeds.restore': async ({ id }) => (await opened()).feeds.restore(id),
  'feeds.createKey': async (request) => (await opened()).feeds.createKey(request),
  'feeds.revokeKey': async ({ id }) => {
    (await opened()).feeds.revokeKey(id);
    return {};
  },
  'feeds.saveServer': async (settings) => (await opened()).feeds.saveServer(settings),
  'feeds.exportAuthority': async ({ format }) => ({ path: await (await opened()).feeds.exportAuthority(format) }),
  'feeds.replaceAuthority': async () => (await opened()).feeds.replaceAuthority(),
  'feeds.importCertificate': async (request) => (await opened()).feeds.importCertificate(request),
  'feeds.removeCertificate': async () => (await opened()).feeds.removeCertificate(),
});
