import { afterAll } from 'vitest';
import { startTokenServer } from '../../servers/token-server.ts';
import { directClient } from './token-settings.ts';

/** A token server, and a client that reaches it without a proxy, for all tests of the file that calls this at its top. */
export async function tokenService() {
  const server = await startTokenServer();
  const http = directClient();
  afterAll(async () => {
    await http.close();
    await server.close();
  });
  return { server, http };
}
