import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Account, findAccount } from './accounts.ts';

/** Logins at the practice service itself, for OAuth1 and single sign-on. The OAuth2 provider has its own sessions. */
export interface Sessions {
  find(request: IncomingMessage): Account | undefined;
  begin(response: ServerResponse, account: Account): void;
  end(request: IncomingMessage, response: ServerResponse): void;
}

const cookieName = 'practice_session';
const attributes = 'Path=/; HttpOnly; SameSite=Lax';

export function createSessions(): Sessions {
  const usernames = new Map<string, string>();
  const idOf = (request: IncomingMessage) =>
    /(?:^|;\s*)practice_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return {
    find: (request) => findAccount(usernames.get(idOf(request)) ?? ''),
    begin(response, account) {
      const id = randomBytes(24).toString('base64url');
      usernames.set(id, account.username);
      response.setHeader('Set-Cookie', `${cookieName}=${id}; ${attributes}`);
    },
    end(request, response) {
      usernames.delete(idOf(request));
      response.setHeader('Set-Cookie', `${cookieName}=; ${attributes}; Max-Age=0`);
    },
  };
}
