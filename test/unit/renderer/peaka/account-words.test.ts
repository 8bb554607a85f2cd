import { expect, it } from 'vitest';
import { accountFacts, accountState, ownerOf } from '../../../../renderer/peaka/account-words.ts';
import { peakaAccountView } from '../fake-peaka-state.ts';

const checked = peakaAccountView();

it('an account is checked once Peaka has accepted its key', () => {
  expect(accountState(checked)).toBe('checked');
  expect(accountState({ ...checked, key: null })).toBe('unchecked');
  expect(accountState({ ...checked, hasKey: false, key: null })).toBe('no_key');
});

it('an account of the practice service needs no key of the user', () => {
  expect(accountState({ ...peakaAccountView({ zone: 'practice' }), hasKey: false, key: null })).toBe('unchecked');
});

it('whose key it is: an email address, else the ID of the user', () => {
  const key = { kind: 'project', email: '', userId: 'user-1', checkedAt: 0 } as const;
  expect(ownerOf(checked)).toBe('ann@example.org');
  expect(ownerOf({ ...checked, key })).toBe('user-1');
  expect(ownerOf({ ...checked, key: { ...key, userId: '' } })).toBeUndefined();
});

it('an account in one line: zone, owner or what it lacks, project', () => {
  expect(accountFacts(checked)).toBe('US · ann@example.org · Dashboards');
  expect(accountFacts({ ...peakaAccountView({ zone: 'eu', project: null }), key: null })).toBe('EU · not checked');
  expect(accountFacts(peakaAccountView({ project: { id: 'project-9', name: '' } }))).toBe(
    'US · ann@example.org · project-9',
  );
});
