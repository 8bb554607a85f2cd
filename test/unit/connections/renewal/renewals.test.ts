import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { build, busy, inSeconds, offline, start, tokenSet } from './played-renewals.ts';

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

it('returns at once, without a promise, while the token lasts', () => {
  const { renewals } = build(tokenSet(1));
  expect(renewals.usableToken('c')).toMatchObject({ accessToken: 'access-1' });
});

it('renews once for 1,000 that ask at the same time, and stores before anybody uses it [30]', async () => {
  const { renewals, log } = build(tokenSet(1), () => Promise.resolve(tokenSet(2)));
  inSeconds(3590);
  const all = await Promise.all(Array.from({ length: 1000 }, async () => renewals.usableToken('c')));
  log.push('used');
  expect(new Set(all.map((token) => token.accessToken))).toEqual(new Set(['access-2']));
  expect(log).toEqual(['asked with refresh-1', 'stored access-2', 'used']);
});

it('renews 60 s before the end, not earlier', async () => {
  const { renewals, log } = build(tokenSet(1), tokenSet(2));
  inSeconds(3539);
  await renewals.usableToken('c');
  expect(log).toEqual([]);
  inSeconds(3541);
  expect((await renewals.usableToken('c')).accessToken).toBe('access-2');
});

it('says at once that the service wants a new login, although the token still lasts [31]', async () => {
  const { renewals } = build(tokenSet(1), new OAuthError('token.invalid_grant', verbatim('a new login is needed')));
  inSeconds(3550);
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'token.invalid_grant' });
});

it('renews with the token that it has in memory where the vault cannot be read', async () => {
  const { renewals, tokens, log } = build(tokenSet(1), tokenSet(2));
  vi.spyOn(tokens, 'readAgain').mockImplementation(() => {
    throw new VaultError('vault.unreadable', verbatim('damaged'));
  });
  expect((await renewals.renewNow('c')).accessToken).toBe('access-2');
  expect(log).toEqual(['asked with refresh-1', 'stored access-2']);
});

it('does not send a token where its settings name another service, and says so [31]', async () => {
  const { renewals, log, block } = build(tokenSet(1));
  block(new OAuthError('token.settings_changed', verbatim('another service')));
  await expect(renewals.renewNow('c')).rejects.toMatchObject({ code: 'token.settings_changed' });
  await expect(renewals.tokenInsteadOf('c', 'access-1')).rejects.toMatchObject({ code: 'token.settings_changed' });
  inSeconds(4000);
  expect(() => renewals.usableToken('c')).toThrow(expect.objectContaining({ code: 'token.settings_changed' }));
  expect(log).toEqual([]);
});

it('says that there is no refresh token where the user wants a renewal', async () => {
  const { refreshToken: _, ...alone } = tokenSet(1);
  await expect(build(alone).renewals.renewNow('c')).rejects.toMatchObject({ code: 'token.no_refresh_token' });
});

it('uses the rotated refresh token the next time [29]', async () => {
  const { renewals, log } = build(tokenSet(1), tokenSet(2, 7200), tokenSet(3));
  await renewals.renewNow('c');
  await renewals.renewNow('c');
  expect(log.filter((line) => line.startsWith('asked'))).toEqual(['asked with refresh-1', 'asked with refresh-2']);
});

it('keeps the token on a transient failure, and goes on with the one that still lasts [31]', async () => {
  const { renewals, held } = build(tokenSet(1), offline());
  inSeconds(3550);
  expect((await renewals.usableToken('c')).accessToken).toBe('access-1');
  // During the delay before the next try, too.
  expect((await renewals.usableToken('c')).accessToken).toBe('access-1');
  expect(renewals.failureOf('c')).toMatchObject({ kind: 'transient', error: { code: 'http.offline' } });
  expect(held()).toEqual({ tokenSet: expect.objectContaining({ refreshToken: 'refresh-1' }) });
});

