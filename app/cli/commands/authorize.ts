import { request } from 'node:http';
import { createInterface } from 'node:readline';
import type { SessionResponse } from '../../local/requests.ts';
import { hasDisplay } from '../../process/display.ts';
import type { Connection } from '../../shared/connection/connection.ts';
import { grantDefinitions, hasCallback } from '../../shared/connection/grants/definitions.ts';
import type { ConnectionStatus, ConnectionView } from '../../shared/contract/contract.ts';
import { AppError, RequestError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { requireNamed } from '../../shared/require-named.ts';
import { isLoopbackHost } from '../../shared/secure-url.ts';
import type { Context, Run } from '../context.ts';
import { forTerminal } from '../streams.ts';
import { connectionJson } from '../views.ts';

interface AuthorizeOptions {
  browser?: boolean;
  popup?: boolean;
  device?: boolean;
  fresh?: boolean;
}

type Authorizing = Extract<ConnectionStatus, { status: 'authorizing' }>;

/** Logs in. Shows what the user has to do on the standard error; the standard output is for `--json`. */
export const authorize: Run<AuthorizeOptions> = async (context, [text = ''], options) => {
  const session = await context.session();
  await session.call('local.hello', { events: ['connections.changed'] });
  const views = await session.call('connections.list', {});
  const { view } = requireNamed(
    views.map((each) => ({ id: each.connection.id, name: each.connection.name, view: each })),
    text,
  );
  const { connection } = view;
  const draft = draftOf(connection, options, context);
  const steps = followSteps(context, connection.id);
  const stop = session.onEvent('connections.changed', ({ views: changed }) => {
    for (const each of changed) if (each.connection.id === connection.id) steps.changed(each);
  });
  const cancel = (): void =>
    void session.call('connections.cancelRequest', { id: connection.id }).catch(() => undefined);
  context.signal.addEventListener('abort', cancel, { once: true });
  let authorized: SessionResponse<'connections.requestToken'>;
  try {
    authorized = await session.call('connections.requestToken', {
      connection: draft,
      secrets: {},
      freshSession: options.fresh === true,
    });
  } finally {
    stop();
    steps.end();
    context.signal.removeEventListener('abort', cancel);
    // The way of this login is not the connection's.
    if (draft !== connection)
      await session.call('connections.save', { connection, secrets: {} }).catch(() => undefined);
  }
  if (context.isJson) return context.printJson(connectionJson({ ...authorized, connection }));
  const { account } = connectionJson(authorized);
  await context.tell(
    account === null
      ? message('cli.authorize.done', { name: connection.name })
      : message('cli.authorize.doneAs', { name: connection.name, account }),
  );
};

/** The connection with the way of this login. */
function draftOf(connection: Connection, { browser, popup, device }: AuthorizeOptions, context: Context): Connection {
  if (device === true) {
    const [grant] = Object.entries(grantDefinitions).find(([, { ownEndpoint }]) => ownEndpoint !== undefined) ?? [];
    if (grant === undefined || connection.deviceAuthorizationUrl === '')
      throw new RequestError('local.usage', message('cli.authorize.noDevice', { name: connection.name }));
    return connection.grant === grant ? connection : { ...connection, grant: grant as Connection['grant'] };
  }
  if (!hasCallback(connection)) return connection;
  const window =
    popup === true
      ? 'popup'
      : browser === true || !hasDisplay(context.environment, process.platform)
        ? 'browser'
        : connection.window;
  return window === connection.window ? connection : { ...connection, window };
}

/** Tells each step once. */
function followSteps(context: Context, id: string) {
  const told = new Set<string>();
  const once = (key: string, work: () => Promise<void>): void => {
    if (told.has(key)) return;
    told.add(key);
    void work().catch(() => undefined);
  };
  let reader: ReturnType<typeof createInterface> | undefined;
  const say = async (...messages: Message[]): Promise<void> => {
    for (const each of messages) await context.tell(each);
  };

  const askForCallback = async (): Promise<void> => {
    const session = await context.session();
    const { url } = await session.call('connections.loginLink', { id });
    await say(message('cli.authorize.open'));
    context.stderr.write(`\n  ${url}\n\n`);
    // Without a terminal nothing is asked: the login arrives at this computer, or not at all.
    if (context.stdin.isTTY !== true) return;
    await say(message('cli.authorize.paste'));
    reader = createInterface({ input: context.stdin, output: context.stderr, terminal: false });
    reader.on('line', (line) => void paste(line.trim()));
  };
  const paste = async (url: string): Promise<void> => {
    if (url === '') return;
    try {
      const session = await context.session();
      if (isLoopbackUrl(url)) await visit(url);
      else await session.call('connections.pasteCallback', { id, url });
    } catch (error) {
      await say(error instanceof AppError ? error.text : message('cli.authorize.notReached'));
    }
  };
  const showDevice = async ({ device }: Authorizing): Promise<void> => {
    if (device === undefined) return;
    await say(message('cli.authorize.device', { code: forTerminal(device.userCode) }));
    const url = forTerminal(device.verificationUriComplete ?? device.verificationUri);
    context.stderr.write(`\n  ${url}\n\n`);
    if (context.stderr.isTTY !== true) return;
    const { renderUnicodeCompact } = await import('uqr');
    context.stderr.write(`${renderUnicodeCompact(url)}\n\n`);
  };

  return {
    changed: ({ status }: ConnectionView): void => {
      if (status.status !== 'authorizing') return;
      if (status.device !== undefined) once('device', () => showDevice(status));
      if (status.window === 'popup' && status.step === 'waiting_for_login')
        once('window', () => say(message('cli.authorize.window')));
      if (status.window === 'browser' && status.step === 'waiting_for_login') once('browser', askForCallback);
      const { refused, errorPage, signInPrompt } = status;
      if (refused !== undefined)
        once('refused', () => say(message('cli.authorize.refused', { host: forTerminal(refused.host) })));
      if (signInPrompt !== undefined)
        once('prompt', () => say(message('cli.authorize.refused', { host: forTerminal(signInPrompt.host) })));
      if (errorPage !== undefined) once('page', () => say(errorPage.message));
    },
    end: () => reader?.close(),
  };
}

/** A callback that a browser on another computer could not deliver. */
function isLoopbackUrl(url: string): boolean {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  return read?.protocol === 'http:' && isLoopbackHost(read.hostname);
}

const visit = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, (response) => {
      response.resume();
      resolve();
    })
      .on('error', reject)
      .end();
  });
