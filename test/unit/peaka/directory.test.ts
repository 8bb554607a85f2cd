import { describe, expect, it } from 'vitest';
import type { PeakaClient } from '../../../app/peaka/client.ts';
import { createPeakaDirectory } from '../../../app/peaka/directory.ts';
import { createPeakaLinks } from '../../../app/peaka/links.ts';
import type { CodeOf } from '../../../app/shared/error-codes.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaLink } from '../../../app/shared/peaka/link.ts';
import { rejection } from '../oauth/token-settings.ts';
import { peakaAccess, playedClient } from './peaka-accounts.ts';
import { link, memoryVault } from './peaka-links.ts';

const remote = (id: string, type = 'hubspot') => ({ id, name: `Name of ${id}`, type, url: undefined });
const failing = (code: CodeOf<'peaka'>) => async () => {
  throw new RequestError(code, verbatim(code));
};

function opened(answers: Partial<PeakaClient>, stored: readonly PeakaLink[] = [link()]) {
  let content = stored;
  let time = 1000;
  let apiKey = 'key-1';
  const vault = memoryVault();
  const links = createPeakaLinks(
    {
      read: () => content,
      save: (next) => {
        content = next;
      },
    },
    vault,
    () => undefined,
  );
  const { client, calls } = playedClient(answers);
  const directory = createPeakaDirectory({
    client,
    accounts: { access: async (accountId) => peakaAccess({ accountId, apiKey }) },
    links,
    credentialOf: (known) => (known.way === 'form' ? { user: 'me', password: 'pw' } : undefined),
    now: () => time,
  });
  return {
    directory,
    links,
    vault,
    calls,
    answers,
    later: (ms: number) => {
      time += ms;
    },
    withKey: (next: string) => {
      apiKey = next;
    },
  };
}

describe('the places', () => {
  it('are those that the account reaches', async () => {
    const { directory, calls } = opened({
      organizations: async () => [{ id: 'o', name: 'O' }],
      workspaces: async () => [{ id: 'w', name: 'W' }],
      projects: async () => [{ id: 'p', name: 'P' }],
      detail: async () => [['type', 'hubspot']],
    });
    expect(await directory.organizations('account-1')).toEqual([{ id: 'o', name: 'O' }]);
    expect(await directory.workspaces('account-1', 'o')).toEqual([{ id: 'w', name: 'W' }]);
    expect(await directory.projects('account-1', 'o', 'w')).toEqual([{ id: 'p', name: 'P' }]);
    expect(await directory.detail('account-1', 'p', 'c')).toEqual([['type', 'hubspot']]);
    expect(calls).toEqual([
      ['organizations', peakaAccess()],
      ['workspaces', peakaAccess(), 'o'],
      ['projects', peakaAccess(), 'o', 'w'],
      ['detail', peakaAccess(), 'p', 'c'],
    ]);
  });
});

describe('the types', () => {
  it('are kept for ten minutes, for the account and its key', async () => {
    const { directory, calls, later, withKey } = opened({ types: async () => [] });
    await Promise.all([directory.types('account-1'), directory.types('account-1')]);
    later(599_000);
    await directory.types('account-1');
    expect(calls).toHaveLength(1);
    await directory.types('account-2');
    expect(calls).toHaveLength(2);
    later(1000);
    await directory.types('account-1');
    expect(calls).toHaveLength(3);
    withKey('key-2');
    await directory.types('account-1');
    expect(calls).toHaveLength(4);
  });

  it('are asked for again after a failure, and after the clock was set back', async () => {
    const { directory, answers, calls, later } = opened({ types: failing('peaka.server_error') });
    expect(await rejection(directory.types('account-1'))).toMatchObject({ code: 'peaka.server_error' });
    answers.types = async () => [];
    expect(await directory.types('account-1')).toEqual([]);
    later(-1);
    await directory.types('account-1');
    expect(calls).toHaveLength(3);
  });
});

