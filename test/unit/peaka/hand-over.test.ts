import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TokenSet } from '../../../app/oauth/token-set.ts';
import type { ConnectionRequest } from '../../../app/peaka/client.ts';
import { createHandOverParts } from '../../../app/peaka/hand-over-parts.ts';
import { createPeakaLinks } from '../../../app/peaka/links.ts';
import type { RemoteConnection } from '../../../app/peaka/responses.ts';
import type { Connection } from '../../../app/shared/connection/connection.ts';
import type { CodeOf } from '../../../app/shared/error-codes.ts';
import { HttpError, PlatformError, RequestError, SettingsError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import type { PeakaLink, PeakaRenewal } from '../../../app/shared/peaka/link.ts';
import { connection } from '../../servers/items.ts';
import { peakaAccess, peakaAccount } from './peaka-accounts.ts';
import { field, handedLink, link, memoryVault } from './peaka-links.ts';

const start = Date.UTC(2026, 0, 1);
beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());
/** What is due now has been done once this resolves. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const peaka = (code: CodeOf<'peaka'>, details = {}) => new RequestError(code, verbatim('x'), { details });
const token = (name: string): TokenSet => ({
  accessToken: `access-${name}`,
  refreshToken: `refresh-${name}`,
  tokenType: 'Bearer',
  obtainedAt: Date.now(),
});
const hubspot: PeakaType = {
  type: 'hubspot',
  label: 'HubSpot',
  category: 'CRM',
  authorizationType: 'oauth2',
  needsLogin: true,
  fields: [],
  documentationUrl: '',
};
const client = { clientId: 'client', clientSecret: 'hush' };

function build(options: { links?: PeakaLink[]; types?: PeakaType[] } = {}) {
  let content: readonly PeakaLink[] = options.links ?? [];
  const vault = memoryVault();
  vault.write('connection-1', 'clientSecret', 'hush');
  const known = new Map<string, Connection>([['connection-1', connection()]]);
  let current: TokenSet | undefined = token('1');
  let logins = 0;
  const log: string[] = [];
  const learned: string[] = [];
  const disk = { isFull: false };
  const played = {
    create: async (_request: ConnectionRequest): Promise<RemoteConnection> => ({
      id: 'peaka-1',
      name: '',
      type: '',
      url: undefined,
    }),
    update: async (_request: ConnectionRequest): Promise<void> => undefined,
    login: async (): Promise<TokenSet> => {
      logins += 1;
      return token(`apart-${logins}`);
    },
    settled: async () => current,
    practice: undefined as string | undefined,
    zone: 'own' as 'own' | 'practice',
  };
  const sent: ({ method: string } & ConnectionRequest)[] = [];
  const links = createPeakaLinks(
    {
      read: () => content,
      save: (next) => {
        if (disk.isFull) throw new SettingsError('settings.unwritable', verbatim('full'));
        content = next;
      },
    },
    vault,
    () => parts.linksChanged(),
  );
  const need = (id: string): Connection => {
    const found = known.get(id);
    if (found === undefined) throw new RequestError('connection.not_found', verbatim('x'));
    return found;
  };
  const parts = createHandOverParts({
    accounts: {
      access: async () => peakaAccess(),
      list: () => [{ peakaAccount: peakaAccount({ zone: played.zone }), hasKey: true, key: null }],
    },
    directory: { types: async () => options.types ?? [hubspot] },
    client: {
      create: (_access, projectId, request) => {
        sent.push({ method: `POST ${projectId}`, ...structuredClone(request) });
        return played.create(request);
      },
      update: async (_access, projectId, connectionId, request) => {
        sent.push({ method: `PUT ${projectId} ${connectionId}`, ...structuredClone(request) });
        await played.update(request);
        return { id: connectionId, name: request.name, type: request.type, url: undefined };
      },
    },
    links,
    vault,
    connections: { get: need, find: (id) => known.get(id) },
    tokens: {
      peek: (id) => (id === 'connection-1' ? current : undefined),
      status: () => ({ status: 'unauthorized' }),
      usableToken: () => {
        if (current === undefined) throw new Error('no token');
        return current;
      },
      requestApart: () => played.login(),
      settledToken: () => played.settled(),
      dropRefreshToken: async (id) => void log.push(`refresh token of ${id} dropped`),
      renewerChanged: (id) => log.push(`renewer of ${id}: ${parts.renewedElsewhere(id)?.code ?? 'here'}`),
    },
    practice: { current: () => played.practice },
    http: {
      exchanges: {
        begin: () => 0,
        record: () => undefined,
        learn: (secrets) => void learned.push(...[...secrets].flatMap((secret) => secret ?? [])),
      },
    },
    storedError: ({ serviceMessage: _, ...error }) => error,
    view: (linkId) => ({ link: links.get(linkId), secrets: [], login: null }),
    now: Date.now,
    random: () => 0,
  });
  const handOver = (renewal: PeakaRenewal, changes = {}) =>
    parts.handOver.handOver({
      linkId: 'link-1',
      accountId: 'account-1',
      project: { id: 'project-1', name: 'Dashboards' },
      type: 'hubspot',
      name: 'Sales',
      connectionId: 'connection-1',
      renewal,
      values: {},
      ...changes,
    });
  return {
    ...parts,
    give: handOver,
    links,
    link: () => links.find('link-1'),
    vault,
    known,
    sent,
    log,
    learned,
    played,
    disk,
    logins: () => logins,
    /** What a renewal or a login here stores. */
    store: (tokenSet: TokenSet | undefined) => {
      current = tokenSet;
      if (tokenSet !== undefined) parts.onStored('connection-1', tokenSet);
    },
    renewed: (name: string) => ({ ...token(name), refreshedAt: Date.now() }),
    stored: (linkId = 'link-1') =>
      [...vault.stored].flatMap(([key, value]) =>
        key.startsWith(`${linkId}/`) ? `${key.slice(linkId.length + 1)} ${value}` : [],
      ),
  };
}

