import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TokenSet } from '../../../../app/oauth/token-set.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { build, busy, inSeconds, oneByOne, start, tokenSet } from './played-renewals.ts';

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

it('takes what another process renewed while it waited for its turn, and asks nobody [29]', async () => {
  const { renewals, log, writtenElsewhere } = build(tokenSet(1));
  inSeconds(4000);
  writtenElsewhere({ tokenSet: tokenSet(2) });
  expect((await renewals.usableToken('c')).accessToken).toBe('access-2');
  expect(log).toEqual([]);
});

it('takes what another process renewed in the very moment of the request, and the old failure is over', async () => {
  const { renewals, log, writtenElsewhere } = build(tokenSet(1), busy(1));
  await expect(renewals.renewNow('c')).rejects.toMatchObject({ code: 'token.rate_limited' });
  writtenElsewhere({ tokenSet: tokenSet(2) });
  expect((await renewals.renewNow('c')).accessToken).toBe('access-2');
  expect(renewals.failureOf('c')).toBeUndefined();
  expect(log).toEqual(['asked with refresh-1']);
});

it('renews with the newest refresh token where what another process got has ended, too [29]', async () => {
  const { renewals, log, writtenElsewhere } = build(tokenSet(1), tokenSet(3, 9000));
  writtenElsewhere({ tokenSet: tokenSet(2) });
  inSeconds(4000);
  expect((await renewals.usableToken('c')).accessToken).toBe('access-3');
  expect(log).toEqual(['asked with refresh-2', 'stored access-3']);
});

it('renews when the user says so, although another process did a while ago', async () => {
  const { renewals, log, writtenElsewhere } = build(tokenSet(1), tokenSet(3));
  writtenElsewhere({ tokenSet: tokenSet(2) });
  inSeconds(60);
  expect((await renewals.renewNow('c')).accessToken).toBe('access-3');
  expect(log).toEqual(['asked with refresh-2', 'stored access-3']);
});

it('asks for a login where another process was refused, and where one removed the token, without asking the service [31]', async () => {
  const { renewals, log, writtenElsewhere } = build(tokenSet(1));
  inSeconds(4000);
  writtenElsewhere({ tokenSet: tokenSet(2), rejected: { code: 'token.invalid_grant', message: verbatim('log in') } });
  await expect(renewals.usableToken('c')).rejects.toMatchObject({ code: 'token.invalid_grant' });
  expect(log).toEqual([]);
  const gone = build(tokenSet(1));
  inSeconds(8000);
  gone.writtenElsewhere(undefined);
  await expect(gone.renewals.usableToken('c')).rejects.toMatchObject({ code: 'connection.not_authorized' });
  expect(gone.log).toEqual([]);
});

it('does not take what is in the vault for newer than a token that could not be written [29]', async () => {
  const { renewals, log, fillDisk, writtenElsewhere } = build(tokenSet(1), tokenSet(2), tokenSet(3));
  fillDisk();
  await renewals.renewNow('c');
  writtenElsewhere({ tokenSet: tokenSet(1) });
  await renewals.renewNow('c');
  expect(log).toEqual(['asked with refresh-1', 'asked with refresh-2']);
});

