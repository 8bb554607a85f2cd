import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { nameOf } from '../http/authority.ts';
import { readSystemCertificates } from '../http/certificates.ts';
import { pemCertificates } from '../http/pem.ts';
import { message as coreMessage } from '../shared/messages/message.ts';
import type { Known, Patient } from './facts.ts';
import { type Finding, findingsOf, doctorMessage as message } from './finding.ts';

const { ok, warning, failure } = findingsOf('certificates');

/** Of a company's own file. */
const mostNamed = 10;
const soonMs = 30 * 86_400_000;
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The authorities that are trusted: the system's, those of NODE_EXTRA_CA_CERTS, and those that the user added. */
export function examineCertificates({ environment, now }: Patient, { files }: Known): Finding[] {
  const system = readSystemCertificates().length;
  const added = files.authorities.flatMap(({ subject, validTo }) => expiryOf(subject, validTo, now()));
  const count = files.authorities.length;
  return [
    system > 0
      ? ok('system', message('doctor.certificates.system', { count: system }))
      : warning('system', message('doctor.certificates.noSystem'), message('doctor.certificates.noSystem.advice')),
    ...(count > 0 && added.length === 0 ? [ok('added', message('doctor.certificates.added', { count }))] : added),
    ...extraOf(environment.NODE_EXTRA_CA_CERTS, now()),
  ];
}

function expiryOf(subject: string, validTo: number, now: number): Finding[] {
  const facts = { name: subject || coreMessage('network.certificates.unnamed'), day: dayOf(validTo) };
  if (validTo <= now)
    return [
      failure('expired', message('doctor.certificates.expired', facts), message('doctor.certificates.expired.advice')),
    ];
  if (validTo - now < soonMs)
    return [
      warning('expires', message('doctor.certificates.expires', facts), message('doctor.certificates.expired.advice')),
    ];
  return [];
}

/** Node reads this file at its start, and ignores one that it cannot read. */
function extraOf(file: string | undefined, now: number): Finding[] {
  if (!file) return [];
  const advice = message('doctor.certificates.extra.advice');
  try {
    const certificates = pemCertificates(readFileSync(file, 'utf8')).map(
      ({ content }) => new X509Certificate(Buffer.from(content, 'base64')),
    );
    if (certificates.length === 0)
      return [failure('extra', message('doctor.certificates.extraNone', { file }), advice)];
    const valid = certificates.filter(({ validTo }) => Date.parse(validTo) > now);
    // A copy of a system's whole list has expired ones, too.
    const named = valid.length === 0 || certificates.length <= mostNamed ? certificates : [];
    const problems = named.flatMap(({ subject, validTo }) =>
      expiryOf(nameOf(subject), Date.parse(validTo), now).map((finding) => ({ ...finding, advice })),
    );
    return problems.length > 0
      ? problems.slice(0, mostNamed)
      : [ok('extra', message('doctor.certificates.extra', { count: valid.length, file }))];
  } catch {
    return [failure('extra', message('doctor.certificates.extraUnreadable', { file }), advice)];
  }
}
