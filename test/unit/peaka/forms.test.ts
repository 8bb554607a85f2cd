import { describe, expect, it } from 'vitest';
import type { PeakaClient } from '../../../app/peaka/client.ts';
import { createPeakaForms } from '../../../app/peaka/forms.ts';
import { createTurns } from '../../../app/peaka/turns.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import type { PeakaType } from '../../../app/shared/peaka/connection-type.ts';
import { rejection } from '../oauth/token-settings.ts';
import { access, field, link, memoryLinks, playedPeaka } from './peaka-links.ts';

const postgres: PeakaType = {
  type: 'POSTGRES',
  label: 'PostgreSQL',
  category: 'Database',
  authorizationType: 'custom',
  needsLogin: false,
  fields: [
    field('url', { required: true }),
    field('port', { kind: 'number', required: true }),
    field('password', { required: true, isSecret: true }),
    field('schema'),
    field('note', { isSecret: true }),
  ],
  documentationUrl: '',
};
const request = {
  linkId: 'link-1',
  accountId: 'account-1',
  project: { id: 'project-1', name: 'Dashboards' },
  type: 'POSTGRES',
  name: 'Sales',
  values: { url: 'db.example', port: 5432, password: 'canary', schema: '' },
};
const credential = { url: 'db.example', port: 5432, password: 'canary' };

function forms(changes: Partial<PeakaClient> = {}) {
  const { links, vault, unwritableFrom } = memoryLinks();
  const turns = createTurns();
  const { client, calls } = playedPeaka(changes);
  const made = createPeakaForms({
    client,
    accounts: { access: async () => access },
    directory: { types: async () => [postgres] },
    links,
    vault,
    alone: (linkId, work) => turns.take(linkId, work),
    storedError: (error) => ({ ...error, serviceMessage: error.serviceMessage?.replaceAll('canary', '***') }),
    view: (linkId) => ({ link: links.get(linkId), secrets: [], login: null }),
    now: () => 17,
  });
  return { ...made, links, vault, calls, unwritableFrom };
}
const refusal = (code: 'peaka.invalid_request' | 'peaka.result_unknown') => async () => {
  throw new RequestError(code, verbatim('no'), { serviceMessage: 'bad canary' });
};