describe('the plan', () => {
  const ask = { connectionId: 'connection-1', accountId: 'account-1', type: 'hubspot' };

  it('names what goes to Peaka, and shows no value', async () => {
    const { handOver } = build();
    expect(await handOver.plan({ ...ask, renewal: 'stop_here' })).toEqual({
      handed: ['clientId', 'clientSecret', 'accessToken', 'refreshToken'],
      missing: [],
      rotates: null,
      canLogInAgain: true,
    });
    expect(await handOver.plan({ ...ask, renewal: 'update_peaka' })).toMatchObject({
      handed: ['clientId', 'clientSecret', 'accessToken'],
    });
  });

  it('says what is missing, and whether the service replaces refresh tokens', async () => {
    const { handOver, store } = build({
      types: [
        {
          ...hubspot,
          fields: [field('developerToken', { required: true }), field('refreshToken', { required: true })],
        },
      ],
    });
    const { refreshToken: _, ...alone } = token('1');
    store({ ...alone, refreshTokenRotates: true });
    expect(await handOver.plan({ ...ask, renewal: 'update_peaka' })).toMatchObject({
      missing: ['developerToken', 'refreshToken'],
      rotates: true,
    });
  });

  it('needs a token, unless a login brings one', async () => {
    const { handOver, store } = build();
    store(undefined);
    await expect(handOver.plan({ ...ask, renewal: 'stop_here' })).rejects.toMatchObject({
      code: 'peaka.nothing_to_hand_over',
    });
    expect(await handOver.plan({ ...ask, renewal: 'second_login' })).toMatchObject({
      handed: ['clientId', 'clientSecret', 'accessToken', 'refreshToken'],
    });
    await expect(handOver.plan({ ...ask, connectionId: 'gone', renewal: 'second_login' })).rejects.toMatchObject({
      code: 'connection.not_found',
    });
  });

  it('offers no second login to a grant without a user, or without the password', async () => {
    const { handOver, known, vault } = build();
    const canLogInAgain = async (changes: Partial<Connection>) => {
      known.set('connection-1', connection(changes));
      return (await handOver.plan({ ...ask, renewal: 'update_peaka' })).canLogInAgain;
    };
    expect(await canLogInAgain({ grant: 'client_credentials' })).toBe(false);
    expect(await canLogInAgain({ grant: 'password', username: 'ann' })).toBe(false);
    vault.write('connection-1', 'password', 'pass word');
    expect(await canLogInAgain({ grant: 'password', username: 'ann' })).toBe(true);
    expect(await canLogInAgain({ grant: 'oauth1', tokenSource: 'own' })).toBe(false);
  });
});

