import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { findConnection } from '../../api/cache.ts';
import { text } from '../../messages/text.ts';
import type { State } from '../../status/states.ts';
import type { RowState } from './rows.ts';

/** The mark that a state shares with the states of connections here. */
export const markOf: Record<RowState, State> = {
  ready: 'authorized',
  logging_in: 'authorizing',
  waiting: 'renewing',
  unfinished: 'needs_login',
  gone: 'failing',
  elsewhere: 'no_authorization',
};

/** Where it comes from: from a connection here, a form, a login, or from elsewhere. */
export function originOf(link: PeakaLink | undefined): string {
  if (link === undefined) return text('peaka.page.origin.elsewhere');
  if (link.way !== 'hand_over') return text(link.way === 'form' ? 'peaka.page.origin.form' : 'peaka.page.origin.login');
  const source = link.source === null ? undefined : findConnection(link.source);
  return source === undefined
    ? text('peaka.page.origin.handOver')
    : text('peaka.page.origin.handOver.from', { name: source.connection.name });
}
