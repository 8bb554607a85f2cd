import type { ErrorCode } from '../shared/error-codes.ts';

/** What scripts can tell apart. `docs/command-line.md` has the table. */
export const exitCodes = {
  success: 0,
  /** Anything else: an error of Tokenboard or of a file. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** No item has this name, or several do. */
  notFound: 3,
  /** The user has to log in, or to correct the connection. */
  loginNeeded: 4,
  /** The service or the network failed. Trying again later may help. */
  tryLater: 5,
  /** The service refuses this request. */
  refused: 6,
  /** The vault is locked, or cannot be read. */
  vault: 7,
  /** The data folder cannot be used, or another computer uses it. */
  folder: 8,
  /** The token does not last as long as asked. */
  shortToken: 9,
  /** `doctor` found nothing worse than warnings. 10 is one of `serve`. */
  warnings: 11,
  /** `doctor` found something that does not work. */
  failures: 12,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const ofCode: Partial<Record<ErrorCode, ExitCode>> = {
  'local.usage': exitCodes.usage,
  'local.no_column': exitCodes.notFound,
  'local.not_found': exitCodes.notFound,
  'local.ambiguous': exitCodes.notFound,
  'local.short_token': exitCodes.shortToken,
  'local.signs_requests': exitCodes.refused,
  'local.no_header': exitCodes.refused,
  'local.lost': exitCodes.tryLater,
  'input.invalid': exitCodes.usage,
  'connection.not_found': exitCodes.notFound,
  'connection.login_running': exitCodes.tryLater,
  'resource.not_found': exitCodes.notFound,
  'resource.no_connection': exitCodes.loginNeeded,
  'resource.authorization_required': exitCodes.loginNeeded,
  'resource.unauthorized': exitCodes.loginNeeded,
  'resource.rate_limited': exitCodes.tryLater,
  'resource.server_error': exitCodes.tryLater,
  'token.failed': exitCodes.tryLater,
  'token.html': exitCodes.tryLater,
  'token.not_json': exitCodes.tryLater,
  'token.rate_limited': exitCodes.tryLater,
  'token.redirected': exitCodes.tryLater,
  'token.server_error': exitCodes.tryLater,
  'push.database': exitCodes.tryLater,
  'push.database_login': exitCodes.loginNeeded,
  'push.database_unreachable': exitCodes.tryLater,
  'push.no_rows': exitCodes.tryLater,
  'push.not_found': exitCodes.notFound,
  'push.rate_limited': exitCodes.tryLater,
  'push.server_error': exitCodes.tryLater,
  'push.unauthorized': exitCodes.loginNeeded,
  'settings.unreadable': exitCodes.failed,
  'settings.unwritable': exitCodes.failed,
};

const ofLayer: Readonly<Record<string, ExitCode>> = {
  callback: exitCodes.loginNeeded,
  token: exitCodes.loginNeeded,
  oauth1: exitCodes.loginNeeded,
  device: exitCodes.loginNeeded,
  id_token: exitCodes.loginNeeded,
  connection: exitCodes.loginNeeded,
  window: exitCodes.loginNeeded,
  http: exitCodes.tryLater,
  practice: exitCodes.tryLater,
  resource: exitCodes.refused,
  peaka: exitCodes.refused,
  vault: exitCodes.vault,
  settings: exitCodes.folder,
  feed: exitCodes.refused,
  push: exitCodes.refused,
};

/** The exit code for an error. */
export const exitCodeOf = (code: ErrorCode): ExitCode =>
  ofCode[code] ?? ofLayer[code.split('.')[0] ?? ''] ?? exitCodes.failed;
