import { beforeEach, expect, it } from 'vitest';
import { createFailureRecords, type FailureRecords } from '../../../../app/connections/renewal/failure-records.ts';
import { OAuthError, VaultError } from '../../../../app/shared/errors.ts';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { busy, offline } from './played-renewals.ts';

let now: number;
let failures: FailureRecords;
beforeEach(() => {
  now = 1_000_000;
  failures = createFailureRecords({ now: () => now, random: () => 0 });
});

it('delays the next try longer after each failure, per connection', () => {
  expect(failures.noteFailed('a', offline())).toMatchObject({ retryAt: now + 1000 });
  expect(failures.noteFailed('a', offline())).toMatchObject({ retryAt: now + 2000 });
  expect(failures.noteFailed('b', offline())).toMatchObject({ retryAt: now + 1000 });
});

it('starts anew after a success', () => {
  failures.noteFailed('a', offline());
  failures.clear('a');
  expect(failures.of('a')).toBeUndefined();
  expect(failures.noteFailed('a', offline())).toMatchObject({ retryAt: now + 1000 });
});

it('knows the failure whose delay has not passed', () => {
  failures.noteFailed('a', busy(120));
  expect(failures.delaying('a')).toMatchObject({ error: { code: 'token.rate_limited' } });
  now += 120_000;
  expect(failures.delaying('a')).toBeUndefined();
  expect(failures.of('a')).toBeDefined();
});

it('ends the delay of a failure, but not the failure', () => {
  failures.noteFailed('a', offline());
  failures.noteFailed('a', offline());
  failures.endDelay('a');
  expect(failures.delaying('a')).toBeUndefined();
  expect(failures.of('a')).toMatchObject({ retryAt: now, error: { code: 'http.offline' } });
  expect(failures.noteFailed('a', offline())).toMatchObject({ retryAt: now + 1000 });
});

it('ends the delay where a foreign network stood in for the service', () => {
  failures.noteFailed('a', new OAuthError('token.html', verbatim('a login page')));
  failures.endDelay('a');
  expect(failures.of('a')).toMatchObject({ retryAt: now });
});

it.each([
  ['the service wants a new login', new OAuthError('token.invalid_grant', verbatim('revoked'))],
  ['the settings are wrong', new OAuthError('token.invalid_client', verbatim('wrong secret'))],
])('has no delay to end where %s', (_case, error) => {
  const failure = failures.noteFailed('a', error);
  failures.endDelay('a');
  failures.endDelay('another');
  expect(failures.of('a')).toEqual(failure);
  expect(failures.of('another')).toBeUndefined();
});

it('keeps no caller from a token that works but could not be stored', () => {
  failures.noteUnsaved('a', new VaultError('vault.unwritable', verbatim('full')));
  expect(failures.of('a')).toMatchObject({ error: { code: 'vault.unwritable' } });
  expect(failures.delaying('a')).toBeUndefined();
});
