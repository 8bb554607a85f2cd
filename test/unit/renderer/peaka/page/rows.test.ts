import { describe, expect, it } from 'vitest';
import type { PeakaLink, PeakaLinkView } from '../../../../../app/shared/peaka/link.ts';
import { canUpdate, rowsOf } from '../../../../../renderer/peaka/page/rows.ts';
import { peakaLink } from '../../fake-peaka-state.ts';

const view = (facts: Partial<PeakaLink>, login: PeakaLinkView['login'] = null): PeakaLinkView => ({
  link: peakaLink(facts),
  secrets: [],
  login,
});
const there = (id: string, linkId: string | null = null) => ({ id, name: `Name of ${id}`, type: 'hubspot', linkId });
const types = [
  {
    type: 'hubspot',
    label: 'HubSpot',
    category: '',
    authorizationType: 'oauth2',
    needsLogin: true,
    fields: [],
    documentationUrl: '',
  },
];

describe('the connections of a project', () => {
  it('have the label of their type, or its identifier', () => {
    const list = { connections: [there('a'), { ...there('b'), type: 'stripe' }], gone: [] };
    expect(rowsOf(list, [], types).map(({ typeLabel }) => typeLabel)).toEqual(['HubSpot', 'stripe']);
  });

  it('are known here or made elsewhere', () => {
    const made = view({ id: 'link', peakaId: 'b' });
    const rows = rowsOf({ connections: [there('a'), there('b', 'link')], gone: [] }, [made], types);
    expect(rows.map(({ peakaId, state, view }) => [peakaId, state, view?.link.id])).toEqual([
      ['a', 'elsewhere', undefined],
      ['b', 'ready', 'link'],
    ]);
  });

  it('that are gone at Peaka come last, under the name that is known here', () => {
    const gone = view({ id: 'link', peakaId: 'x', name: 'Aardvark' });
    const rows = rowsOf({ connections: [there('a')], gone: ['link'] }, [gone], types);
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['Name of a', 'elsewhere'],
      ['Aardvark', 'gone'],
    ]);
  });

  it('are shown also if Peaka has not told their ID', () => {
    const lost = view({ id: 'link', peakaId: '', state: 'unfinished' });
    expect(rowsOf({ connections: [], gone: [] }, [lost], types)).toMatchObject([{ peakaId: '', state: 'unfinished' }]);
  });

  it('have the name that Peaka has now, else their ID', () => {
    const made = view({ id: 'link', peakaId: 'a', name: 'Old name' });
    expect(rowsOf({ connections: [there('a', 'link')], gone: [] }, [made], types)[0]?.name).toBe('Name of a');
    expect(rowsOf({ connections: [{ ...there('a'), name: '' }], gone: [] }, [], types)[0]?.name).toBe('a');
  });

  it('say what they wait for', () => {
    const pending = { since: 1, attempts: 1, retryAt: 2 };
    const login = { step: 'waiting_for_login', window: 'popup', waitsForPaste: false } as const;
    const stateOf = (made: PeakaLinkView) =>
      rowsOf({ connections: [there('a', 'link')], gone: [] }, [made], types)[0]?.state;
    expect(stateOf(view({ pending }))).toBe('waiting');
    expect(stateOf(view({ state: 'unfinished', pending }))).toBe('unfinished');
    expect(stateOf(view({ state: 'unfinished' }, login))).toBe('logging_in');
  });
});

it('only what was made from values here can be updated', () => {
  const row = (facts: Partial<PeakaLink>) => {
    const [only] = rowsOf({ connections: [there('peaka-1', 'link')], gone: [] }, [view(facts)], types);
    return only !== undefined && canUpdate(only);
  };
  expect(row({ way: 'form' })).toBe(true);
  expect(row({ way: 'hand_over' })).toBe(true);
  expect(row({ way: 'peaka_app' })).toBe(false);
  expect(row({ way: 'hand_over', state: 'unfinished' })).toBe(false);
  const [elsewhere] = rowsOf({ connections: [there('a')], gone: [] }, [], types);
  expect(elsewhere !== undefined && canUpdate(elsewhere)).toBe(false);
});