it('waits longer after each transient failure, asks nobody meanwhile, and recovers by itself [31]', async () => {
  const { renewals, log, held } = build(tokenSet(1), offline(), offline(), offline(), tokenSet(2, 8000));
  inSeconds(4000);
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'http.offline' });
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'http.offline' });
  expect(log).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(log).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1999);
  expect(log).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(4000);
  expect(held()?.tokenSet.accessToken).toBe('access-2');
  expect(renewals.failureOf('c')).toBeUndefined();
  expect(renewals.usableToken('c')).toMatchObject({ accessToken: 'access-2' });
});

it('waits as long as the service asks for, unless the user says now [31]', async () => {
  const { renewals, log } = build(tokenSet(1), busy(120), tokenSet(2, 8000));
  inSeconds(4000);
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'token.rate_limited' });
  expect(renewals.failureOf('c')).toMatchObject({ retryAt: start + 4_120_000 });
  await vi.advanceTimersByTimeAsync(119_000);
  expect(log).toHaveLength(1);
  await expect(renewals.renewNow('c')).resolves.toMatchObject({ accessToken: 'access-2' });
});

it('asks for a new login on invalid_grant, says so from then on, and deletes nothing [31]', async () => {
  const refused = new OAuthError('token.invalid_grant', verbatim('a new login is needed'), {
    serviceMessage: 'revoked',
  });
  const { renewals, held, log } = build(tokenSet(1), refused);
  inSeconds(4000);
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'token.invalid_grant' });
  expect(held()).toMatchObject({ tokenSet: { refreshToken: 'refresh-1' }, rejected: { serviceMessage: 'revoked' } });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(() => renewals.usableToken('c')).toThrow(
    expect.objectContaining({ code: 'token.invalid_grant', serviceMessage: 'revoked' }),
  );
  expect(log.filter((line) => line.startsWith('asked'))).toHaveLength(1);
});

it('does not try again by itself where something has to be mended first', async () => {
  const { renewals, log } = build(
    tokenSet(1),
    new OAuthError('token.invalid_client', verbatim('wrong secret')),
    tokenSet(2, 9000),
  );
  inSeconds(4000);
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'token.invalid_client' });
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(log).toHaveLength(1);
  expect((await renewals.usableToken('c')).accessToken).toBe('access-2');
});

it('says that a token without a refresh token has ended, and uses it to its last second', async () => {
  const { refreshToken: _, ...alone } = tokenSet(1);
  const { renewals } = build(alone);
  inSeconds(3599);
  expect(renewals.usableToken('c')).toMatchObject({ accessToken: 'access-1' });
  inSeconds(3600);
  expect(() => renewals.usableToken('c')).toThrow(expect.objectContaining({ code: 'token.expired' }));
  expect(await renewals.tokenInsteadOf('c', 'access-1')).toBeUndefined();
});

it('after a 401 gives the token that somebody else has renewed already, else renews [30]', async () => {
  const { renewals, log } = build(tokenSet(1), tokenSet(2));
  const both = await Promise.all([renewals.tokenInsteadOf('c', 'access-1'), renewals.tokenInsteadOf('c', 'access-1')]);
  expect(both.map((token) => token?.accessToken)).toEqual(['access-2', 'access-2']);
  expect((await renewals.tokenInsteadOf('c', 'access-1'))?.accessToken).toBe('access-2');
  expect(log.filter((line) => line.startsWith('asked'))).toHaveLength(1);
});

it('does not write an old renewal over a new login', async () => {
  let response: (token: TokenSet) => void = () => undefined;
  const { renewals, tokens, held } = build(
    tokenSet(1),
    () =>
      new Promise((resolve) => {
        response = resolve;
      }),
  );
  const renewing = renewals.renewNow('c');
  await vi.advanceTimersByTimeAsync(0);
  renewals.supersede('c');
  tokens.write('c', { tokenSet: tokenSet(9) });
  response(tokenSet(2));
  expect((await renewing).accessToken).toBe('access-9');
  expect(held()?.tokenSet.accessToken).toBe('access-9');
});

