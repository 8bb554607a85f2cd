import { RequestError } from '../shared/errors.ts';
import { type Message, message } from '../shared/messages/message.ts';
import { parseUrl } from '../shared/parse-url.ts';
import { type PeakaAccount, zoneAddresses } from '../shared/peaka/account.ts';
import { isSecureUrl } from '../shared/secure-url.ts';

/**
 * The account as it is stored: addresses trimmed, the base URL without a slash at its end. Throws RequestError
 * `peaka.account_invalid` with `details.field`: `baseUrl` or `callbackUrl`.
 */
export function validAccount(account: PeakaAccount): PeakaAccount {
  const name = account.name.trim();
  // The practice service has one Peaka, and its key protects nothing.
  if (account.zone === 'practice') return { ...account, name, ...zoneAddresses.practice };
  return {
    ...account,
    name,
    baseUrl: validUrl('baseUrl', account.baseUrl).replace(/\/+$/, ''),
    // To the letter: services compare it with the registered one.
    callbackUrl: validUrl('callbackUrl', account.callbackUrl),
  };
}

const fieldNames = {
  baseUrl: message('peaka.field.baseUrl'),
  callbackUrl: message('peaka.field.callbackUrl'),
};

function validUrl(field: keyof typeof fieldNames, typed: string): string {
  const what = fieldNames[field];
  const text = typed.trim();
  const url = parseUrl(text);
  if (url === undefined) throw invalid(field, message('fields.url.notComplete', { what }));
  if (url.username !== '' || url.password !== '') throw invalid(field, message('fields.url.userinfo', { what }));
  if (!isSecureUrl(url)) throw invalid(field, message('fields.url.mustBeSecure', { what }));
  if (/[?#]/.test(text)) throw invalid(field, message('peaka.field.hasQuery', { what }));
  return text;
}

/**
 * A key as typed or pasted. `null`: none. `undefined`: not typed. Throws RequestError `peaka.account_invalid`: a header
 * takes no other characters (RFC 6750 §2.1).
 */
export function validKey(typed: string | null | undefined): string | null | undefined {
  if (typed === null || typed === undefined) return typed;
  const key = typed.trim().replace(/^bearer\s+/i, '');
  if (/[^\x21-\x7e]/.test(key)) throw invalid('apiKey', message('peaka.field.keyCharacters'));
  return key === '' ? null : key;
}

const invalid = (field: string, text: Message) =>
  new RequestError('peaka.account_invalid', text, { details: { field } });

/** Peaka's documents spell the EU host in two ways. */
const euHosts = ['partner.eu.peaka.studio', 'eu.partner.peaka.studio'];

/** The same base URL on the EU zone's other host. `undefined`: it is on neither. */
export function otherEuUrl(baseUrl: string): string | undefined {
  const url = parseUrl(baseUrl);
  const other = url && euHosts.includes(url.hostname) && euHosts.find((host) => host !== url.hostname);
  return url && other ? baseUrl.replace(url.hostname, other) : undefined;
}
