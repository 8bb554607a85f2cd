import type { ConnectionView, ResourceView } from '../shared/contract/contract.ts';
import { type Message, message } from '../shared/messages/message.ts';
import type { Texts } from './context.ts';

/** A connection as `--json` prints it. Times are epoch ms. */
export const connectionJson = ({ connection, status, usedBy }: ConnectionView) => ({
  id: connection.id,
  name: connection.name,
  preset: connection.presetId,
  grant: connection.grant,
  status: status.status,
  account: 'account' in status ? (status.account ?? null) : null,
  expiresAt: status.status === 'authorized' ? (status.expiresAt ?? null) : null,
  renewsByItself: status.status === 'authorized' && status.renewsByItself,
  error: 'error' in status ? status.error.code : null,
  usedBy,
});

/** A resource as `--json` prints it. */
export const resourceJson = ({ resource, lastRun }: ResourceView) => ({
  id: resource.id,
  name: resource.name,
  method: resource.method,
  url: resource.url,
  format: resource.format,
  authorization: resource.authorization.type,
  connection: resource.authorization.type === 'oauth' ? resource.authorization.connectionId : null,
  lastRun,
});

/** In words. */
export function statusMessage({ status }: ConnectionView, texts: Texts): Message {
  switch (status.status) {
    case 'unauthorized':
      return message('cli.status.unauthorized');
    case 'authorizing':
      return message('cli.status.authorizing');
    case 'renewing':
      return message('cli.status.renewing');
    case 'needs_login':
      return message('cli.status.needsLogin');
    case 'failing':
      return message('cli.status.failing');
    case 'authorized':
      return status.expiresAt === undefined
        ? message('cli.status.authorized')
        : message('cli.status.expires', { when: timeFromNow(status.expiresAt, texts.language) });
  }
}

const units: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** `in 52 minutes`, `3 days ago`. `at`: epoch ms. */
export function timeFromNow(at: number, language: string, now = Date.now()): string {
  const seconds = (at - now) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(Math.trunc(seconds / size), unit);
}
