import { expect, it } from 'vitest';
import { usedBy } from '../../../app/connections/used-by.ts';
import { resource } from '../../servers/items.ts';

it('lists the resources of each connection, in their order, and those alone that log in', () => {
  const users = usedBy([
    resource({ id: 'a', authorization: { type: 'oauth', connectionId: 'shop' } }),
    resource({ id: 'b', authorization: { type: 'bearer' } }),
    resource({ id: 'c', authorization: { type: 'oauth', connectionId: null } }),
    resource({ id: 'd', authorization: { type: 'oauth', connectionId: 'mail' } }),
    resource({ id: 'e', authorization: { type: 'oauth', connectionId: 'shop' } }),
  ]);
  expect([...users]).toEqual([
    ['shop', ['a', 'e']],
    ['mail', ['d']],
  ]);
});
