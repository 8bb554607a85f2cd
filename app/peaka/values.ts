import { RequestError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';
import type { PeakaField, PeakaValues } from '../shared/peaka/connection-type.ts';
import type { PeakaLink } from '../shared/peaka/link.ts';
import { valueSecret } from '../shared/secret-value.ts';
import type { Vault } from '../vault/vault.ts';

/** The secrets of a link that hold tokens which Peaka alone renews. */
export const linkTokenNames = ['accessToken', 'refreshToken', 'tokenSecret'] as const;
/** The secret of a link that holds the client secret of the user's app. */
export const clientSecretName = 'clientSecret';

/** The values of a form. `secret`: those for the vault. */
export interface FormValues {
  plain: PeakaValues;
  secret: Record<string, string>;
}

/**
 * Sorts what the user entered. Leaves out empty texts. A required switch that was not touched is off. A value without a
 * field counts as secret.
 */
export function sortValues(fields: readonly PeakaField[], entered: PeakaValues): FormValues {
  const off = fields.flatMap(({ name, kind, required }) => (required && kind === 'boolean' ? [[name, false]] : []));
  const values: PeakaValues = { ...Object.fromEntries(off), ...entered };
  const sorted: FormValues = { plain: {}, secret: {} };
  for (const [name, value] of Object.entries(values)) {
    if (value === '') continue;
    const field = fields.find((each) => each.name === name);
    if (field === undefined || field.isSecret) sorted.secret[name] = String(value);
    else sorted.plain[name] = value;
  }
  return sorted;
}

/** Throws RequestError `peaka.values_missing`, with the names as `details.fields`. */
export function requireValues(names: readonly string[], values: Readonly<Record<string, unknown>>): void {
  const isMissing = (name: string) => !Object.hasOwn(values, name) || values[name] === '';
  const fields = names.filter(isMissing).join(', ');
  if (fields !== '')
    throw new RequestError('peaka.values_missing', message('peaka.valuesMissing', { fields }), { details: { fields } });
}

export const requiredNames = (fields: readonly PeakaField[]): string[] =>
  fields.flatMap(({ name, required }) => (required ? [name] : []));

/** Throws VaultError. */
export function saveSecretValues(vault: Pick<Vault, 'write'>, linkId: string, secret: Record<string, string>): void {
  for (const [field, value] of Object.entries(secret)) vault.write(linkId, valueSecret(field), value);
}

/** The values of a link's form, with those of the vault. Throws VaultError. */
export function knownValues(link: PeakaLink, vault: Pick<Vault, 'read'>): PeakaValues {
  const secret = (link.secretFields ?? []).flatMap((field) => {
    const value = vault.read(link.id, valueSecret(field));
    return value === undefined ? [] : [[field, value]];
  });
  return { ...link.values, ...Object.fromEntries(secret) };
}

/**
 * What is known here of a link's credential: the form's values, the user's app and its callback URL. Throws VaultError.
 */
export function knownCredential(link: PeakaLink, vault: Pick<Vault, 'read'>): PeakaValues {
  const clientSecret = vault.read(link.id, clientSecretName);
  return {
    ...knownValues(link, vault),
    ...(link.clientId === '' ? {} : { clientId: link.clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(link.ownCallbackUrl === '' ? {} : { redirectUrl: link.ownCallbackUrl }),
  };
}

/** The names of a link's stored secrets. */
export const linkSecretNames = (link: PeakaLink, vault: Pick<Vault, 'has'>): string[] =>
  [clientSecretName, ...linkTokenNames, ...(link.secretFields ?? []).map(valueSecret)].filter((name) =>
    vault.has(link.id, name),
  );
