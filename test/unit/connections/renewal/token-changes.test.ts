import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Turns } from '../../../../app/connections/renewal/turns.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { build, inSeconds, start, tokenSet } from './played-renewals.ts';

beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

/** The work before takes longer than anybody waits. */
const stuck: Turns = { hold: () => Promise.reject(new DOMException('too long', 'TimeoutError')) };

it('stores the token of a login also where a renewal does not end [29]', async () => {
  const { renewals, held, turnsAre } = build(tokenSet(1));
  turnsAre(stuck);
  await renewals.replace('c', () => renewals.store('c', tokenSet(9)));
  expect(held()?.tokenSet.accessToken).toBe('access-9');
});

it('cancels a renewal that started while the login waited for its turn', async () => {
  const { renewals, held, log, turnsAre } = build(tokenSet(1), () => new Promise(() => undefined));
  const free = Promise.withResolvers<void>();
  turnsAre({ hold: (_id, _signal, work) => free.promise.then(work) });
  const replacing = renewals.replace('c', () => renewals.store('c', tokenSet(9)));
  turnsAre({ hold: (_id, _signal, work) => work() });
  void renewals.renewNow('c').catch(() => undefined);
  free.resolve();
  await replacing;
  expect(log).toEqual(['asked with refresh-1', 'cut off', 'stored access-9']);
  expect(renewals.isRenewing('c')).toBe(false);
  expect(held()?.tokenSet.accessToken).toBe('access-9');
});

it('does not do the work twice where it failed itself', async () => {
  const { renewals } = build(tokenSet(1));
  const work = vi.fn(() => {
    throw new Error('deleted meanwhile');
  });
  await expect(renewals.replace('c', work)).rejects.toThrow('deleted meanwhile');
  expect(work).toHaveBeenCalledOnce();
});

it('forgets the failure of the token that is replaced', async () => {
  const { renewals, fillDisk } = build(tokenSet(1), tokenSet(2));
  fillDisk();
  await renewals.renewNow('c');
  expect(renewals.failureOf('c')).toBeDefined();
  renewals.supersede('c');
  expect(renewals.failureOf('c')).toBeUndefined();
});

it('never writes a token that a login has replaced, though the disk had no room for it before [29]', async () => {
  const { renewals, fillDisk, log } = build(tokenSet(1), tokenSet(2));
  fillDisk();
  await renewals.renewNow('c');
  fillDisk(false);
  renewals.supersede('c');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['asked with refresh-1']);
});

it('never writes a token that was removed, and forgets that it could not be written', async () => {
  const { renewals, held, fillDisk, log } = build(tokenSet(1), tokenSet(2));
  fillDisk();
  await renewals.renewNow('c');
  fillDisk(false);
  await renewals.end('c', async () => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['asked with refresh-1']);
  expect([held(), renewals.failureOf('c')]).toEqual([undefined, undefined]);
});

it('adds nothing where there is no token', async () => {
  const { renewals, tokens } = build(tokenSet(1));
  tokens.remove('c');
  const change = vi.fn(() => undefined);
  await renewals.amend('c', change);
  expect(change).not.toHaveBeenCalled();
});

it('adds nothing to a token that the service rejected, and fails where the lock is not to be had', async () => {
  const { renewals, held, log, tokens, turnsAre } = build(tokenSet(1));
  const named = (current: ReturnType<typeof tokenSet>) => ({ ...current, account: 'Ann' });
  tokens.hold('c', { tokenSet: tokenSet(1), rejected: { code: 'token.invalid_grant', message: verbatim('log in') } });
  await renewals.amend('c', named);
  expect(held()?.tokenSet.account).toBeUndefined();
  expect(log).toEqual([]);
  turnsAre(stuck);
  await expect(renewals.amend('c', named)).rejects.toThrow('too long');
});

it('reports that an addition could not be stored', async () => {
  const { renewals, fillDisk } = build(tokenSet(1));
  fillDisk();
  await renewals.amend('c', (current) => ({ ...current, account: 'Ann' }));
  expect(renewals.failureOf('c')).toMatchObject({ error: { code: 'vault.unwritable' } });
});

it('does not remove the token of a login that came during the revocation', async () => {
  const { renewals, held, tokens } = build(tokenSet(1));
  await renewals.end('c', async () => tokens.hold('c', { tokenSet: tokenSet(9) }));
  expect(held()?.tokenSet.accessToken).toBe('access-9');
});

it('does not remove the token of a login that came while there was none to revoke', async () => {
  const { renewals, held, tokens } = build(tokenSet(1));
  tokens.remove('c');
  await renewals.end('c', async () => tokens.hold('c', { tokenSet: tokenSet(9) }));
  expect(held()?.tokenSet.accessToken).toBe('access-9');
});

it('removes a token that cannot be read', async () => {
  const { renewals, held, writtenElsewhere, tokens } = build(tokenSet(1));
  inSeconds(1);
  writtenElsewhere({ tokenSet: tokenSet(1) });
  const reading = vi.spyOn(tokens, 'readAgain').mockImplementation(() => {
    throw new Error('damaged');
  });
  const given: unknown[] = [];
  await renewals.end('c', async (token) => given.push(token));
  expect(reading).toHaveBeenCalled();
  expect(given).toEqual([undefined]);
  expect(held()).toBeUndefined();
});