describe('the connections of a project', () => {
  const links = [
    link({ id: 'here', peakaId: 'c1' }),
    link({ id: 'gone', peakaId: 'c9' }),
    link({ id: 'unanswered', peakaId: '' }),
    link({ id: 'elsewhere', peakaId: 'c8', project: { id: 'project-2', name: 'P2' } }),
    link({ id: 'of another', peakaId: 'c2', accountId: 'account-2' }),
  ];

  it('know what was made here, and what is gone there', async () => {
    const { directory } = opened({ list: async () => [remote('c1'), remote('c2', 'stripe')] }, links);
    expect(await directory.connections('account-1', 'project-1')).toEqual({
      connections: [
        { id: 'c1', name: 'Name of c1', type: 'hubspot', linkId: 'here' },
        { id: 'c2', name: 'Name of c2', type: 'stripe', linkId: null },
      ],
      gone: ['gone'],
    });
  });

  it('are not gone if they were made or removed during the request', async () => {
    const made = opened(
      {
        list: async () => {
          made.links.put(link({ id: 'new', peakaId: 'c5' }));
          made.links.remove('gone');
          return [];
        },
      },
      links,
    );
    expect(await made.directory.connections('account-1', 'project-1')).toEqual({ connections: [], gone: ['here'] });
  });
});

describe('a new name', () => {
  it('goes with the credential that is known here', async () => {
    const { directory, links, calls } = opened({ update: async () => remote('peaka-1') });
    await directory.rename('account-1', 'project-1', 'peaka-1', 'New');
    const request = { name: 'New', type: 'hubspot', credential: { user: 'me', password: 'pw' } };
    expect(calls).toEqual([['update', peakaAccess(), 'project-1', 'peaka-1', request]]);
    expect(links.get('link-1')).toMatchObject({ name: 'New', updatedAt: 1000 });
  });

  it('goes alone for a login', async () => {
    const { directory, links, calls } = opened({ update: async () => remote('peaka-1') }, [link({ way: 'own_app' })]);
    await directory.rename('account-1', 'project-1', 'peaka-1', 'New');
    expect(calls[0]?.at(-1)).toEqual({ name: 'New', type: 'hubspot', credential: undefined });
    expect(links.get('link-1')).toMatchObject({ name: 'New', updatedAt: 1 });
  });

  it('keeps the type of a connection made elsewhere', async () => {
    const { directory, calls } = opened({ get: async () => remote('c2', 'stripe'), update: async () => remote('c2') });
    await directory.rename('account-1', 'project-1', 'c2', 'New');
    expect(calls.at(-1)?.at(-1)).toEqual({ name: 'New', type: 'stripe', credential: undefined });
  });

  it('is not sent without a type', async () => {
    const { directory, calls } = opened({ get: async () => remote('c2', '') });
    const error = await rejection(directory.rename('account-1', 'project-1', 'c2', 'New'));
    expect(error).toMatchObject({ code: 'peaka.unexpected_response' });
    expect(calls.map(([name]) => name)).toEqual(['get']);
  });

  it('changes nothing here if Peaka refuses it', async () => {
    const { directory, links } = opened({ update: failing('peaka.conflict') });
    const error = await rejection(directory.rename('account-1', 'project-1', 'peaka-1', 'New'));
    expect(error).toMatchObject({ code: 'peaka.conflict' });
    expect(links.get('link-1').name).toBe('Sales');
  });
});

describe('a deletion at Peaka', () => {
  it.each([
    ['', async () => undefined],
    [' that is already gone', failing('peaka.not_found')],
  ])('of a connection%s removes its link and secrets', async (_, remove) => {
    const { directory, links, vault } = opened({ remove });
    vault.write('link-1', 'value:password', 'pw');
    await directory.remove('account-1', 'project-1', 'peaka-1');
    expect(links.list()).toEqual([]);
    expect(vault.stored.size).toBe(0);
  });

  it('that fails keeps it', async () => {
    const { directory, links } = opened({ remove: failing('peaka.forbidden') });
    const error = await rejection(directory.remove('account-1', 'project-1', 'peaka-1'));
    expect(error).toMatchObject({ code: 'peaka.forbidden' });
    expect(links.list()).toHaveLength(1);
  });
});
