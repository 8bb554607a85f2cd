import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caCertificate } from './keys.ts';

/** NSS's own tool makes the store that Chromium reads on Linux. */
export const canMakeCertificateStore = process.platform === 'linux' && canRun('certutil', '-H');

export interface CertificateStore {
  /** For the variable HOME. */
  home: string;
  remove(): void;
}

/** A home folder whose certificate store trusts the tests' authority and holds a client certificate of Ann's. */
export function makeCertificateStore(): CertificateStore {
  const home = mkdtempSync(join(tmpdir(), 'tokenboard-home-'));
  const folder = join(home, '.pki/nssdb');
  mkdirSync(folder, { recursive: true });
  const [authority, noise] = [join(home, 'ca.pem'), join(home, 'noise')];
  writeFileSync(authority, caCertificate);
  writeFileSync(noise, randomBytes(64));
  const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${folder}`, ...args], { stdio: 'pipe' });
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'authority', '-t', 'CT,,', '-i', authority);
  certutil('-S', '-n', 'ann', '-s', 'CN=ann', '-x', '-t', ',,', '-z', noise, '-v', '1200');
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

function canRun(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch (error) {
    // Help ends with an error of its own; only a missing program is none.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