it('holds the token of a login that the vault cannot take, says so, and writes it when it can [29]', async () => {
  const { renewals, log, held, fillDisk } = build(tokenSet(1));
  fillDisk();
  await renewals.replace('c', () => renewals.store('c', tokenSet(9)));
  expect(held()?.tokenSet.accessToken).toBe('access-9');
  expect(renewals.usableToken('c')).toMatchObject({ accessToken: 'access-9' });
  expect(renewals.failureOf('c')).toMatchObject({ error: { code: 'vault.unwritable' } });
  fillDisk(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(log).toEqual(['stored access-9']);
  expect(renewals.failureOf('c')).toBeUndefined();
});

it('remembers when the user logged in, over renewals that bring another refresh token', async () => {
  const renewed = (number: number): TokenSet => ({ ...tokenSet(number), refreshedAt: Date.now() });
  const { renewals, held } = build(
    tokenSet(1),
    () => Promise.resolve(renewed(2)),
    () => Promise.resolve(renewed(3)),
  );
  inSeconds(100);
  await renewals.renewNow('c');
  inSeconds(200);
  await renewals.renewNow('c');
  expect(held()?.tokenSet).toMatchObject({ loggedInAt: start, refreshedAt: start + 200_000 });
});

/** A response of the service that comes when the test says so. */
function later(): { respond: () => Promise<TokenSet>; come: (token: TokenSet) => void } {
  const { promise, resolve } = Promise.withResolvers<TokenSet>();
  return { respond: () => promise, come: resolve };
}
const named = (current: TokenSet): TokenSet => ({ ...current, account: 'Ann' });

it('adds the account to the token that another process has renewed meanwhile, not to the old one [29]', async () => {
  const { renewals, held, writtenElsewhere } = build(tokenSet(1));
  writtenElsewhere({ tokenSet: tokenSet(2) });
  await renewals.amend('c', named);
  expect(held()?.tokenSet).toMatchObject({ refreshToken: 'refresh-2', account: 'Ann' });
});

it('adds the account after a renewal that runs, also where no other could begin then', async () => {
  const slow = later();
  const { renewals, held } = build(tokenSet(1), slow.respond);
  const renewing = renewals.renewNow('c');
  const adding = renewals.amend('c', named);
  const { refreshToken: _, ...alone } = tokenSet(2);
  slow.come(alone);
  await Promise.all([renewing, adding]);
  expect(held()?.tokenSet).toMatchObject({ accessToken: 'access-2', account: 'Ann' });
});

it('renews with what was added while it waited for its turn', async () => {
  const { renewals, held, turnsAre } = build(tokenSet(1), async ({ account = 'nobody' }) => ({
    ...tokenSet(2),
    account,
  }));
  turnsAre(oneByOne());
  const adding = renewals.amend('c', named);
  await Promise.all([adding, renewals.renewNow('c')]);
  expect(held()?.tokenSet).toMatchObject({ accessToken: 'access-2', account: 'Ann' });
});

it('removes the token that a renewal on its way brings, and renews none meanwhile', async () => {
  const slow = later();
  const { renewals, held, log, turnsAre } = build(tokenSet(1), slow.respond);
  turnsAre(oneByOne());
  const renewing = renewals.renewNow('c');
  const revoked: (string | undefined)[] = [];
  const revoking = Promise.withResolvers<void>();
  const ending = renewals.end('c', async (token) => {
    revoked.push(token?.tokenSet.refreshToken);
    await revoking.promise;
    return 'yes';
  });
  slow.come(tokenSet(2));
  await renewing;
  await vi.waitFor(() => expect(revoked).toEqual(['refresh-2']));
  const again = renewals.renewNow('c').catch((error: unknown) => error);
  revoking.resolve();
  expect(await ending).toBe('yes');
  expect(await again).toMatchObject({ code: 'connection.not_authorized' });
  expect(held()).toBeUndefined();
  expect(log.filter((line) => line.startsWith('asked'))).toEqual(['asked with refresh-1']);
});

it('does not wait for ever for a renewal, and revokes what another process has stored', async () => {
  const { renewals, held, log, writtenElsewhere } = build(tokenSet(1), later().respond);
  void renewals.renewNow('c').catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  writtenElsewhere({ tokenSet: tokenSet(7) });
  const revoked: (string | undefined)[] = [];
  const ending = renewals.end('c', async (token) => void revoked.push(token?.tokenSet.refreshToken));
  await vi.advanceTimersByTimeAsync(3_000);
  await ending;
  expect(revoked).toEqual(['refresh-7']);
  expect(log).toContain('cut off');
  expect(renewals.isRenewing('c')).toBe(false);
  expect(held()).toBeUndefined();
});

it('asks for no other token after a 401 while the service wants to be left alone [31]', async () => {
  const { renewals, log } = build(tokenSet(1), busy(120), tokenSet(2));
  await expect(renewals.renewNow('c')).rejects.toMatchObject({ code: 'token.rate_limited' });
  expect(await renewals.tokenInsteadOf('c', 'access-1')).toBeUndefined();
  expect(log.filter((line) => line.startsWith('asked'))).toHaveLength(1);
  inSeconds(121);
  expect((await renewals.tokenInsteadOf('c', 'access-1'))?.accessToken).toBe('access-2');
});