describe('a hand-over', () => {
  it('with updates gives Peaka no refresh token', async () => {
    const { give, sent, link, learned } = build();
    const view = await give('update_peaka');
    expect(sent).toEqual([
      {
        method: 'POST project-1',
        name: 'Sales',
        type: 'hubspot',
        credential: { ...client, accessToken: 'access-1' },
      },
    ]);
    expect(view.link).toEqual(link());
    expect(link()).toMatchObject({
      peakaId: 'peaka-1',
      state: 'ready',
      way: 'hand_over',
      source: 'connection-1',
      renewal: 'update_peaka',
      pending: null,
      updatedAt: start,
    });
    expect(learned).toEqual(['hush', 'access-1']);
  });

  it('with a second login gives Peaka tokens that nobody here uses [29]', async () => {
    const { give, sent, stored, logins, renewedElsewhere } = build();
    await give('second_login');
    expect(sent[0]?.credential).toEqual({
      ...client,
      accessToken: 'access-apart-1',
      refreshToken: 'refresh-apart-1',
    });
    expect(stored()).toEqual(['accessToken access-apart-1', 'refreshToken refresh-apart-1']);
    expect(logins()).toBe(1);
    expect(renewedElsewhere('connection-1')).toBeUndefined();
  });

  it('for good ends the renewal here before Peaka has the refresh token [29]', async () => {
    const { give, sent, log, played, renewed, store } = build();
    // A renewal was running: its refresh token is the one that is good.
    played.settled = async () => {
      log.push('the running renewal ended');
      const tokenSet = renewed('2');
      store(tokenSet);
      return tokenSet;
    };
    played.create = async () => {
      log.push('sent');
      return { id: 'peaka-1', name: '', type: '', url: undefined };
    };
    await give('stop_here');
    expect(log).toEqual(['renewer of connection-1: peaka.renews_there', 'the running renewal ended', 'sent']);
    expect(sent[0]?.credential).toEqual({ ...client, accessToken: 'access-2', refreshToken: 'refresh-2' });
  });

  it('is stored before it is sent', async () => {
    const { give, link, played, stored } = build();
    played.create = async () => {
      expect(link()).toMatchObject({ state: 'unfinished', peakaId: '', renewal: 'second_login' });
      expect(link()?.pending).not.toBeNull();
      expect(stored()).toHaveLength(2);
      throw peaka('peaka.server_error', { status: 503 });
    };
    await expect(give('second_login')).rejects.toMatchObject({ code: 'peaka.server_error' });
    expect.assertions(4);
  });

  it('puts what the user entered into the form, and its secrets into the vault', async () => {
    const fields = [
      field('developerToken', { required: true, isSecret: true }),
      field('portal', { required: true }),
      field('clientId', { required: true }),
    ];
    const { give, sent, link, stored, learned } = build({ types: [{ ...hubspot, fields }] });
    await expect(give('update_peaka', { values: { portal: 'eu' } })).rejects.toMatchObject({
      code: 'peaka.values_missing',
      details: { fields: 'developerToken' },
    });
    expect(sent).toEqual([]);
    await give('update_peaka', { values: { portal: 'eu', developerToken: 'dev', clientId: 'another' } });
    expect(sent[0]?.credential).toMatchObject({ portal: 'eu', developerToken: 'dev', clientId: 'client' });
    expect(link()).toMatchObject({ values: { portal: 'eu' }, secretFields: ['developerToken'] });
    expect(stored()).toEqual(['value:developerToken dev']);
    expect(learned).toContain('dev');
  });

  it('runs once, however often it is asked for', async () => {
    const { give, sent } = build();
    await Promise.all([give('second_login'), give('second_login')]);
    await give('second_login');
    expect(sent).toHaveLength(1);
  });

  it('needs a project, and a token', async () => {
    const { give, store } = build();
    const nowhere = { project: { id: '', name: '' } };
    await expect(give('stop_here', nowhere)).rejects.toMatchObject({ code: 'peaka.no_project' });
    store(undefined);
    await expect(give('stop_here')).rejects.toMatchObject({ code: 'peaka.nothing_to_hand_over' });
  });

  it('leaves nothing behind if Peaka refused it, and needs no second login to try again', async () => {
    const { give, sent, link, played, stored, logins } = build();
    const { create } = played;
    played.create = () => Promise.reject(peaka('peaka.conflict', { status: 409 }));
    await expect(give('second_login')).rejects.toMatchObject({ code: 'peaka.conflict' });
    expect(link()).toBeUndefined();
    expect(stored()).toEqual([]);
    played.create = create;
    await give('second_login', { name: 'Another', linkId: 'link-2' });
    expect(sent.at(-1)).toMatchObject({ name: 'Another', credential: { refreshToken: 'refresh-apart-1' } });
    expect(logins()).toBe(1);
    // Peaka has these now.
    await give('second_login', { linkId: 'link-3' });
    expect(sent.at(-1)).toMatchObject({ credential: { refreshToken: 'refresh-apart-2' } });
  });

  it('goes on renewing here if Peaka could not be reached', async () => {
    const { give, log, played, renewedElsewhere } = build();
    played.create = () => Promise.reject(new HttpError('http.refused', verbatim('x')));
    await expect(give('stop_here')).rejects.toMatchObject({ code: 'http.refused' });
    expect(renewedElsewhere('connection-1')).toBeUndefined();
    expect(log.at(-1)).toBe('renewer of connection-1: here');
  });

  it('stays known if its response was lost, and ends the renewal here until the user decides [29]', async () => {
    const { give, link, played, renewedElsewhere, handOver } = build();
    played.create = () => Promise.reject(peaka('peaka.result_unknown'));
    await expect(give('stop_here')).rejects.toMatchObject({ code: 'peaka.result_unknown' });
    expect(link()).toMatchObject({ state: 'unfinished', peakaId: '', error: { code: 'peaka.result_unknown' } });
    expect(link()?.pending).toBeNull();
    expect(renewedElsewhere('connection-1')?.code).toBe('peaka.renews_there');
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'peaka.link_unfinished' });
  });

  it('uses new tokens after a lost response: Peaka may have the others [29]', async () => {
    const { give, sent, link, played } = build();
    const { create } = played;
    played.create = () => Promise.reject(peaka('peaka.result_unknown'));
    await expect(give('second_login')).rejects.toMatchObject({ code: 'peaka.result_unknown' });
    played.create = create;
    await give('second_login');
    expect(sent.map(({ credential }) => credential?.refreshToken)).toEqual(['refresh-apart-1', 'refresh-apart-2']);
    expect(link()).toMatchObject({ state: 'ready' });
    expect(link()).not.toHaveProperty('error');
  });

  it('has succeeded although its connection here was deleted while it was sent', async () => {
    const { give, known, link, played } = build();
    played.create = async () => {
      known.clear();
      return { id: 'peaka-1', name: '', type: '', url: undefined };
    };
    await give('update_peaka');
    expect(link()).toMatchObject({ state: 'ready', peakaId: 'peaka-1', pending: null });
  });

  it('that the user forgot while it was sent is known again, with its tokens', async () => {
    const { give, links, link, stored, played } = build();
    played.create = async () => {
      links.remove('link-1');
      return { id: 'peaka-1', name: '', type: '', url: undefined };
    };
    await give('second_login');
    expect(link()).toMatchObject({ state: 'ready', peakaId: 'peaka-1' });
    expect(stored()).toEqual(['accessToken access-apart-1', 'refreshToken refresh-apart-1']);
  });

  it('that the app’s end cut off is known as unfinished after the next start', () => {
    const { start: run, link } = build({ links: [handedLink({ peakaId: '', state: 'unfinished' })] });
    run();
    expect(link()).toMatchObject({ state: 'unfinished', error: { code: 'peaka.result_unknown' } });
  });

  it('is told so for a form and a login too, and a full disk does not keep the app from starting', () => {
    const cutOff = [
      handedLink({ id: 'form', way: 'form', source: null, peakaId: '', state: 'unfinished' }),
      handedLink({ id: 'login', way: 'own_app', source: null, peakaId: '', state: 'unfinished' }),
      handedLink({ id: 'consent', way: 'own_app', source: null, peakaId: 'peaka-2', state: 'unfinished' }),
    ];
    const one = build({ links: cutOff });
    one.start();
    expect(one.links.list().map(({ error }) => error?.code)).toEqual([
      'peaka.result_unknown',
      'peaka.result_unknown',
      'peaka.link_unfinished',
    ]);
    const other = build({ links: cutOff });
    other.disk.isFull = true;
    other.start();
    expect(other.links.list()).toHaveLength(3);
  });

  it('is followed by an update if the token was renewed meanwhile', async () => {
    const { give, sent, played, start: run, store, renewed } = build();
    const { create } = played;
    run();
    played.create = async (request) => {
      store(renewed('2'));
      return create(request);
    };
    await give('update_peaka');
    await settle();
    expect(sent.map(({ method, credential }) => [method, credential?.accessToken])).toEqual([
      ['POST project-1', 'access-1'],
      ['PUT project-1 peaka-1', 'access-2'],
    ]);
  });

  it('ends with its login', async () => {
    const { give, sent, link, played } = build();
    played.login = () => Promise.reject(new PlatformError('window.cancelled', verbatim('x')));
    await expect(give('second_login')).rejects.toMatchObject({ code: 'window.cancelled' });
    expect(sent).toEqual([]);
    expect(link()).toBeUndefined();
  });
});