describe('a form', () => {
  it('creates the connection, with the secret values in the vault only [37]', async () => {
    const { create, vault, calls } = forms();
    const { link: made } = await create(request);
    expect(calls).toEqual([['create', { name: 'Sales', type: 'POSTGRES', credential }]]);
    expect(made).toMatchObject({
      way: 'form',
      state: 'ready',
      peakaId: 'peaka-1',
      values: { url: 'db.example', port: 5432 },
      secretFields: ['password'],
      updatedAt: 17,
    });
    expect(JSON.stringify(made)).not.toContain('canary');
    expect(vault.read('link-1', 'value:password')).toBe('canary');
  });

  it('sends nothing while a required field is missing', async () => {
    const { create, links, calls } = forms();
    expect(await rejection(create({ ...request, values: { url: 'db', port: 1 } }))).toMatchObject({
      code: 'peaka.values_missing',
      details: { fields: 'password' },
    });
    expect(calls).toEqual([]);
    expect(links.list()).toEqual([]);
  });

  it('leaves nothing behind if Peaka refused it', async () => {
    const { create, links, vault } = forms({ create: refusal('peaka.invalid_request') });
    expect(await rejection(create(request))).toMatchObject({ code: 'peaka.invalid_request' });
    expect(links.list()).toEqual([]);
    expect(vault.stored.size).toBe(0);
  });

  it('stays known as unfinished if Peaka may have made it, without the secret in its error [37]', async () => {
    const { create, links } = forms({ create: refusal('peaka.result_unknown') });
    expect(await rejection(create(request))).toMatchObject({ code: 'peaka.result_unknown' });
    expect(links.get('link-1')).toMatchObject({
      state: 'unfinished',
      peakaId: '',
      error: { code: 'peaka.result_unknown', serviceMessage: 'bad ***' },
    });
    expect(await rejection(forms().update({ linkId: 'link-1', name: '', values: {} }))).toMatchObject({
      code: 'peaka.link_not_found',
    });
  });

  it('is sent once, however often the user clicks', async () => {
    const { create, calls } = forms();
    await Promise.all([create(request), create(request)]);
    expect(calls).toHaveLength(1);
    expect(await rejection(create(request))).toMatchObject({ code: 'input.invalid' });
    expect(calls).toHaveLength(1);
  });

  it('sends an update with all known values, and forgets what was emptied', async () => {
    const { create, update, vault, calls } = forms();
    await create({ ...request, values: { ...request.values, schema: 'public', note: 'secret note' } });
    const { link: changed } = await update({
      linkId: 'link-1',
      name: 'Sales 2',
      values: { port: 5433, schema: '', note: '' },
    });
    expect(calls[1]).toEqual([
      'update',
      { name: 'Sales 2', type: 'POSTGRES', credential: { ...credential, port: 5433 } },
    ]);
    expect(changed).toMatchObject({
      name: 'Sales 2',
      values: { url: 'db.example', port: 5433 },
      secretFields: ['password'],
    });
    expect(changed.values).not.toHaveProperty('schema');
    expect(vault.has('link-1', 'value:note')).toBe(false);
    expect(vault.read('link-1', 'value:password')).toBe('canary');
  });

  it('keeps the old values if Peaka did not take the new ones', async () => {
    const { create, update, links, vault } = forms({ update: refusal('peaka.invalid_request') });
    await create(request);
    await rejection(update({ linkId: 'link-1', name: 'New', values: { password: 'other' } }));
    expect(links.get('link-1')).toMatchObject({ name: 'Sales' });
    expect(vault.read('link-1', 'value:password')).toBe('canary');
  });

  it('updates no login, and no connection whose ID is unknown', async () => {
    const { update, links } = forms();
    links.put(link({ way: 'peaka_app' }));
    expect(await rejection(update({ linkId: 'link-1', name: '', values: {} }))).toMatchObject({
      code: 'input.invalid',
    });
    links.put(link({ peakaId: '' }));
    expect(await rejection(update({ linkId: 'link-1', name: '', values: {} }))).toMatchObject({
      code: 'peaka.link_unfinished',
    });
  });

  it('that the user forgot while it was sent is known again, because Peaka has it', async () => {
    const t = forms({
      create: async () => {
        t.links.remove('link-1');
        return { id: 'peaka-1', name: '', type: '', url: undefined };
      },
    });
    const { link: made } = await t.create(request);
    expect(made).toMatchObject({ peakaId: 'peaka-1', state: 'ready' });
    expect(t.vault.read('link-1', 'value:password')).toBe('canary');
  });

  it('stays known as unfinished if its ID cannot be stored', async () => {
    const t = forms();
    t.unwritableFrom('peaka-1');
    expect(await rejection(t.create(request))).toMatchObject({ code: 'settings.unwritable' });
    expect(t.links.get('link-1')).toMatchObject({ state: 'unfinished', peakaId: '' });
  });

  it('leaves no secret behind if the user forgets it during an update', async () => {
    const t = forms({
      update: async (_access, _projectId, id, { name, type }) => {
        t.links.remove('link-1');
        return { id, name, type, url: undefined };
      },
    });
    await t.create(request);
    const change = { linkId: 'link-1', name: 'Sales', values: { password: 'canary-2' } };
    expect(await rejection(t.update(change))).toMatchObject({ code: 'peaka.link_not_found' });
    expect([...t.vault.stored]).toEqual([]);
  });

  it('sends one update after the other, each with the values of the one before', async () => {
    const first = Promise.withResolvers<void>();
    const t = forms({
      update: async (_access, _projectId, id, { name, type, credential: sent }) => {
        if (sent?.password === 'canary-2') await first.promise;
        return { id, name, type, url: undefined };
      },
    });
    await t.create(request);
    const one = t.update({ linkId: 'link-1', name: 'Sales', values: { password: 'canary-2' } });
    const two = t.update({ linkId: 'link-1', name: 'Sales', values: { port: 5433 } });
    first.resolve();
    await Promise.all([one, two]);
    expect(t.calls.at(-1)).toMatchObject(['update', { credential: { password: 'canary-2', port: 5433 } }]);
  });
});
