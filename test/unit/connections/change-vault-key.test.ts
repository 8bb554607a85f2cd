import { expect, it, vi } from 'vitest';
import { resetVault, useVaultKey } from '../../../app/connections/change-vault-key.ts';
import { VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Vault } from '../../../app/vault/vault.ts';
import { connection } from '../../servers/items.ts';

function played() {
  const useKey = vi.fn<Vault['useKey']>(async () => ({ status: 'key', source: 'user' }));
  const reset = vi.fn<Vault['reset']>(async () => ({ status: 'keychain' }));
  const changedAll = vi.fn();
  const tell = vi.fn();
  const deps = {
    vault: { useKey, reset },
    connections: { list: () => [connection({ id: 'a' }), connection({ id: 'b' })] },
    changedAll,
    changes: { connections: tell },
  };
  return { deps, useKey, changedAll, tell };
}

it.each([
  ['a key', (deps: Parameters<typeof resetVault>[0]) => useVaultKey('open sesame', deps), 'key'],
  ['a reset', resetVault, 'keychain'],
])('looks at every connection again after %s: other tokens can be read', async (_what, change, status) => {
  const { deps, changedAll, tell } = played();
  expect(await change(deps)).toMatchObject({ status });
  expect(tell).toHaveBeenCalledWith(['a', 'b']);
  expect(changedAll).toHaveBeenCalledOnce();
});

it('leaves everything as it is after a wrong key', async () => {
  const { deps, useKey, changedAll, tell } = played();
  useKey.mockRejectedValue(new VaultError('vault.wrong_key', verbatim('Wrong.')));
  await expect(useVaultKey('open barley', deps)).rejects.toThrow(expect.objectContaining({ code: 'vault.wrong_key' }));
  expect(changedAll).not.toHaveBeenCalled();
  expect(tell).not.toHaveBeenCalled();
});
