import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `CertificateMetadata { trust { trust_type: TRUSTED } }` of Chromium's
 * components/server_certificate_database/server_certificate_database.proto.
 */
const trusted = Buffer.from([0x0a, 0x02, 0x08, 0x03]);
/** The only known layout of the file (Chromium 131 to 156). */
const knownVersion = '1';

/**
 * Writes the user's authorities to the browser's profile, into the file for certificates imported on Chromium's own
 * page. Chromium then verifies with them as usual (row 8): chain, host and dates. It reads the file at start and locks
 * it while running. An unknown layout is left alone: then the browser trusts only its own authorities.
 */
export async function trustAuthorities(profile: string, authorities: readonly string[]): Promise<void> {
  const folder = join(profile, 'Default');
  const path = join(folder, 'ServerCertificate');
  if (authorities.length === 0 && !existsSync(path)) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path);
    try {
      database.exec('BEGIN IMMEDIATE');
      database.exec('CREATE TABLE IF NOT EXISTS meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR)');
      const version = database.prepare("SELECT value FROM meta WHERE key = 'version'").get()?.value ?? knownVersion;
      if (String(version) !== knownVersion) return;
      const setMeta = database.prepare('INSERT OR REPLACE INTO meta VALUES(?, ?)');
      for (const key of ['version', 'last_compatible_version']) setMeta.run(key, knownVersion);
      database.exec(
        'CREATE TABLE IF NOT EXISTS certificates(sha256hash_hex TEXT PRIMARY KEY,der_cert BLOB NOT NULL,trust_settings BLOB NOT NULL)',
      );
      database.exec('DELETE FROM certificates');
      const add = database.prepare('INSERT OR REPLACE INTO certificates VALUES(?, ?, ?)');
      for (const pem of authorities) {
        const { raw } = new X509Certificate(pem);
        add.run(createHash('sha256').update(raw).digest('hex'), raw, trusted);
      }
      database.exec('COMMIT');
    } finally {
      // Rolls back whatever was not committed.
      database.close();
    }
  } catch {
    // The file is damaged or locked: Chromium creates a new one, without the user's authorities.
  }
}
