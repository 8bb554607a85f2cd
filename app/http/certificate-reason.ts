import { type Message, message } from '../shared/messages/message.ts';
import { safeText } from '../shared/safe-text.ts';

const unknownAuthority = message('http.certificate.unknownAuthority');

/** Keyed by the code of OpenSSL or Node. */
const certificateReasons: Record<string, Message> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: message('http.certificate.selfSigned'),
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  INVALID_CA: message('http.certificate.noAuthority'),
  CERT_HAS_EXPIRED: message('http.certificate.expired'),
  CERT_NOT_YET_VALID: message('http.certificate.notYetValid'),
  CERT_REVOKED: message('http.certificate.revoked'),
  CERT_REJECTED: message('http.certificate.rejected'),
  CERT_SIGNATURE_FAILURE: message('http.certificate.signature'),
  CERT_CHAIN_TOO_LONG: message('http.certificate.longChain'),
  PATH_LENGTH_EXCEEDED: message('http.certificate.pathLength'),
  INVALID_PURPOSE: message('http.certificate.purpose'),
  HOSTNAME_MISMATCH: message('http.certificate.otherHost'),
  ERR_TLS_CERT_ALTNAME_INVALID: message('http.certificate.otherHost'),
};

/** OpenSSL's texts for which Node has no code (`UNSPECIFIED`). */
const unspecifiedReasons: readonly [RegExp, Message][] = [
  [/^(?:permitted|excluded) subtree violation$/, message('http.certificate.nameConstraints')],
  [/^EE certificate key too weak$/, message('http.certificate.shortKey')],
  [/^CA certificate key too weak$/, message('http.certificate.shortAuthorityKey')],
  [/^CA signature digest algorithm too weak$/, message('http.certificate.outdatedMethod')],
  [/^unhandled critical extension$/, message('http.certificate.unknownExtension')],
  [/^key usage does not include certificate signing$/, message('http.certificate.mayNotSign')],
];

/**
 * Why a certificate was refused, as the end of a sentence. `undefined`: the error is not about a certificate.
 */
export function certificateReason({ code, message: text }: Record<string, unknown>): Message | undefined {
  if (typeof code !== 'string') return undefined;
  if (code !== 'UNSPECIFIED') return Object.hasOwn(certificateReasons, code) ? certificateReasons[code] : undefined;
  const words = typeof text === 'string' ? text : '';
  const known = unspecifiedReasons.find(([pattern]) => pattern.test(words))?.[1];
  return known ?? message('http.certificate.other', { words: safeText(words, 100) });
}
