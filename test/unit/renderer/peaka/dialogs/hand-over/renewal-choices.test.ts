import { describe, expect, it } from 'vitest';
import type { ConnectionStatus } from '../../../../../../app/shared/contract/contract.ts';
import { missingFields } from '../../../../../../renderer/peaka/dialogs/hand-over/missing-fields.ts';
import { renewalChoices, usualRenewal } from '../../../../../../renderer/peaka/dialogs/hand-over/renewal-choices.ts';

const authorized = (hasRefreshToken: boolean): ConnectionStatus => ({
  status: 'authorized',
  obtainedAt: 0,
  renewsByItself: hasRefreshToken,
  hasRefreshToken,
  forecast: { kind: 'renews' },
});

const offered = (rotates: boolean | null, canLogInAgain: boolean, hasRefreshToken = true) =>
  renewalChoices({ rotates, canLogInAgain }, authorized(hasRefreshToken)).map(
    ({ value, disabled, isRecommended = false }) =>
      `${value}${isRecommended ? ' recommended' : ''}${disabled === undefined ? '' : ' off'}`,
  );

describe('who renews', () => {
  it('is recommended to be each side, unless the service is known to keep its refresh tokens', () => {
    expect(offered(true, true)).toEqual(['second_login recommended', 'stop_here', 'update_peaka']);
    expect(offered(null, true)[0]).toBe('second_login recommended');
    expect(offered(false, true)[0]).toBe('second_login');
  });

  it('cannot be each side where the grant has no login', () => {
    expect(offered(true, false)[0]).toBe('second_login off');
    expect(usualRenewal({ canLogInAgain: false })).toBe('update_peaka');
    expect(usualRenewal({ canLogInAgain: true })).toBe('second_login');
  });

  it('cannot be Peaka alone without a refresh token', () => {
    expect(offered(true, true, false)).toEqual(['second_login recommended', 'stop_here off', 'update_peaka']);
  });
});

it('masks a missing value that looks like a secret, even if Peaka’s form does not have its field', () => {
  const domain = {
    name: 'domain',
    kind: 'text',
    required: false,
    description: 'Your domain',
    isSecret: false,
  } as const;
  expect(missingFields(['domain', 'developerToken', 'tenantId'], [domain])).toEqual([
    { ...domain, required: true },
    { name: 'developerToken', kind: 'text', description: '', isSecret: true, required: true },
    { name: 'tenantId', kind: 'text', description: '', isSecret: false, required: true },
  ]);
});
