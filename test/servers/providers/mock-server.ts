import { OAuth2Server } from 'oauth2-mock-server';

export interface MockServer {
  issuer: string;
  server: OAuth2Server;
  close(): Promise<void>;
}

/** axa-group's mock server on loopback: anybody may log in, nothing is asked. */
export async function startMockServer(): Promise<MockServer> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  const issuer = server.issuer.url;
  if (issuer === undefined) throw new Error('the mock server has no issuer');
  return { issuer, server, close: () => server.stop() };
}
