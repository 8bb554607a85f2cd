import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { Resource } from '../shared/resource/resource.ts';
import { usedSecretValues } from '../shared/resource/secret-values.ts';
import { valueSecret } from '../shared/secret-value.ts';
import type { Vault } from '../vault/vault.ts';

const none: Readonly<Record<string, string>> = {};

/** Values for `{name}` in the URL, from the vault. Throws RequestError `resource.secret_missing`, VaultError. */
export function readSecretValues(resource: Resource, vault: Pick<Vault, 'read'>): Readonly<Record<string, string>> {
  if (resource.secretValues.length === 0) return none;
  const values: Record<string, string> = {};
  for (const name of usedSecretValues(resource)) {
    const value = vault.read(resource.id, valueSecret(name));
    if (value === undefined)
      throw new RequestError('resource.secret_missing', message('fields.value.missing', { variable: `{${name}}` }), {
        details: { secret: valueSecret(name) },
      });
    values[name] = value;
  }
  return values;
}
