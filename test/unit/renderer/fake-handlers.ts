import { connectionSchema } from '../../../app/shared/connection/connection.ts';
import { findOpenCredentials, openCredentialSentence } from '../../../app/shared/connection/open-credentials.ts';
import { secretNamesOf } from '../../../app/shared/connection/token-headers.ts';
import type { CallRequest, ConnectionStatus, ConnectionView } from '../../../app/shared/contract/contract.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { summaryOf } from '../../../app/shared/preset/preset-summary.ts';
import { credentialSentence, findCredentials } from '../../../app/shared/resource/credentials.ts';
import { resourceSchema } from '../../../app/shared/resource/resource.ts';
import { type Emit, FakeError, type Handlers } from './fake-bridge.ts';
import { consoleHandlers } from './fake-console.ts';
import { copyAsHandlers } from './fake-copy-as.ts';
import { exportHandlers } from './fake-export.ts';
import { feedHandlers } from './fake-feeds.ts';
import { loginHandlers } from './fake-login.ts';
import { networkHandlers } from './fake-network.ts';
import { peakaHandlers } from './fake-peaka.ts';
import { practiceHandlers } from './fake-practice.ts';
import { previewHandlers } from './fake-preview.ts';
import { pushHandlers } from './fake-push.ts';
import { reloadHandlers } from './fake-reload.ts';
import { runHandlers } from './fake-runs.ts';
import { authorized, connectionView, type FakeState, resourceView } from './fake-state.ts';

const notFound = (what: 'connection' | 'resource') =>
  new FakeError({ code: `${what}.not_found`, message: verbatim(`That ${what} is not there.`) });

