// Started by keychain.test.ts within a session that has a Secret Service: prints how the vault stands and what it reads.
import { systemKeyStore } from '../../../app/vault/key-store.ts';
import { openVault } from '../../../app/vault/open-vault.ts';

const [folder = '', action = ''] = process.argv.slice(2);
const vault = await openVault({ folder, environment: {}, keyStore: systemKeyStore(), keychainTimeoutMs: 30_000 });
if (action === 'write') vault.write('owner', 'tokenSet', 'kept by the keychain');
let value: string | undefined;
try {
  value = vault.read('owner', 'tokenSet');
} catch (error) {
  value = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
process.stdout.write(`${JSON.stringify({ status: vault.status().status, value })}\n`);
process.exit(0);
