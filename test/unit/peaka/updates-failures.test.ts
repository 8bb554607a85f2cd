import { expect, it } from 'vitest';
import {
  askedSeconds,
  dueAt,
  failedUpdate,
  leavesNothing,
  mayBeCreated,
  mayHaveArrived,
  newUpdate,
  type PendingUpdate,
  unknownUpdate,
  withoutWait,
} from '../../../app/peaka/updates-failures.ts';
import type { CodeOf } from '../../../app/shared/error-codes.ts';
import { HttpError, RequestError, VaultError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';

const now = 1_000_000;
const peaka = (code: CodeOf<'peaka'>, details: Record<string, number> = {}) =>
  new RequestError(code, verbatim('x'), { details });
const after = (attempts: number, error: unknown, random = 0) =>
  failedUpdate({ ...newUpdate(now), attempts }, error, now, random);
const waits = (attempts: number, error: unknown, random = 0) => {
  const { retryAt } = after(attempts, error, random);
  return retryAt === null ? null : (retryAt - now) / 1000;
};

it('waits twice as long after each failure, up to an hour [31]', () => {
  const down = peaka('peaka.server_error', { status: 503 });
  expect([0, 1, 2, 3, 9, 10, 40].map((attempts) => waits(attempts, down))).toEqual([5, 10, 20, 40, 2560, 3600, 3600]);
  expect(waits(0, down, 1)).toBe(6);
  expect(waits(40, down, 1)).toBe(3630);
});

it('waits as long as Peaka asks for, up to an hour', () => {
  expect(waits(0, peaka('peaka.rate_limited', { retryAfterSeconds: 120 }))).toBe(120);
  expect(waits(0, peaka('peaka.rate_limited', { retryAfterSeconds: 120 }))).toBe(120);
  expect(waits(6, peaka('peaka.rate_limited', { retryAfterSeconds: 1 }))).toBe(320);
  expect(waits(0, peaka('peaka.rate_limited', { retryAfterSeconds: 1_000_000 }))).toBe(3600);
  expect(askedSeconds(undefined)).toBeUndefined();
});

it.each([
  'peaka.server_error',
  'peaka.rate_limited',
  'peaka.result_unknown',
  'peaka.not_json',
  'peaka.redirected',
] as const)('tries again after %s', (code) => expect(waits(0, peaka(code))).toBe(5));

it('tries again where no network, or a stranger in it, responded', () => {
  for (const code of ['http.offline', 'http.timeout', 'http.certificate'] as const)
    expect(waits(0, new HttpError(code, verbatim('x')))).toBe(5);
});

it.each(['peaka.key_refused', 'peaka.forbidden', 'peaka.not_found', 'peaka.invalid_request', 'peaka.no_key'] as const)(
  'waits for the user after %s',
  (code) => {
    expect(after(3, peaka(code))).toMatchObject({ attempts: 4, retryAt: null, error: { code } });
  },
);

it('waits for the user where the address is wrong, the vault is locked, or nobody knows why', () => {
  expect(waits(0, new HttpError('http.insecure_url', verbatim('x')))).toBeNull();
  expect(waits(0, new VaultError('vault.locked', verbatim('x')))).toBeNull();
  expect(after(0, new Error('secret'))).toMatchObject({ retryAt: null, error: { code: 'app.unexpected' } });
});

it('has nothing left to send where the connection or its token is gone', () => {
  expect(leavesNothing(new RequestError('connection.not_found', verbatim('x')))).toBe(true);
  expect(leavesNothing(new RequestError('connection.not_authorized', verbatim('x')))).toBe(true);
  expect(leavesNothing(peaka('peaka.not_found'))).toBe(false);
  expect(leavesNothing(new Error('x'))).toBe(false);
});

it('is due when its wait ends, and soon after the clock was set back', () => {
  expect(dueAt({ ...newUpdate(now), retryAt: now + 5 }, now)).toBe(now + 5);
  expect(dueAt({ ...newUpdate(now), retryAt: null }, now)).toBeUndefined();
  expect(dueAt({ ...newUpdate(now), retryAt: now + 100 * 3_600_000 }, now)).toBe(now);
});

it('ends a wait, but not one that Peaka asked for', () => {
  const pending = after(3, peaka('peaka.server_error'));
  expect(withoutWait(pending, now)).toMatchObject({ attempts: 0, retryAt: now, error: pending.error });
  expect(withoutWait(after(0, peaka('peaka.key_refused')), now)).toMatchObject({ retryAt: now });
  expect(withoutWait(after(0, peaka('peaka.rate_limited')), now)).toMatchObject({ retryAt: now });
  // Only new tokens help.
  const unknown = unknownUpdate(newUpdate(now));
  expect(withoutWait(unknown, now)).toBe(unknown);
  const asked: PendingUpdate = after(0, peaka('peaka.rate_limited', { retryAfterSeconds: 60 }));
  expect(withoutWait(asked, now)).toBe(asked);
});

it.each([
  ['a lost response', peaka('peaka.result_unknown'), true],
  ['a response without an ID', peaka('peaka.unexpected_response', { status: 200 }), true],
  ['a page in place of a success', peaka('peaka.not_json', { status: 200 }), true],
  ['a page of a proxy', peaka('peaka.not_json', { status: 407 }), false],
  ['a broken server', peaka('peaka.server_error', { status: 500 }), true],
  ['a server that says that it did nothing', peaka('peaka.server_error', { status: 503 }), false],
  ['a refusal', peaka('peaka.invalid_request', { status: 400 }), false],
  ['no network', new HttpError('http.offline', verbatim('x')), false],
  ['an error that nobody expected', new Error('x'), true],
])('tells whether Peaka may have a connection after %s', (_what, error, expected) => {
  expect(mayBeCreated(error)).toBe(expected);
});

it('tells whether Peaka may have received an update', () => {
  expect(mayHaveArrived(new HttpError('http.timeout', verbatim('x')))).toBe(true);
  expect(mayHaveArrived(new HttpError('http.interrupted', verbatim('x')))).toBe(true);
  expect(mayHaveArrived(new HttpError('http.refused', verbatim('x')))).toBe(false);
  expect(mayHaveArrived(peaka('peaka.server_error', { status: 502 }))).toBe(true);
  expect(mayHaveArrived(peaka('peaka.key_refused', { status: 401 }))).toBe(false);
});
