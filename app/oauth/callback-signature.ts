import { createHmac, timingSafeEqual } from 'node:crypto';
import { OAuthError } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/**
 * Checks a callback that the service signs with the client secret (Shopify: `hmac`): hexadecimal HMAC-SHA256 over the
 * other parameters, sorted by name. Accepts both encoded and decoded parameters, because the service's own libraries
 * differ. Throws OAuthError `callback.signature_mismatch`.
 */
export function requireSignature(
  parameters: Readonly<Record<string, string>>,
  parameter: string,
  clientSecret: string,
): void {
  const { [parameter]: signature = '', ...signed } = parameters;
  const sorted = Object.entries(signed).sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = [new URLSearchParams(sorted).toString(), sorted.map(([name, value]) => `${name}=${value}`).join('&')];
  const given = Buffer.from(signature.toLowerCase());
  const matches = texts.some((text) => {
    const expected = Buffer.from(createHmac('sha256', clientSecret).update(text).digest('hex'));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  if (!matches) throw new OAuthError('callback.signature_mismatch', message('oauth.callback.signature'));
}