describe('a token that was stored here', () => {
  it('goes to the Peaka that Tokenboard updates, after a renewal and after a login', async () => {
    const { start: run, sent, store, renewed, link } = build({ links: [handedLink()] });
    run();
    store(renewed('2'));
    await settle();
    store(token('3'));
    await settle();
    expect(sent.map(({ method, credential }) => [method, credential])).toEqual([
      ['PUT project-1 peaka-1', { ...client, accessToken: 'access-2' }],
      ['PUT project-1 peaka-1', { ...client, accessToken: 'access-3' }],
    ]);
    expect(link()).toMatchObject({ pending: null, updatedAt: start });
  });

  it('does not go to a Peaka that renews', async () => {
    const {
      start: run,
      sent,
      store,
      renewed,
    } = build({
      links: [handedLink({ renewal: 'second_login' }), handedLink({ id: 'link-2', renewal: 'stop_here' })],
    });
    run();
    store(renewed('2'));
    store(token('3'));
    await settle();
    expect(sent).toEqual([]);
  });

  it('by a login ends that Peaka alone renews: each side has its own tokens now', () => {
    const { store, link, log, renewed } = build({ links: [handedLink({ renewal: 'stop_here' })] });
    store(renewed('2'));
    expect(link()?.renewal).toBe('stop_here');
    store(token('3'));
    expect(link()?.renewal).toBe('second_login');
    expect(log).toEqual(['renewer of connection-1: here']);
  });

  it('goes to Peaka also from a full disk, which makes neither a renewal nor a login fail [29]', async () => {
    const {
      start: run,
      sent,
      store,
      renewed,
      link,
      disk,
    } = build({
      links: [handedLink(), handedLink({ id: 'link-2', renewal: 'stop_here' })],
    });
    run();
    disk.isFull = true;
    store(renewed('2'));
    store(token('3'));
    await settle();
    expect(sent.map(({ credential }) => credential?.accessToken)).toEqual(['access-3']);
    expect(link()).toMatchObject({ pending: null });
  });

  it('waits for the practice service, which an update does not start', async () => {
    const { start: run, sent, store, renewed, played, updates } = build({ links: [handedLink()] });
    played.zone = 'practice';
    run();
    store(renewed('2'));
    await settle();
    expect(sent).toEqual([]);
    played.practice = 'http://127.0.0.1:1';
    updates.changedAll();
    await settle();
    expect(sent).toHaveLength(1);
  });
});

