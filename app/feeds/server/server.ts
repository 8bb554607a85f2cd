import type { FeedCertificatesView, FeedServerView } from '../../shared/contract/feeds.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import { AppError, type ErrorReport, RequestError, reportError } from '../../shared/errors.ts';
import type { FeedServerSettings } from '../../shared/feed/feed.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import type { FeedRows } from '../feed-rows.ts';
import type { FeedRequest, FeedServer } from '../feed-server.ts';
import type { FeedStore } from '../store.ts';
import type { Certificates } from '../tls/certificates.ts';
import { checkServer } from './check-server.ts';
import { fittingConnections, type Limits, usualLimits } from './limits.ts';
import type { ListenAddress, Listening } from './listen.ts';
import { originsOf, ownAddresses } from './own-addresses.ts';
import type { RefusedRequest } from './refused-exchange.ts';
import { createVisitors } from './visitors.ts';

export interface FeedServerDeps {
  store: FeedStore;
  rows: Pick<FeedRows, 'read' | 'query'>;
  certificates: Pick<Certificates, 'current' | 'watch' | 'view' | 'hasImported'>;
  /** Whether the feed's resource still exists. */
  exists(resourceId: string): boolean;
  /** A message as a sentence without secrets. */
  show(text: Message): string;
  /** The server's state or a number of reads changed. At most twice a second. */
  onChange(): void;
  /** For the console. */
  onRefused(refused: RefusedRequest): void;
  /** For logs and figures. */
  onRequest?: ((request: FeedRequest) => void) | undefined;
  /** Epoch ms. */
  now(): number;
  limits?: Partial<Limits>;
  /** Before a server that could not listen starts again. */
  retryMs?: number;
}

/** How long a settings change lets running responses go on. */
const graceMs = 500;
const tellEveryMs = 500;
/** Default wait before a server that could not listen starts again. */
const usualRetryMs = 30_000;
const retriedCodes: readonly ErrorCode[] = ['feed.port_in_use', 'feed.cannot_listen'];

/** What needs a new start. Networks, names and feeds are looked up for each request. */
interface Running {
  spec: string;
  isEncrypted: boolean;
  listening: Listening;
}

