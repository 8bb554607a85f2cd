import { safeText } from '../shared/safe-text.ts';

/** Keyed by the code of OpenSSL or Node. */
const certificateReasons: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'it is signed by an authority that this computer does not trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it is signed by an authority that this computer does not trust',
  UNABLE_TO_GET_ISSUER_CERT: 'it is signed by an authority that this computer does not trust',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it is signed by an authority that this computer does not trust',
  CERT_UNTRUSTED: 'it is signed by an authority that this computer does not trust',
  INVALID_CA: 'it is signed by something that is no authority',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: "it is not valid yet (is this computer's clock right?)",
  CERT_REVOKED: 'it was revoked',
  CERT_REJECTED: 'it was rejected',
  CERT_SIGNATURE_FAILURE: 'its signature is wrong',
  CERT_CHAIN_TOO_LONG: 'its chain is too long',
  PATH_LENGTH_EXCEEDED: 'its chain is longer than its authority allows',
  INVALID_PURPOSE: 'it is not meant for a server',
  HOSTNAME_MISMATCH: 'it belongs to another host',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it belongs to another host',
};

/** OpenSSL's texts for which Node has no code (`UNSPECIFIED`). */
const unspecifiedReasons: Record<string, string> = {
  'permitted subtree violation': 'its authority may not vouch for this host (name constraints)',
  'excluded subtree violation': 'its authority may not vouch for this host (name constraints)',
  'EE certificate key too weak': 'its key is too short',
  'CA certificate key too weak': 'the key of its authority is too short',
  'CA signature digest algorithm too weak': 'it is signed by an outdated method (SHA-1 or MD5)',
  'unhandled critical extension': 'it has a critical extension that this computer does not know',
  'key usage does not include certificate signing': 'it is signed by something that may not sign certificates',
};

/** Why a certificate was refused. `undefined`: the error is not about a certificate. */
export function certificateReason({ code, message }: Record<string, unknown>): string | undefined {
  if (typeof code !== 'string') return undefined;
  if (code !== 'UNSPECIFIED') return Object.hasOwn(certificateReasons, code) ? certificateReasons[code] : undefined;
  const words = typeof message === 'string' ? message : '';
  return Object.hasOwn(unspecifiedReasons, words)
    ? unspecifiedReasons[words]
    : `the check says “${safeText(words, 100)}”`;
}
