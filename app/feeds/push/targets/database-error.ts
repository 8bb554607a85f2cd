import type { CodeOf } from '../../../shared/error-codes.ts';
import { RequestError } from '../../../shared/errors.ts';
import { message } from '../../../shared/messages/message.ts';
import { safeText } from '../../../shared/safe-text.ts';

type DatabaseCode = Extract<CodeOf<'push'>, `push.database${string}`>;

/** By SQLSTATE (PostgreSQL, appendix A), the code of Node's system and TLS errors, or SQLite's result code. */
const codes: Readonly<Record<string, DatabaseCode>> = {
  '28000': 'push.database_login',
  '28P01': 'push.database_login',
  '3D000': 'push.database_missing',
  '3F000': 'push.database_denied',
  '42501': 'push.database_denied',
  EACCES: 'push.database_denied',
  EPERM: 'push.database_denied',
  EROFS: 'push.database_denied',
  // SQLITE_READONLY, SQLITE_CANTOPEN.
  '8': 'push.database_denied',
  '14': 'push.database_denied',
  ECONNREFUSED: 'push.database_unreachable',
  EHOSTUNREACH: 'push.database_unreachable',
  ENETUNREACH: 'push.database_unreachable',
  ENOTFOUND: 'push.database_unreachable',
  EAI_AGAIN: 'push.database_unreachable',
  ETIMEDOUT: 'push.database_unreachable',
  ENOENT: 'push.database_unreachable',
  CERT_HAS_EXPIRED: 'push.database_tls',
  CERT_NOT_YET_VALID: 'push.database_tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'push.database_tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'push.database_tls',
  UNABLE_TO_GET_ISSUER_CERT: 'push.database_tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'push.database_tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'push.database_tls',
  ERR_TLS_CERT_ALTNAME_INVALID: 'push.database_tls',
};
/** What pg says without a code. */
const sayings: readonly (readonly [string, DatabaseCode])[] = [
  ['does not support SSL', 'push.database_tls'],
  ['timeout expired', 'push.database_unreachable'],
];

const textOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(textOf).join('; ');
  return error instanceof Error ? error.message : '';
};

function codeOf(error: unknown): DatabaseCode {
  if (typeof error !== 'object' || error === null) return 'push.database';
  const given: unknown[] = [Reflect.get(error, 'errcode'), Reflect.get(error, 'code')];
  const known = given.map((each) => codes[String(each)]).find((each) => each !== undefined);
  return known ?? sayings.find(([part]) => textOf(error).includes(part))?.[1] ?? 'push.database';
}

/** A database's error, with its own words. */
export function databaseError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  const code = codeOf(error);
  return new RequestError(code, message(sentences[code]), { serviceMessage: safeText(textOf(error)), cause: error });
}

const sentences = {
  'push.database': 'push.failed.database',
  'push.database_denied': 'push.failed.databaseDenied',
  'push.database_login': 'push.failed.databaseLogin',
  'push.database_missing': 'push.failed.databaseMissing',
  'push.database_tls': 'push.failed.databaseTls',
  'push.database_unreachable': 'push.failed.databaseUnreachable',
} as const satisfies Record<DatabaseCode, string>;
