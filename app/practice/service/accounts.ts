import { sameText } from './same-text.ts';

export interface Account {
  username: string;
  password: string;
  name: string;
  email: string;
  role: string;
  team: string;
  city: string;
}

/** Two accounts, to try logging in as someone else. The passwords protect nothing: the login page shows the first. */
export const accounts: readonly [Account, ...Account[]] = [
  {
    username: 'ann',
    password: 'practice',
    name: 'Ann Meyer',
    email: 'ann@example.org',
    role: 'Dashboard designer',
    team: 'Operations',
    city: 'Stuttgart',
  },
  {
    username: 'ben',
    password: 'practice',
    name: 'Ben Okafor',
    email: 'ben@example.org',
    role: 'Plant manager',
    team: 'Production',
    city: 'Rotterdam',
  },
];

export function findAccount(username: string): Account | undefined {
  return accounts.find((account) => account.username === username);
}

export function checkPassword(username: string, password: string): Account | undefined {
  const account = findAccount(username.trim().toLowerCase());
  return account && sameText(account.password, password) ? account : undefined;
}
