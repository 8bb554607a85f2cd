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
  /** The platform's. */
  notify(title: string, body: string): void;
  onChange(id: string): void;
  /** Epoch ms. */
  now(): number;
}

/** Renews the tokens of all connections before they expire, and notifies the user where only a login helps. */
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
      // A login brought means to renew: nobody is notified of the end of the token before it.
      expiries.forget(id);
      // The practice service is not started for this alone.
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

/** 0 to 1, fixed for each connection: the time of its renewal must not move each time that it is computed. */
function createSpreads(): (id: string) => number {
  const spreads = new Map<string, number>();
  return (id) => {
    const spread = spreads.get(id) ?? Math.random();
    spreads.set(id, spread);
    return spread;
  };
}

/** Of the token endpoint as it is written: a `{name}` in it is one host for all that have it. */
const tokenHostOf = ({ refreshUrl, accessTokenUrl }: Connection): string =>
  /^\s*https?:\/\/([^/?#]*)/i.exec(refreshUrl.trim() === '' ? accessTokenUrl : refreshUrl)?.[1] ?? '';
