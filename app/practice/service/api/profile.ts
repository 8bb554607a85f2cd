import type { Account } from '../accounts.ts';
import type { AccessKind } from './access.ts';

export function profile(account: Account, access: AccessKind) {
  const { username, name, email, role, team, city } = account;
  return { username, name, email, role, team, address: { city }, authorizedBy: access };
}