/** Loads the HTTP server when it is switched on first. */
export function createFeedServer(deps: FeedServerDeps): FeedServer {
  const { store, certificates, retryMs = usualRetryMs } = deps;
  let limits: Limits | undefined;
  let running: Running | undefined;
  let state: { status: FeedServerView['status']; error: ErrorReport | null } = { status: 'off', error: null };
  let retrying: NodeJS.Timeout | undefined;
  let stopWatching: (() => void) | undefined;
  const reads = new Map<string, number>();
  const visitors = createVisitors(store.server);
  const told = createTelling(deps.onChange);
  const set = (status: FeedServerView['status'], error: ErrorReport | null = null): void => {
    state = { status, error };
    told.soon();
  };

  let parts: Promise<Parts> | undefined;
  const loadParts = (): Promise<Parts> => {
    parts ??= load();
    return parts;
  };
  const load = async () => {
    const [{ createRoutes }, { listen }, { createAnswerMalformed }] = await Promise.all([
      import('./routes.ts'),
      import('./listen.ts'),
      import('./malformed.ts'),
    ]);
    limits ??= { ...usualLimits, connections: fittingConnections(usualLimits.connections), ...deps.limits };
    const onRequest = await createRoutes({
      ...deps,
      visitors,
      limits,
      onRead: (feed) => {
        reads.set(feed.id, (reads.get(feed.id) ?? 0) + 1);
        told.soon();
      },
    });
    return { onRequest, listen, onMalformed: createAnswerMalformed(deps), limits };
  };
  type Parts = Awaited<ReturnType<typeof load>>;

  const stop = async (): Promise<void> => {
    const former = running;
    running = undefined;
    stopWatching?.();
    stopWatching = undefined;
    await former?.listening.close(graceMs);
  };
  const start = async (settings: FeedServerSettings, spec: string): Promise<void> => {
    checkServer(settings, certificates.hasImported());
    const isEncrypted = settings.encryption !== 'none';
    const certificate = isEncrypted ? await certificates.current() : undefined;
    const { onRequest, listen, onMalformed, limits } = await loadParts();
    const listening = await listen({
      addresses: addressesOf(settings),
      port: settings.port,
      certificate,
      limits,
      onRequest,
      onMalformed,
    });
    running = { spec, isEncrypted, listening };
    if (isEncrypted) stopWatching = certificates.watch(() => void inTurn(renew));
  };
  /** Connections that are open keep the former certificate. */
  const renew = async (): Promise<void> => {
    if (running?.isEncrypted !== true) return;
    const renewed = await certificates.current().catch(() => undefined);
    if (renewed !== undefined) running?.listening.renewCertificate(renewed);
  };
  const applyNow = async (isRetry = false): Promise<void> => {
    const settings = store.server();
    const { isOn, port, exposure, address, encryption, acceptsPlainNetwork } = settings;
    const spec = JSON.stringify({ isOn, port, exposure, address, encryption, acceptsPlainNetwork });
    if (running?.spec === spec) {
      await renew();
      told.soon();
      return;
    }
    await stop();
    clearTimeout(retrying);
    if (!isOn) {
      set('off');
      return;
    }
    // The window keeps the reason while a retry is under way.
    if (!isRetry) set('starting');
    try {
      await start(settings, spec);
      set('running');
    } catch (error) {
      const failure = reportError(asListenError(error, settings));
      set('failed', failure);
      // A network that is not there yet, or a program that ends. Other causes wait for a change.
      if (retriedCodes.includes(failure.code))
        retrying = setTimeout(() => void inTurn(() => applyNow(true)), retryMs).unref();
    }
  };
  // One after the other: two at once would both listen.
  let last = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work, work);
    return last;
  };

  return {
    apply: () => inTurn(() => applyNow()),
    view: () => {
      const settings = store.server();
      const own = ownAddresses();
      return {
        settings,
        status: state.status,
        error: state.error ?? (running === undefined ? null : expired(settings, certificates.view(), deps.now())),
        origins: running === undefined ? [] : originsOf(settings, own, running.isEncrypted),
        interfaces: own.interfaces.map(({ name, address }) => ({ name, address })),
        certificates: certificates.view(),
      };
    },
    reads: (feedId) => reads.get(feedId) ?? 0,
    connections: () => running?.listening.connections() ?? 0,
    drain: async () => {
      await last;
      await running?.listening.drain();
    },
    close: async () => {
      told.close();
      await inTurn(stop);
      clearTimeout(retrying);
    },
  };
}

/** The error of an imported certificate that readers refuse by now. Own ones are renewed in time. */
function expired(
  { encryption }: FeedServerSettings,
  { imported }: FeedCertificatesView,
  now: number,
): ErrorReport | null {
  if (encryption !== 'imported' || imported === null || imported.validTo > now) return null;
  const date = new Date(imported.validTo).toISOString().slice(0, 10);
  return reportError(new RequestError('feed.certificate_expired', message('feeds.certificate.expired', { date })));
}

/** Also at loopback, so that tools on this computer keep their address. Another program at one of these would get keys. */
export function addressesOf({ exposure, address }: FeedServerSettings): ListenAddress[] {
  const loopback = [
    { address: '127.0.0.1', isNeeded: true },
    { address: '::1', isNeeded: false },
  ];
  if (exposure === 'loopback') return loopback;
  if (address !== null) return [{ address, isNeeded: true }, ...loopback];
  return [
    { address: '0.0.0.0', isNeeded: true },
    { address: '::', isNeeded: false },
  ];
}

function asListenError(error: unknown, { port, address }: FeedServerSettings): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EADDRINUSE')
    return new RequestError('feed.port_in_use', message('feeds.portInUse', { port: String(port) }), {
      details: { port: String(port) },
      cause: error,
    });
  const reason = String(error.code);
  return new RequestError('feed.cannot_listen', message('feeds.cannotListen', { reason }), {
    details: { reason, ...(address === null ? {} : { address }) },
    cause: error,
  });
}

/** At once, then at most every `tellEveryMs`. */
function createTelling(tell: () => void): { soon(): void; close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  const soon = (): void => {
    isDue = timer !== undefined;
    if (isDue) return;
    tell();
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) soon();
    }, tellEveryMs).unref();
  };
  return { soon, close: () => clearTimeout(timer) };
}
