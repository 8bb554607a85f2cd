import { isIP } from 'node:net';
import type { CertificateFacts, GeneralName } from './certificate-facts.ts';

const hostName = 2;
const directoryName = 4;
const ipAddress = 7;

/** Whether an authority with name constraints may vouch for a server with these names (RFC 5280 §4.2.1.10). */
export function namesAllowed(
  constraints: CertificateFacts['constraints'],
  serverNames: readonly GeneralName[],
  hostname: string,
): boolean {
  if (constraints === undefined) return true;
  const { permitted, excluded } = constraints;
  const limited = new Set([...permitted, ...excluded].map(({ kind }) => kind));
  // Directory names are not compared here, and what cannot be checked is not allowed.
  if (limited.has(directoryName)) return false;
  const asked: GeneralName[] = isIP(hostname) === 0 ? [{ kind: hostName, value: Buffer.from(hostname) }] : [];
  return [...serverNames, ...asked].every((name) => {
    if (!limited.has(name.kind)) return true;
    if (name.kind !== hostName && name.kind !== ipAddress) return false;
    const [inside, outside] = [permitted, excluded].map((list) => list.filter(({ kind }) => kind === name.kind));
    if (outside?.some((base) => overlaps(name, base))) return false;
    return inside === undefined || inside.length === 0 || inside.some((base) => isWithin(name, base));
  });
}

function isWithin(name: GeneralName, base: GeneralName): boolean {
  if (name.kind === ipAddress) return sameNetwork(name.value, base.value);
  const [text, suffix] = [lower(name), lower(base).replace(/^\./, '')];
  return suffix === '' || text === suffix || text.endsWith(`.${suffix}`);
}

/** Also matches a wildcard that could cover an excluded name. */
const overlaps = (name: GeneralName, base: GeneralName): boolean =>
  isWithin(name, base) ||
  (name.kind === hostName && lower(name).startsWith('*.') && `.${lower(base)}`.endsWith(lower(name).slice(1)));

const lower = ({ value }: GeneralName): string => value.toString('latin1').toLowerCase();

/** `base` holds an address and its mask. */
function sameNetwork(address: Buffer, base: Buffer): boolean {
  if (base.length !== address.length * 2) return false;
  return address.every((byte, at) => {
    const mask = base[address.length + at] ?? 0xff;
    return (byte & mask) === ((base[at] ?? 0) & mask);
  });
}