describe('a connection here that was deleted', () => {
  it('leaves its links, whose updates end', async () => {
    const {
      start: run,
      sent,
      known,
      link,
      handOver,
    } = build({
      links: [handedLink({ pending: { since: 1, attempts: 3, retryAt: start } })],
    });
    known.clear();
    run();
    await settle();
    expect(sent).toEqual([]);
    expect(link()).toMatchObject({ source: 'connection-1', pending: null });
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'connection.not_found' });
    await expect(handOver.setRenewal('link-1', 'second_login')).rejects.toMatchObject({ code: 'connection.not_found' });
  });
});

describe('a link', () => {
  it('that was removed is renewed here again', () => {
    const { links, log, renewedElsewhere } = build({ links: [handedLink({ renewal: 'stop_here' })] });
    expect(renewedElsewhere('connection-1')?.code).toBe('peaka.renews_there');
    links.remove('link-1');
    expect(log).toEqual(['renewer of connection-1: here']);
  });

  it('that is forgotten while Peaka renews leaves no refresh token here, which Peaka may have used up [29]', async () => {
    const { forget, links, log } = build({
      links: [
        handedLink({ renewal: 'stop_here' }),
        handedLink({ id: 'lost', renewal: 'stop_here', peakaId: '', state: 'unfinished' }),
        handedLink({ id: 'own', renewal: 'second_login' }),
      ],
    });
    await forget('own');
    // Whether Peaka has it is unknown, and the user says that it does not.
    await forget('lost');
    expect(log).toEqual([]);
    await forget('link-1');
    expect(log).toEqual(['refresh token of connection-1 dropped', 'renewer of connection-1: here']);
    expect(links.list()).toEqual([]);
  });

  it('that is removed during a login for Peaka leaves no token behind', async () => {
    const { handOver, links, stored, played, sent } = build({ links: [handedLink()] });
    const { login } = played;
    played.login = () => {
      links.remove('link-1');
      return login();
    };
    await expect(handOver.setRenewal('link-1', 'second_login')).rejects.toMatchObject({ code: 'peaka.link_not_found' });
    expect(stored()).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('that is removed during the update of another choice leaves no token behind', async () => {
    const { handOver, links, stored, played } = build({ links: [handedLink({ renewal: 'stop_here' })] });
    played.update = async () => links.remove('link-1');
    await expect(handOver.setRenewal('link-1', 'second_login')).rejects.toMatchObject({ code: 'peaka.link_not_found' });
    expect(stored()).toEqual([]);
  });

  it('gets another name after its connection here was deleted, with Peaka’s values as they are', async () => {
    const { handOver, links, sent, known } = build({ links: [handedLink()] });
    known.clear();
    await handOver.rename('link-1', 'Another');
    expect(sent).toEqual([{ method: 'PUT project-1 peaka-1', name: 'Another', type: 'hubspot' }]);
    expect(links.get('link-1').name).toBe('Another');
  });

  it('gets another name with the values that are still good', async () => {
    const { links, handOver, sent, store, vault } = build({ links: [handedLink()] });
    await handOver.rename('link-1', 'Another');
    expect(sent).toEqual([
      {
        method: 'PUT project-1 peaka-1',
        name: 'Another',
        type: 'hubspot',
        credential: { ...client, accessToken: 'access-1' },
      },
    ]);
    expect(links.get('link-1').name).toBe('Another');
    // Tokens that Peaka cannot have used up: the service never replaces them.
    links.change('link-1', { renewal: 'second_login', handed: ['refreshToken'] });
    vault.write('link-1', 'accessToken', 'access-apart');
    vault.write('link-1', 'refreshToken', 'refresh-apart');
    store({ ...token('1'), refreshTokenRotates: false });
    await handOver.rename('link-1', 'Second');
    expect(sent.at(-1)).toMatchObject({ name: 'Second', credential: { refreshToken: 'refresh-apart' } });
    store(token('1'));
    // Peaka renews these itself: those that are known here may be used up.
    links.change('link-1', { renewal: 'stop_here' });
    await handOver.rename('link-1', 'Third');
    expect(sent.at(-1)).toEqual({
      method: 'PUT project-1 peaka-1',
      name: 'Third',
      type: 'hubspot',
      credential: undefined,
    });
    store(undefined);
    await handOver.rename('link-1', 'Fourth');
    expect(links.get('link-1').name).toBe('Fourth');
  });

  it('sends tokens that wait once, with the new name', async () => {
    const pending = {
      since: 1,
      attempts: 1,
      retryAt: start + 5000,
      error: { code: 'http.offline', message: verbatim('x') },
    };
    const {
      links,
      handOver,
      sent,
      vault,
      start: run,
      played,
    } = build({
      links: [handedLink({ renewal: 'second_login', handed: ['refreshToken'], pending } as PeakaLink)],
    });
    vault.write('link-1', 'accessToken', 'access-apart');
    vault.write('link-1', 'refreshToken', 'refresh-apart');
    const { update } = played;
    played.update = () => Promise.reject(new HttpError('http.timeout', verbatim('x')));
    await expect(handOver.rename('link-1', 'Another')).rejects.toMatchObject({ code: 'http.timeout' });
    expect(links.get('link-1')).toMatchObject({ name: 'Sales', pending: { error: { code: 'peaka.result_unknown' } } });
    played.update = update;
    links.change('link-1', { pending: { ...pending, error: { code: 'http.offline', message: verbatim('x') } } });
    await handOver.rename('link-1', 'Another');
    expect(sent.at(-1)?.credential).toEqual({ refreshToken: 'refresh-apart' });
    run();
    await settle();
    expect(sent).toHaveLength(2);
    expect(links.get('link-1')).toMatchObject({ name: 'Another', pending: null });
  });

  it('keeps its name if Peaka refused the new one', async () => {
    const { links, handOver, played } = build({ links: [handedLink()] });
    played.update = () => Promise.reject(peaka('peaka.conflict'));
    await expect(handOver.rename('link-1', 'Another')).rejects.toMatchObject({ code: 'peaka.conflict' });
    expect(links.get('link-1')).toMatchObject({ name: 'Sales', pending: null });
  });
});

describe('an update by the user', () => {
  it('sends the newest token of the connection', async () => {
    const { handOver, sent } = build({ links: [handedLink()] });
    const view = await handOver.update('link-1');
    expect(sent.map(({ credential }) => credential?.accessToken)).toEqual(['access-1']);
    expect(view.link).toMatchObject({ pending: null, updatedAt: start });
  });

  it('of a form whose ID is unknown says so', async () => {
    const { handOver, sent } = build({ links: [handedLink({ way: 'form', source: null, peakaId: '' })] });
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'peaka.link_unfinished' });
    expect(sent).toEqual([]);
  });

  it('says why it failed, and stays in the queue', async () => {
    const { handOver, link, played } = build({ links: [handedLink()] });
    played.update = () => Promise.reject(peaka('peaka.not_found', { status: 404 }));
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'peaka.not_found' });
    expect(link()?.pending).toMatchObject({ retryAt: null, error: { code: 'peaka.not_found' } });
  });

  it('logs in for Peaka if Peaka has renewed since: the old refresh token would end the authorization [29]', async () => {
    const { give, handOver, sent } = build();
    await give('second_login');
    await handOver.update('link-1');
    expect(sent.map(({ credential }) => credential?.refreshToken)).toEqual(['refresh-apart-1', 'refresh-apart-2']);
  });

  it('logs in again after a hand-over for good, and each side then has its own tokens', async () => {
    const { give, handOver, sent, link, renewedElsewhere } = build();
    await give('stop_here');
    await handOver.update('link-1');
    expect(sent.map(({ credential }) => credential?.refreshToken)).toEqual(['refresh-1', 'refresh-apart-1']);
    expect(link()?.renewal).toBe('second_login');
    expect(renewedElsewhere('connection-1')).toBeUndefined();
  });

  it('sends the form of a type without a login', async () => {
    const form = link({ values: { url: 'db' }, secretFields: ['password'] });
    const { handOver, sent, vault, link: now } = build({ links: [form] });
    vault.write('link-1', 'value:password', 'hush');
    await handOver.update('link-1');
    expect(sent).toMatchObject([{ method: 'PUT project-1 peaka-1', credential: { url: 'db', password: 'hush' } }]);
    expect(now()).toMatchObject({ updatedAt: start, pending: null });
  });

  it('logs in again if Peaka may have received the tokens: it may have used them up [29]', async () => {
    const { give, handOver, sent, link, played } = build();
    await give('second_login');
    played.update = () => Promise.reject(new HttpError('http.timeout', verbatim('x')));
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'http.timeout' });
    expect(link()?.pending).toMatchObject({ retryAt: null, error: { code: 'peaka.result_unknown' } });
    played.update = async () => undefined;
    await handOver.update('link-1');
    expect(sent.map(({ credential }) => credential?.refreshToken)).toEqual([1, 2, 3].map((n) => `refresh-apart-${n}`));
    expect(link()?.pending).toBeNull();
  });

  it('that the app’s end cut off is not sent again where Peaka renews [29]', async () => {
    const pending = { since: 1, attempts: 0, retryAt: null };
    const {
      start: run,
      sent,
      link,
    } = build({
      links: [handedLink({ renewal: 'second_login', pending }), handedLink({ id: 'link-2', pending })],
    });
    run();
    await settle();
    expect(sent).toHaveLength(1);
    expect(link()?.pending).toMatchObject({ error: { code: 'peaka.result_unknown' } });
  });

  it('keeps the tokens of its login in the queue if Peaka is down', async () => {
    const { give, handOver, sent, link, played, logins } = build();
    await give('second_login');
    played.update = () => Promise.reject(peaka('peaka.server_error', { status: 503 }));
    await expect(handOver.update('link-1')).rejects.toMatchObject({ code: 'peaka.server_error' });
    expect(link()?.pending).toMatchObject({ retryAt: start + 5000 });
    played.update = async () => undefined;
    await handOver.update('link-1');
    expect(logins()).toBe(2);
    expect(sent.at(-1)?.credential).toMatchObject({ refreshToken: 'refresh-apart-2' });
  });
});

