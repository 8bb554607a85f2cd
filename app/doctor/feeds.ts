import { createServer } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { ownAddresses } from '../feeds/server/own-addresses.ts';
import { addressesOf } from '../feeds/server/server.ts';
import { createCertificates } from '../feeds/tls/certificates.ts';
import type { FeedCertificatesView } from '../shared/contract/feeds.ts';
import type { FeedServerSettings } from '../shared/feed/feed.ts';
import { dayOf } from './certificates.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('feeds');

const soonMs = 30 * 86_400_000;

/** Whether readers reach the feeds now, or would when Tokenboard runs. */
export async function examineFeeds(patient: Patient, known: Known): Promise<Finding[]> {
  const { server: settings, feeds, keys } = known.files.feeds;
  if (!settings.isOn) return feeds.length === 0 ? [ok('off', message('doctor.feeds.off'))] : [offWith(feeds.length)];
  const published = feeds.filter(({ isOn }) => isOn);
  const now = patient.now();
  const usable = (feedId: string) =>
    keys.some((key) => key.feedId === feedId && (key.expiresAt === null || key.expiresAt > now));
  const resources = new Set(known.files.resources.map(({ id }) => id));
  return [
    ...(await serverFindings(settings, known)),
    ...addressFindings(settings),
    ...certificateFindings(settings, certificatesOf(settings, known), now),
    ...published.flatMap(({ id, name, resourceId }) =>
      resources.has(resourceId)
        ? usable(id)
          ? []
          : [warning('key', message('doctor.feeds.noKey', { name }), message('doctor.feeds.noKey.advice', { name }))]
        : [
            failure(
              'resource',
              message('doctor.feeds.noResource', { name }),
              message('doctor.feeds.noResource.advice', { name }),
            ),
          ],
    ),
  ];
}

const offWith = (count: number): Finding =>
  warning('off', message('doctor.feeds.offWith', { count }), message('doctor.feeds.offWith.advice'));

async function serverFindings(settings: FeedServerSettings, { owner }: Known): Promise<Finding[]> {
  const { port, exposure, encryption, acceptsPlainNetwork } = settings;
  if (exposure === 'network' && encryption === 'none' && !acceptsPlainNetwork)
    return [failure('plain', message('doctor.feeds.plain'), message('doctor.feeds.plain.advice'))];
  if (owner?.feeds !== undefined) {
    const { status, error, origins } = owner.feeds.server;
    if (status === 'failed' && error !== null)
      return [failure('server', error.message, message('doctor.feeds.server.advice'))];
    return status === 'running'
      ? [ok('server', message('doctor.feeds.runs', { origin: origins[0] ?? '' }))]
      : [warning('server', message('doctor.feeds.starting'))];
  }
  // Another process that owns the folder is told about already.
  if (owner !== undefined) return [];
  for (const { address, isNeeded } of addressesOf(settings)) {
    const code = isNeeded ? await tryToListen(address, port) : undefined;
    if (code === 'EADDRINUSE')
      return [
        failure('port', message('doctor.feeds.portInUse', { port: String(port) }), message('doctor.feeds.port.advice')),
      ];
    if (code !== undefined && code !== 'EADDRNOTAVAIL')
      return [
        failure('port', message('doctor.feeds.cannotListen', { address, code }), message('doctor.feeds.port.advice')),
      ];
  }
  return [ok('port', message('doctor.feeds.free', { port: String(port) }))];
}

/** The system's code if nothing can listen there. */
const tryToListen = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

function addressFindings({ exposure, address }: FeedServerSettings): Finding[] {
  if (exposure !== 'network' || address === null) return [];
  return ownAddresses().interfaces.some((each) => each.address === address)
    ? [ok('address', message('doctor.feeds.address', { address }))]
    : [
        failure(
          'address',
          message('doctor.feeds.addressGone', { address }),
          message('doctor.feeds.addressGone.advice'),
        ),
      ];
}

/** The running app's, or those of a vault whose key is known. */
function certificatesOf(settings: FeedServerSettings, { owner, readSecret }: Known): FeedCertificatesView {
  if (owner?.feeds !== undefined) return owner.feeds.server.certificates;
  const refused = (): never => {
    throw new Error('nothing is changed here');
  };
  return createCertificates({
    vault: {
      read: readSecret,
      has: (owner, name) => readSecret(owner, name) !== undefined,
      write: refused,
      remove: refused,
    },
    platform: { pickSaveFile: async () => undefined },
    settings: () => settings,
    computer: () => ({ hostname: hostname(), interfaces: networkInterfaces() }),
    now: Date.now,
  }).view();
}

/** Own certificates are renewed long before they expire; imported ones are the user's to renew. */
function certificateFindings(
  { encryption }: FeedServerSettings,
  { own, imported, authority }: FeedCertificatesView,
  now: number,
): Finding[] {
  if (encryption === 'none') return [];
  const used = encryption === 'imported' ? imported : own;
  const advice = message(encryption === 'imported' ? 'doctor.feeds.imported.advice' : 'doctor.feeds.own.advice');
  if (used === null)
    return encryption === 'imported' ? [failure('certificate', message('doctor.feeds.noCertificate'), advice)] : [];
  return [used, ...(encryption === 'own' && authority !== null ? [authority] : [])].map(({ subject, validTo }) => {
    const facts = { name: subject, day: dayOf(validTo) };
    if (validTo <= now) return failure('certificate', message('doctor.certificates.expired', facts), advice);
    if (validTo - now < soonMs) return warning('certificate', message('doctor.certificates.expires', facts), advice);
    return ok('certificate', message('doctor.certificates.valid', facts));
  });
}
