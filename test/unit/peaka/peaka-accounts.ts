import type { PeakaAccess, PeakaClient } from '../../../app/peaka/client.ts';
import type { PeakaAccount } from '../../../app/shared/peaka/account.ts';

export const peakaAccount = (changes: Partial<PeakaAccount> = {}): PeakaAccount => ({
  id: 'account-1',
  name: 'Acme',
  zone: 'own',
  baseUrl: 'https://peaka.example.com/api/v1',
  callbackUrl: 'https://peaka.example.com/oauth2/callback',
  organization: null,
  workspace: null,
  project: null,
  ...changes,
});

export const peakaAccess = (changes: Partial<PeakaAccess> = {}): PeakaAccess => ({
  accountId: 'account-1',
  baseUrl: 'https://peaka.example.com/api/v1',
  callbackUrl: 'https://peaka.example.com/oauth2/callback',
  apiKey: 'key-1',
  ...changes,
});

type Arguments = { [Name in keyof PeakaClient]: [Name, ...Parameters<PeakaClient[Name]>] }[keyof PeakaClient];

/** A client that answers as a test says, and keeps what it was asked. Without an answer it fails. */
export function playedClient(answers: Partial<PeakaClient>) {
  const calls: Arguments[] = [];
  const client = new Proxy({} as PeakaClient, {
    get:
      (_, name) =>
      (...rest: unknown[]) => {
        calls.push([name, ...rest] as Arguments); // the proxy has the client's type
        const answer = Reflect.get(answers, name);
        if (typeof answer !== 'function') throw new Error(`no answer to ${String(name)}`);
        return answer(...rest);
      },
  });
  return { client, calls, answers };
}