it('tells each new token, also one that the disk has no room for, and none that the service rejected', async () => {
  const rejected = new OAuthError('token.invalid_grant', verbatim('a new login is needed'));
  const { renewals, told, fillDisk } = build(tokenSet(1), tokenSet(2), tokenSet(3), rejected);
  await renewals.renewNow('c');
  fillDisk();
  await renewals.renewNow('c');
  await expect(renewals.renewNow('c')).rejects.toBe(rejected);
  renewals.store('c', tokenSet(4));
  expect(told).toEqual(['access-2', 'access-3', 'access-4']);
});

it('does not lose a rotated token to a full disk [29]', async () => {
  const { renewals, held, fillDisk } = build(tokenSet(1), tokenSet(2));
  fillDisk();
  expect((await renewals.renewNow('c')).accessToken).toBe('access-2');
  expect(held()?.tokenSet.refreshToken).toBe('refresh-2');
  expect(renewals.failureOf('c')).toMatchObject({ kind: 'permanent', error: { code: 'vault.unwritable' } });
});

it('stores a rotated token as soon as the disk has room again, or at the end [29]', async () => {
  const { renewals, log, fillDisk } = build(tokenSet(1), tokenSet(2, 8000), tokenSet(3, 9000));
  fillDisk();
  await renewals.renewNow('c');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['asked with refresh-1']);
  fillDisk(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(log).toEqual(['asked with refresh-1', 'stored access-2']);
  expect(renewals.failureOf('c')).toBeUndefined();
  fillDisk();
  await renewals.renewNow('c');
  fillDisk(false);
  await renewals.close();
  expect(log.at(-1)).toBe('stored access-3');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log.filter((line) => line === 'stored access-3')).toHaveLength(1);
});

it('never writes a token that had no room over the next one, and each only once [29]', async () => {
  const { renewals, log, fillDisk } = build(tokenSet(1), tokenSet(2, 8000), tokenSet(3, 9000));
  fillDisk();
  await renewals.renewNow('c');
  fillDisk(false);
  await renewals.renewNow('c');
  await vi.advanceTimersByTimeAsync(60_000);
  await renewals.close();
  expect(log).toEqual(['asked with refresh-1', 'asked with refresh-2', 'stored access-3']);
});

it('keeps what failed since when it stores a token that had no room', async () => {
  const refused = new OAuthError('token.invalid_client', verbatim('wrong secret'));
  const { renewals, log, fillDisk } = build(tokenSet(1), tokenSet(2, 8000), refused);
  fillDisk();
  await renewals.renewNow('c');
  await expect(renewals.renewNow('c')).rejects.toMatchObject({ code: 'token.invalid_client' });
  fillDisk(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(log.at(-1)).toBe('stored access-2');
  expect(renewals.failureOf('c')).toMatchObject({ error: { code: 'token.invalid_client' } });
});

it('stores a token that had no room once, also where its failure was forgotten', async () => {
  const { renewals, log, fillDisk } = build(tokenSet(1), tokenSet(2, 8000));
  fillDisk();
  await renewals.renewNow('c');
  renewals.forgetFailure('c');
  fillDisk(false);
  await vi.advanceTimersByTimeAsync(60_000);
  await renewals.close();
  expect(log).toEqual(['asked with refresh-1', 'stored access-2']);
});

it('waits at its end for a renewal that is on its way, so that its response is stored [29]', async () => {
  let response: (token: TokenSet) => void = () => undefined;
  const { renewals, log } = build(tokenSet(1), () => new Promise((resolve) => (response = resolve)));
  const renewing = renewals.renewNow('c');
  await vi.advanceTimersByTimeAsync(0);
  const closing = renewals.close();
  await vi.advanceTimersByTimeAsync(1000);
  response(tokenSet(2));
  await Promise.all([closing, renewing]);
  expect(log).toEqual(['asked with refresh-1', 'stored access-2']);
});

it('cuts off a renewal that does not come to an end with it', async () => {
  let refuse: (error: Error) => void = () => undefined;
  const { renewals, log } = build(tokenSet(1), () => new Promise((_resolve, reject) => (refuse = reject)));
  const renewing = renewals.renewNow('c').catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  const closing = renewals.close();
  await vi.advanceTimersByTimeAsync(3000);
  expect(log.at(-1)).toBe('cut off');
  refuse(offline());
  await Promise.all([closing, renewing]);
});