/** Main, played: each handler responds from the state and changes it. */
export function handlers(state: FakeState, emit: Emit): Handlers {
  const deleted = new Map<string, FakeState['resources'][number] | ConnectionView>();

  const resource = (id: string) => {
    const view = state.resources.find((each) => each.resource.id === id);
    if (view === undefined) throw notFound('resource');
    return view;
  };
  const connection = (id: string) => {
    const view = state.connections.find((each) => each.connection.id === id);
    if (view === undefined) throw notFound('connection');
    return view;
  };
  const dropped = new Map<string, string>();
  const keep = (owner: string, secrets: Record<string, string | null>, bringBack: readonly string[] = []): void => {
    for (const [name, value] of Object.entries(secrets)) {
      const key = `${owner}/${name}`;
      const before = state.secrets.get(key);
      if (value === null && before !== undefined) dropped.set(key, before);
      if (value === null) state.secrets.delete(key);
      else state.secrets.set(key, value);
    }
    for (const key of bringBack.map((name) => `${owner}/${name}`)) {
      const value = dropped.get(key);
      if (value !== undefined) state.secrets.set(key, value);
    }
  };
  const namesOf = (owner: string): string[] =>
    [...state.secrets.keys()].filter((key) => key.startsWith(`${owner}/`)).map((key) => key.slice(owner.length + 1));

  const saveConnection = (
    typed: CallRequest<'connections.save'>['connection'],
    secrets: Record<string, string | null>,
  ): ConnectionView => {
    const draft = connectionSchema.parse(typed);
    const [open] = findOpenCredentials(draft);
    if (open !== undefined)
      throw new FakeError({ code: 'connection.open_credential', message: openCredentialSentence(open) });
    if (
      Object.keys(secrets).some(
        (name) => name.startsWith('value:') && !secretNamesOf(draft).some((each) => each === name),
      )
    )
      throw new FakeError({ code: 'input.invalid', message: verbatim('A connection has no such secret.') });
    keep(draft.id, secrets);
    const before = state.connections.find((each) => each.connection.id === draft.id);
    const names = new Set<string>([...namesOf(draft.id), ...(before?.secrets ?? [])]);
    const view: ConnectionView = {
      connection: draft,
      status: before?.status ?? { status: 'unauthorized' },
      secrets: secretNamesOf(draft).filter((name) => names.has(name)),
      usedBy: before?.usedBy ?? [],
    };
    if (before === undefined) state.connections.push(view);
    else state.connections[state.connections.indexOf(before)] = view;
    emit('connections.changed', { views: [view], removed: [] });
    return view;
  };
  const setStatus = (id: string, status: ConnectionStatus): ConnectionView => {
    const view = connection(id);
    view.status = status;
    emit('connections.changed', { views: [view], removed: [] });
    return view;
  };
  const order = <View>(views: View[], ids: string[], idOf: (view: View) => string): View[] =>
    [...views].sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));

  const login = loginHandlers(state, { saveConnection, setStatus });

  return {
    'app.info': () => state.info,
    'app.dismissNotice': ({ id }) => {
      state.info.notices = state.info.notices.filter((notice) => notice.id !== id);
      return {};
    },
    'app.openLink': ({ url }) => {
      state.openedLinks.push(url);
      return {};
    },
    'app.licences': () => [{ name: 'zod', version: '4.6.7', licence: 'MIT', text: 'MIT License' }],
    'startup.read': () => ({ startsAtLogin: state.startsAtLogin }),
    'startup.save': ({ startsAtLogin }) => {
      state.startsAtLogin = startsAtLogin;
      return { startsAtLogin };
    },
    'preferences.read': () => state.preferences,
    'preferences.save': (change) => {
      state.preferences = { ...state.preferences, ...(change as Partial<FakeState['preferences']>) };
      return state.preferences;
    },
    ...networkHandlers(state),
    ...reloadHandlers(state, emit),
    'vault.useKey': ({ passphrase }) => {
      if (passphrase === 'wrong')
        throw new FakeError({ code: 'vault.wrong_key', message: verbatim('That is not the key.') });
      state.info.vault = { status: 'key', source: 'user' };
      emit('app.changed', {});
      return state.info.vault;
    },
    'vault.reset': () => {
      state.info.vault = { status: 'keychain' };
      emit('app.changed', {});
      return state.info.vault;
    },
    'secrets.reveal': ({ owner, name }) => ({ value: state.secrets.get(`${owner}/${name}`) ?? 'kept-from-before' }),
    'presets.list': () => state.presets.map(summaryOf),
    'presets.read': ({ id }) => state.presets.find((preset) => preset.id === id) ?? null,

    'resources.list': () => state.resources,
    'resources.save': ({ resource: typed, secrets, bringBack }) => {
      const saved = resourceSchema.parse(typed);
      const [open] = findCredentials(saved);
      if (open !== undefined)
        throw new FakeError({ code: 'resource.open_credential', message: credentialSentence(open) });
      keep(saved.id, secrets, bringBack);
      const lastRun = state.resources.find((each) => each.resource.id === saved.id)?.lastRun ?? null;
      const view = { resource: saved, secrets: namesOf(saved.id), lastRun };
      const index = state.resources.findIndex((each) => each.resource.id === saved.id);
      if (index === -1) state.resources.push(view);
      else state.resources[index] = view;
      emit('resources.changed', { ids: [saved.id] });
      return view;
    },
    'resources.duplicate': ({ id }) => {
      const { resource: original } = resource(id);
      const view = resourceView({
        ...original,
        id: `${id}-copy-${state.resources.length}`,
        name: `${original.name} copy`,
      });
      state.resources.splice(state.resources.indexOf(resource(id)) + 1, 0, view);
      return view;
    },
    'resources.delete': ({ id }) => {
      deleted.set(id, resource(id));
      state.resources = state.resources.filter((each) => each.resource.id !== id);
      return {};
    },
    'resources.restore': ({ id }) => {
      const view = deleted.get(id);
      if (view === undefined || !('resource' in view)) throw notFound('resource');
      state.resources.push(view);
      return view;
    },
    'resources.reorder': ({ ids }) => {
      state.resources = order(state.resources, ids, (view) => view.resource.id);
      return {};
    },
    ...runHandlers(state, emit, resource),

    'connections.list': () => state.connections,
    'connections.save': ({ connection: draft, secrets }) => saveConnection(draft, secrets),
    'connections.duplicate': ({ id }) => {
      const { connection: original } = connection(id);
      const view = connectionView(null, { ...original, id: `${id}-copy`, name: `${original.name} copy` });
      state.connections.push(view);
      return view;
    },
    'connections.delete': ({ id, evenIfUsed }) => {
      const view = connection(id);
      if (view.usedBy.length > 0 && !evenIfUsed)
        throw new FakeError({ code: 'connection.in_use', message: verbatim('Resources use this connection.') });
      deleted.set(id, view);
      state.connections = state.connections.filter((each) => each !== view);
      emit('connections.changed', { views: [], removed: [id] });
      return {};
    },
    'connections.restore': ({ id }) => {
      const view = deleted.get(id);
      if (view === undefined || !('connection' in view)) throw notFound('connection');
      state.connections.push(view);
      return view;
    },
    'connections.reorder': ({ ids }) => {
      state.connections = order(state.connections, ids, (view) => view.connection.id);
      return {};
    },
    ...login,
    'connections.cancelRequest': (request) => {
      state.peaka.cancelHandOver?.();
      return login['connections.cancelRequest'](request);
    },
    'connections.refresh': ({ id }) => setStatus(id, authorized('ann@example.org')),
    'connections.removeAuthorization': ({ id }) => {
      const view = connection(id);
      view.secrets = view.secrets.filter((name) => name !== 'tokenSet');
      return { revoked: 'not_supported', view: setStatus(id, { status: 'unauthorized' }) };
    },
    'connections.allowHost': ({ id, host }) => {
      const view = connection(id);
      view.connection.hosts.push(host);
      return view;
    },
    'connections.discover': ({ issuer }) => {
      if (!issuer.startsWith('https://login.example.com'))
        throw new FakeError({
          code: 'discovery.not_found',
          message: verbatim('Nothing there.'),
          details: { host: issuer },
        });
      return {
        host: new URL(issuer).host,
        issuer,
        authorizationUrl: `${issuer}/authorize`,
        accessTokenUrl: `${issuer}/token`,
        deviceAuthorizationUrl: `${issuer}/device`,
        revocationUrl: `${issuer}/revoke`,
        introspectionUrl: `${issuer}/introspect`,
        accountUrl: `${issuer}/userinfo`,
        issuerInCallback: true,
        pkce: 'S256' as const,
        clientAuthentication: 'body' as const,
        scopes: ['openid', 'email', 'sales.read'],
        grants: ['authorization_code' as const, 'device_code' as const],
        responseModes: ['query' as const, 'form_post' as const],
        notes: [],
      };
    },
    'connections.introspect': () => ({
      active: true,
      ...(state.introspectedUntil === undefined ? {} : { expiresAt: state.introspectedUntil }),
      scopes: ['sales.read'],
      account: 'ann@example.org',
      // The claims of Spring Authorization Server.
      facts: [
        ['Subject', 'messaging-client'],
        ['Audience', '["messaging-client"]'],
        ['Not before', '2026-01-01T08:00:00.000Z'],
        ['Issuer', 'http://localhost:9000'],
        ['Issued', '2026-01-01T08:00:00.000Z'],
        ['Token ID', 'c6ed0d4e-5d76-4f6f-9a55-0f1ab1f3a6c1'],
        ['Client', 'messaging-client'],
        ['Token type', 'Bearer'],
      ] satisfies [string, string][],
    }),

    ...previewHandlers(state),
    ...consoleHandlers(state, emit),
    ...copyAsHandlers(resource),
    ...feedHandlers(state, emit),
    ...pushHandlers(state, emit),
    ...exportHandlers(state.exported, emit),
    ...peakaHandlers(state, emit),
    ...practiceHandlers(state),
  };
}
