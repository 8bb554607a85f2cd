/**
 * The practice service: a real OAuth2 and OAuth1 provider with a JSON API on loopback, in a separate process. Anyone
 * can try every grant with it without registering an app. It ends with the process that started it.
 */
import './quiet-provider.ts';
import { findParent } from '../../process/parent-process.ts';
import { type PracticeReady, practiceCommandSchema } from '../messages.ts';
import { accounts } from './accounts.ts';
import { readArguments } from './arguments.ts';
import { oauth1ClientId, oauth2ClientId } from './identity.ts';
import { createProvider } from './oauth2/provider.ts';
import { createRoutes } from './routes.ts';
import { listen, serve } from './server.ts';
import type { Service, Settings } from './service.ts';
import { createSessions } from './sessions.ts';
import { openState, type StateStore } from './state.ts';

async function start(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const settings: Settings = { tokenLifetimeSeconds: options.tokenLifetimeSeconds };
  const parent = findParent();
  parent?.onGone(() => process.exit(0));
  parent?.onMessage((message) => {
    const command = practiceCommandSchema.safeParse(message);
    if (command.success) settings.tokenLifetimeSeconds = command.data.tokenLifetimeSeconds;
  });

  const [store, { server, origin }] = await Promise.all([openState(options.stateFile), listen(options.port)]);
  const provider = createProvider(origin, store, settings);
  const service: Service = { origin, store, settings, provider, sessions: createSessions() };
  serve(server, origin, createRoutes(service));

  const ready = describe(origin, store);
  if (parent) parent.send(ready);
  else process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function describe(origin: string, { state }: StateStore): PracticeReady {
  const { identity, oauth1OwnToken: ownToken = '', oauth1Tokens, peaka } = state;
  const [{ username, password }] = accounts;
  return {
    type: 'ready',
    origin,
    oauth2: { clientId: oauth2ClientId, clientSecret: identity.oauth2ClientSecret },
    oauth1: {
      clientId: oauth1ClientId,
      clientSecret: identity.oauth1ClientSecret,
      privateKey: identity.oauth1PrivateKey,
      ownToken,
      ownTokenSecret: oauth1Tokens[ownToken]?.secret ?? '',
    },
    peaka: { partnerKey: peaka.partnerKey, projectKey: peaka.projectKey },
    account: { username, password },
  };
}

start().catch((error: unknown) => {
  process.stderr.write(`practice service: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exit(1);
});
