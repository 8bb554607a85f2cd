import type { Connection } from '../../shared/connection/connection.ts';
import { AppError } from '../../shared/errors.ts';
import { usesPractice } from '../grants/complete-settings.ts';
import type { PracticeOrigin } from '../grants/grant-runner.ts';
import type { ConnectionStore } from '../store.ts';
import { readOrError, type TokenStore } from '../token-store.ts';
import { createExpiryNotifier } from './expiry-notifier.ts';
import { createLoginRequiredNotification } from './login-required-notification.ts';
import type { Renewability } from './renewability.ts';
import { createRenewalScheduler, type RenewalScheduler } from './renewal-scheduler.ts';
import { renewalTime } from './renewal-time.ts';
import type { Renewals } from './renewals.ts';

export interface BackgroundRenewalDeps {
  connections: Pick<ConnectionStore, 'list' | 'find'>;
  tokenStore: Pick<TokenStore, 'read'>;
  renewability: Renewability;
  renewals: Pick<Renewals, 'renewDue' | 'failureOf' | 'forgetWait'>;
  practice: Pick<PracticeOrigin, 'current'>;
  /** The platform's `notify`. */
  notify(title: string, body: string): void;
  onChange(id: string): void;
  /** Epoch ms. */
  now(): number;
}

/** Renews the tokens of all connections before they expire. Notifies the user if only a new login helps. */
export function createBackgroundRenewal(deps: BackgroundRenewalDeps): RenewalScheduler {
  const { connections, tokenStore, renewability, renewals, practice, now } = deps;
  const expiries = createExpiryNotifier(now);
  const notification = createLoginRequiredNotification(deps.notify);
  const notifyLoginRequired = (id: string): void => notification.needed(connections.find(id)?.name ?? id);
  const spreadOf = createSpreads();

  const scheduler = createRenewalScheduler({
    ids: () => connections.list().map(({ id }) => id),
    renewalAt: (id) => {
      const connection = connections.find(id);
      const token = readOrError(tokenStore, id);
      if (!connection || token === undefined || token instanceof AppError || token.rejected) return undefined;
      const { tokenSet } = token;
      if (!renewability.hasMeans(id, tokenSet)) return expiries.toTell(id, tokenSet);
      // The new token can be renewed, so drop the notification about the old token's expiry.
      expiries.forget(id);
      // A renewal alone does not start the practice service.
      const isAsleep = usesPractice(connection) && practice.current() === undefined;
      if (isAsleep || !renewability.canRenew(id, tokenSet)) return undefined;
      return renewalTime({ tokenSet, failure: renewals.failureOf(id), spread: spreadOf(id), now: now() });
    },
    hostOf: (id) => {
      const connection = connections.find(id);
      return connection === undefined ? '' : tokenHostOf(connection);
    },
    renew: async (id) => {
      if (expiries.forget(id)) {
        deps.onChange(id);
        notifyLoginRequired(id);
        return;
      }
      try {
        await renewals.renewDue(id);
      } finally {
        if (renewals.failureOf(id)?.kind === 'needs_login') notifyLoginRequired(id);
      }
    },
    failureOf: renewals.failureOf,
    forgetWait: renewals.forgetWait,
    now,
    monotonic: () => performance.now(),
  });

  return {
    ...scheduler,
    close: () => {
      scheduler.close();
      notification.close();
    },
  };
}

/** 0 to 1, constant for each connection: its renewal time must not change each time it is computed. */
function createSpreads(): (id: string) => number {
  const spreads = new Map<string, number>();
  return (id) => {
    const spread = spreads.get(id) ?? Math.random();
    spreads.set(id, spread);
    return spread;
  };
}

/** The host as written in the token endpoint: connections that share a `{name}` there share one queue. */
const tokenHostOf = ({ refreshUrl, accessTokenUrl }: Connection): string =>
  /^\s*https?:\/\/([^/?#]*)/i.exec(refreshUrl.trim() === '' ? accessTokenUrl : refreshUrl)?.[1] ?? '';
