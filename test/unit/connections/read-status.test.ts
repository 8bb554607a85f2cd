import { describe, expect, it } from 'vitest';
import { createReadStatus, type StatusDeps } from '../../../app/connections/read-status.ts';
import type { StoredToken } from '../../../app/connections/token-store.ts';
import { OAuthError, RequestError, VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { Preset } from '../../../app/shared/preset/preset.ts';
import { connection } from '../../servers/items.ts';
import { presetOf } from '../oauth/presets.ts';

const now = 1_800_000_000_000;
const tokenSet = {
  accessToken: 'at',
  refreshToken: 'rt',
  tokenType: 'Bearer',
  obtainedAt: now,
  expiresAt: now + 1000,
};
const preset: Preset = { ...presetOf('shopify'), refreshTokens: { issued: 'always', rotates: true } };
const ours = connection({ id: 'c', presetId: 'ours' });

function statusWith(token: StoredToken | undefined | VaultError, changes: Partial<StatusDeps> = {}) {
  const read = createReadStatus({
    connections: { find: (id) => (id === 'c' ? ours : undefined) },
    tokenStore: {
      read: () => {
        if (token instanceof VaultError) throw token;
        return token;
      },
    },
    requests: { state: () => undefined },
    renewals: { isRenewing: () => false, failureOf: () => undefined },
    renewability: { hasMeans: () => true, isHandedOver: () => false, blocker: () => undefined, canRenew: () => true },
    refused: { of: () => undefined },
    findPreset: (id) => (id === 'ours' ? preset : undefined),
    now: () => now,
    ...changes,
  });
  return read('c');
}

it('of a token that works tells what is known of its future, from the preset too', () => {
  expect(statusWith({ tokenSet })).toMatchObject({
    status: 'authorized',
    renewsByItself: true,
    forecast: { kind: 'renews', rotates: true },
  });
  const deleted = statusWith({ tokenSet }, { connections: { find: () => undefined } });
  expect(deleted).toMatchObject({ status: 'authorized', forecast: { kind: 'unknown' } });
});

it('tells whether the token can be renewed', () => {
  const renewability = {
    hasMeans: () => false,
    isHandedOver: () => false,
    blocker: () => undefined,
    canRenew: () => false,
  };
  expect(statusWith({ tokenSet }, { renewability })).toMatchObject({ renewsByItself: false });
});

it('wants a new login where the settings changed so that the token must not be sent [31]', () => {
  const blocked = new OAuthError('token.settings_changed', verbatim('Another service.'));
  const renewability = {
    hasMeans: () => true,
    isHandedOver: () => false,
    blocker: () => blocked,
    canRenew: () => false,
  };
  expect(statusWith({ tokenSet }, { renewability })).toMatchObject({
    status: 'needs_login',
    error: { code: 'token.settings_changed' },
  });
});

describe('a token that was handed over', () => {
  const reason = new RequestError('peaka.renews_there', verbatim('Peaka renews it.'));
  const renewability = {
    hasMeans: () => false,
    isHandedOver: () => true,
    blocker: () => reason,
    canRenew: () => false,
  };

  it('works until it expires, and its end is known', () => {
    expect(statusWith({ tokenSet }, { renewability })).toMatchObject({
      status: 'authorized',
      renewsByItself: false,
      forecast: { kind: 'ends', endsAt: now + 1000 },
    });
    const { expiresAt: _, ...lasting } = tokenSet;
    expect(statusWith({ tokenSet: lasting }, { renewability })).toMatchObject({
      status: 'authorized',
      forecast: { kind: 'unknown' },
    });
  });

  it('then needs a login, and the reason is not that it expired', () => {
    expect(statusWith({ tokenSet: { ...tokenSet, expiresAt: now } }, { renewability })).toMatchObject({
      status: 'needs_login',
      error: { code: 'peaka.renews_there' },
    });
  });
});

it('says that the service refused this token when it was last used, but not that it refused another', () => {
  const refused: StatusDeps['refused'] = {
    of: (id, accessToken) =>
      id === 'c' && accessToken === 'at' ? { code: 'token.not_accepted', message: verbatim('Refused.') } : undefined,
  };
  expect(statusWith({ tokenSet }, { refused })).toMatchObject({
    status: 'failing',
    error: { code: 'token.not_accepted' },
  });
  const another = { tokenSet: { ...tokenSet, accessToken: 'at-2' } };
  expect(statusWith(another, { refused })).toMatchObject({ status: 'authorized' });
});

it('needs no fact about a token that is not there, or that cannot be read', () => {
  const renewability = {
    hasMeans: () => true,
    isHandedOver: () => false,
    blocker: () => {
      throw new Error('no token');
    },
    canRenew: () => true,
  };
  expect(statusWith(undefined, { renewability })).toEqual({ status: 'unauthorized' });
  const locked = new VaultError('vault.locked', verbatim('Locked.'));
  expect(statusWith(locked, { renewability })).toMatchObject({ status: 'failing', error: { code: 'vault.locked' } });
});