describe('another choice of who renews', () => {
  it('from updates to a second login logs in, and gives Peaka a refresh token', async () => {
    const { handOver, sent, link, stored } = build({ links: [handedLink()] });
    await handOver.setRenewal('link-1', 'update_peaka');
    expect(sent).toEqual([]);
    await handOver.setRenewal('link-1', 'second_login');
    expect(sent[0]?.credential).toEqual({ ...client, accessToken: 'access-apart-1', refreshToken: 'refresh-apart-1' });
    expect(link()).toMatchObject({ renewal: 'second_login', pending: null });
    expect(stored()).toHaveLength(2);
  });

  it('from updates to Peaka ends the renewal here first', async () => {
    const { handOver, sent, link, log, played, renewedElsewhere } = build({ links: [handedLink()] });
    played.update = async () => void log.push('sent');
    await handOver.setRenewal('link-1', 'stop_here');
    expect(log).toEqual(['renewer of connection-1: peaka.renews_there', 'sent']);
    expect(sent[0]?.credential).toEqual({ ...client, accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect(link()).toMatchObject({ renewal: 'stop_here', pending: null });
    expect(renewedElsewhere('connection-1')?.code).toBe('peaka.renews_there');
  });

  it('waits in the queue with the tokens of that moment if Peaka is down', async () => {
    const { handOver, sent, link, played, store } = build({ links: [handedLink()] });
    played.update = () => Promise.reject(new HttpError('http.offline', verbatim('x')));
    const view = await handOver.setRenewal('link-1', 'stop_here');
    expect(view.link.pending).toMatchObject({ error: { code: 'http.offline' } });
    played.update = async () => undefined;
    // A login here brings other tokens, which are not for Peaka.
    store(token('3'));
    await handOver.update('link-1');
    expect(sent.at(-1)?.credential).toMatchObject({ refreshToken: 'refresh-1' });
    expect(link()).toMatchObject({ renewal: 'second_login', pending: null });
  });

  it('from Peaka uses other tokens at the next try if Peaka may have received these [29]', async () => {
    const { handOver, sent, played } = build({ links: [handedLink({ renewal: 'stop_here' })] });
    const codes = ['http.timeout', 'http.refused', 'http.refused'] as const;
    for (const code of codes) {
      played.update = () => Promise.reject(new HttpError(code, verbatim('x')));
      await expect(handOver.setRenewal('link-1', 'second_login')).rejects.toMatchObject({ code });
    }
    expect(sent.map(({ credential }) => credential?.refreshToken)).toEqual([
      'refresh-apart-1',
      'refresh-apart-2',
      'refresh-apart-2',
    ]);
  });

  it.each([
    ['second_login', { refreshToken: 'refresh-apart-1' }],
    ['update_peaka', { accessToken: 'access-1' }],
  ] as const)('from Peaka to %s counts once Peaka has other tokens [29]', async (renewal, credential) => {
    const { handOver, sent, link, log, played, renewedElsewhere } = build({
      links: [
        handedLink({ renewal: 'stop_here', handed: ['clientId', 'clientSecret', 'accessToken', 'refreshToken'] }),
      ],
    });
    played.update = () => Promise.reject(peaka('peaka.server_error', { status: 503 }));
    await expect(handOver.setRenewal('link-1', renewal)).rejects.toMatchObject({ code: 'peaka.server_error' });
    expect(link()).toMatchObject({ renewal: 'stop_here', pending: null });
    expect(renewedElsewhere('connection-1')?.code).toBe('peaka.renews_there');
    played.update = async () => void log.push('sent');
    await handOver.setRenewal('link-1', renewal);
    expect(log).toEqual(['sent', 'renewer of connection-1: here']);
    expect(sent.at(-1)?.credential).toMatchObject(credential);
    expect(Object.keys(sent.at(-1)?.credential ?? {}).includes('refreshToken')).toBe(renewal === 'second_login');
  });

  it('to updates takes the refresh token away from Peaka', async () => {
    const { give, handOver, sent, stored } = build();
    await give('second_login');
    await handOver.setRenewal('link-1', 'update_peaka');
    expect(sent.at(-1)?.credential).toEqual({ ...client, accessToken: 'access-1' });
    expect(stored()).toEqual([]);
  });

  it('is none for a link that no connection here was handed over to', async () => {
    const { handOver } = build({ links: [handedLink({ way: 'own_app', source: null, renewal: null })] });
    await expect(handOver.setRenewal('link-1', 'stop_here')).rejects.toMatchObject({
      code: 'peaka.nothing_to_hand_over',
    });
    await expect(handOver.update('gone')).rejects.toMatchObject({ code: 'peaka.link_not_found' });
  });
});
