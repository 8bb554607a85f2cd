import { createHttpClient } from '../http/client.ts';
import { withDeadline } from '../http/deadline.ts';
import { timeoutError } from '../http/errors.ts';
import { sendRequest } from '../http/send.ts';
import { userAgent } from '../http/user-agent.ts';
import { networkOwner } from '../network/network.ts';
import { AppError } from '../shared/errors.ts';
import { clockFinding } from './clock.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';
import { originsInUse } from './hosts.ts';

const { ok, failure } = findingsOf('network');

/** At once. */
const mostRunning = 8;

/**
 * Asks each host of the user's connections and resources for its first page, as the app would: through the proxy, with
 * the same authorities, and without any credential. Every response is a success: only the way there is examined.
 */
export async function examineNetwork(
  { environment, mayCall, signal, now, patienceMs }: Patient,
  { files, readSecret }: Known,
): Promise<{ findings: Finding[]; clock: Finding[] }> {
  const origins = originsInUse(files);
  if (origins.length === 0) return { findings: [ok('none', message('doctor.network.none'))], clock: [] };
  if (!mayCall)
    return { findings: [ok('notAsked', message('doctor.network.notAsked', { count: origins.length }))], clock: [] };
  const { mode, url, username } = files.proxy;
  const settings = {
    proxy:
      mode === 'manual' ? { mode, url, username, password: readSecret(networkOwner, 'proxyPassword') ?? '' } : { mode },
    authorities: files.authorities.map(({ pem }) => pem),
  };
  const http = createHttpClient({ resolveProxy: async () => undefined, environment, network: () => settings });
  const findings = new Map<URL, Finding>();
  let clock: Finding | undefined;

  const ask = async (origin: URL): Promise<Finding> => {
    try {
      return await withDeadline(
        { timeoutMs: patienceMs, signal, timedOut: () => timeoutError(origin) },
        async (ended) => {
          const { statusCode, headers } = await sendRequest(
            http,
            { method: 'GET', url: origin, headers: { 'user-agent': userAgent } },
            ended,
          );
          const date = Date.parse(String(headers.date));
          if (!Number.isNaN(date)) clock ??= clockFinding(origin.host, now() - date);
          return ok('host', message('doctor.network.host', { host: origin.host, status: statusCode }));
        },
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return failure('host', error.text, adviceFor(error.code));
    }
  };
  const waiting = [...origins];
  const work = async (): Promise<void> => {
    for (let origin = waiting.shift(); origin !== undefined; origin = waiting.shift())
      findings.set(origin, await ask(origin));
  };
  try {
    await Promise.all(Array.from({ length: mostRunning }, work));
  } finally {
    await http.close();
  }
  const inOrder = origins.flatMap((origin) => findings.get(origin) ?? []);
  return { findings: inOrder, clock: clock === undefined ? [] : [clock] };
}

function adviceFor(code: string) {
  if (code === 'http.certificate') return message('doctor.network.certificate.advice');
  if (code === 'http.dns' || code === 'http.offline') return message('doctor.network.dns.advice');
  if (code.startsWith('http.proxy')) return message('doctor.proxy.silent.advice');
  return message('doctor.network.advice');
}
