import { expect, it } from 'vitest';
import { renewalFailure } from '../../../../app/connections/renewal/failures.ts';
import { renewalTime } from '../../../../app/connections/renewal/renewal-time.ts';
import { HttpError, OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';

const now = 1_800_000_000_000;
const second = 1000;
/** How many seconds after it was obtained a token is renewed. */
const after = (lifetime: number, spread: number) =>
  ((renewalTime({ tokenSet: tokenFor(lifetime), failure: undefined, spread, now }) ?? 0) - now) / second;
const tokenFor = (lifetime: number) => ({ obtainedAt: now, expiresAt: now + lifetime * second });

it('is one to two minutes before the end, and spread less for a short life', () => {
  expect([after(3600, 0), after(3600, 0.5), after(3600, 1)]).toEqual([3540, 3510, 3480]);
  expect([after(300, 0), after(300, 1)]).toEqual([240, 210]);
});

it('is a minute after the last one at the earliest', () => {
  expect([after(10, 0), after(100, 1), after(125, 0)]).toEqual([60, 60, 65]);
});

it('is never for a token that does not expire, and now for one from the future of this clock', () => {
  const facts = { failure: undefined, spread: 0, now };
  expect(renewalTime({ ...facts, tokenSet: { obtainedAt: now } })).toBeUndefined();
  const future = { obtainedAt: now + 86_400_000, expiresAt: now + 2 * 86_400_000 };
  expect(renewalTime({ ...facts, tokenSet: future })).toBe(now);
});

it('is that of the next try after a failure, and as usual where the token works but could not be stored', () => {
  const at = (error: Error) =>
    renewalTime({ tokenSet: tokenFor(3600), failure: renewalFailure(error, 0, now, 0), spread: 0, now });
  expect(at(new HttpError('http.offline', verbatim('no network')))).toBe(now + second);
  expect(at(new OAuthError('token.invalid_client', verbatim('wrong secret')))).toBeUndefined();
  expect(at(new VaultError('vault.unwritable', verbatim('full')))).toBe(now + 3540 * second);
});
