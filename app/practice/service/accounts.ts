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

/**
 * Two accounts, to try logging in as someone else. The passwords protect nothing: the login page shows the first. Their
 * text is found nowhere else, because Tokenboard masks it in everything that a service says.
 */
export const accounts: readonly [Account, ...Account[]] = [
  {
    username: 'ann',
    password: 'open-sesame',
    name: 'Ann Meyer',
    email: 'ann@example.org',
    role: 'Dashboard designer',
    team: 'Operations',
    city: 'Stuttgart',
  },
  {
    username: 'ben',
    password: 'open-sesame',
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
