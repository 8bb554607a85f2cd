import { expect, it } from 'vitest';
import { lastAccount } from '../../../../../renderer/peaka/dialogs/use-target.ts';
import { peakaAccountView, peakaLink } from '../../fake-peaka-state.ts';

it('starts with the account of the newest connection at Peaka', () => {
  const accounts = [peakaAccountView({ id: 'one' }), peakaAccountView({ id: 'two' })];
  const link = (accountId: string, createdAt: number) => ({
    link: peakaLink({ id: accountId, accountId, createdAt }),
    secrets: [],
    login: null,
  });
  expect(lastAccount(accounts, [])?.peakaAccount.id).toBe('one');
  expect(lastAccount(accounts, [link('one', 1), link('two', 2)])?.peakaAccount.id).toBe('two');
  expect(lastAccount(accounts, [link('two', 2), link('deleted', 3)])?.peakaAccount.id).toBe('two');
  expect(lastAccount([], [link('two', 2)])).toBeUndefined();
});
