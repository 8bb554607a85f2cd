import { describe, expect, it } from 'vitest';
import { askAboutKey } from '../../../app/peaka/check-key.ts';
import type { CodeOf } from '../../../app/shared/error-codes.ts';
import { RequestError } from '../../../app/shared/errors.ts';
import { verbatim } from '../../../app/shared/messages/message.ts';
import { rejection } from '../oauth/token-settings.ts';
import { peakaAccess, playedClient } from './peaka-accounts.ts';

const info = { userId: 'u', email: 'a@example.com', project: null };
const failing = (code: CodeOf<'peaka'>) => async () => {
  throw new RequestError(code, verbatim(code));
};

describe('a key', () => {
  it('of a project is one whose project is named', async () => {
    const project = { id: 'p', name: 'Sales' };
    const { client, calls } = playedClient({ info: async () => ({ ...info, project }) });
    expect(await askAboutKey(client, peakaAccess())).toEqual({ info: { ...info, project }, kind: 'project' });
    expect(calls.map(([name]) => name)).toEqual(['info']);
  });

  it('of a partner reaches the organizations, even where /info is missing', async () => {
    const organizations = async () => [];
    const known = playedClient({ info: async () => info, organizations });
    expect(await askAboutKey(known.client, peakaAccess())).toEqual({ info, kind: 'partner' });
    const unknown = playedClient({ info: failing('peaka.not_found'), organizations });
    expect(await askAboutKey(unknown.client, peakaAccess())).toMatchObject({ info: { email: '' }, kind: 'partner' });
  });

  it.each<CodeOf<'peaka'>>(['peaka.forbidden', 'peaka.key_refused', 'peaka.not_found'])(
    'that Peaka knows, but that does not reach them, is of a project: %s',
    async (code) => {
      const { client } = playedClient({ info: async () => info, organizations: failing(code) });
      expect(await askAboutKey(client, peakaAccess())).toEqual({ info, kind: 'project' });
    },
  );

  it.each<[CodeOf<'peaka'>, CodeOf<'peaka'> | undefined, CodeOf<'peaka'>]>([
    ['peaka.key_refused', undefined, 'peaka.key_refused'],
    ['peaka.not_json', undefined, 'peaka.not_json'],
    ['peaka.not_found', 'peaka.key_refused', 'peaka.key_refused'],
    ['peaka.not_found', 'peaka.not_found', 'peaka.not_found'],
  ])('is not known after %s and %s', async (first, second, code) => {
    const { client } = playedClient({ info: failing(first), ...(second && { organizations: failing(second) }) });
    expect(await rejection(askAboutKey(client, peakaAccess()))).toMatchObject({ code });
  });

  it('is not known while Peaka has a problem', async () => {
    const { client } = playedClient({ info: async () => info, organizations: failing('peaka.server_error') });
    expect(await rejection(askAboutKey(client, peakaAccess()))).toMatchObject({ code: 'peaka.server_error' });
  });
});
