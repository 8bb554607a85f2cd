import { describe, expect, it } from 'vitest';
import { peakaLoginWays } from '../../../../../../app/shared/peaka/link.ts';
import {
  answersOf,
  callbackFor,
  ownCallbackProblem,
  usesOwnCallback,
  wayOf,
} from '../../../../../../renderer/peaka/dialogs/through/way.ts';

const popupCallback = 'https://www.peakboard.com/oauth2-callback/';
const peakaCallback = 'https://peaka.studio/oauth2/callback';

describe('the two questions', () => {
  it('lead to the way', () => {
    expect(wayOf({ app: 'peaka', callback: 'forwarded' })).toBe('peaka_app');
    expect(wayOf({ app: 'own', callback: 'peaka' })).toBe('own_app');
    expect(wayOf({ app: 'own', callback: 'forwarded' })).toBe('forwarded');
    expect(wayOf({ app: 'own', callback: 'own' })).toBe('own_callback');
  });

  it('are answered by a way', () => {
    for (const way of peakaLoginWays) expect(wayOf(answersOf(way))).toBe(way);
    expect(peakaLoginWays.filter((way) => usesOwnCallback(answersOf(way)))).toEqual(['forwarded', 'own_callback']);
  });
});

describe('the user’s callback URL', () => {
  it('starts as one that Tokenboard receives in this window', () => {
    expect(callbackFor({ app: 'own', callback: 'own' }, 'popup', '')).toBe(popupCallback);
    expect(callbackFor({ app: 'own', callback: 'own' }, 'browser', popupCallback)).toBe('http://127.0.0.1/');
  });

  it('is the user’s to enter where it leads on to Peaka', () => {
    expect(callbackFor({ app: 'own', callback: 'forwarded' }, 'popup', popupCallback)).toBe('');
  });

  it('stays if the user entered it', () => {
    for (const callback of ['forwarded', 'own'] as const)
      expect(callbackFor({ app: 'own', callback }, 'browser', 'https://example.com/cb')).toBe('https://example.com/cb');
  });

  it('cannot be Peaka’s, or one that cannot be forwarded', () => {
    const problemOf = (callback: 'forwarded' | 'own', url: string) =>
      ownCallbackProblem({ app: 'own', callback }, 'popup', url, peakaCallback);
    expect(problemOf('forwarded', 'https://example.com/cb')).toBeUndefined();
    expect(problemOf('forwarded', peakaCallback)).toMatchObject({ id: 'peaka.through.callbackUrl.isPeakas' });
    expect(problemOf('forwarded', 'myapp://callback')).toMatchObject({ id: 'fields.callback.browser' });
    expect(problemOf('own', 'myapp://callback')).toBeUndefined();
    expect(problemOf('own', '')).toMatchObject({ id: 'fields.callback.missing' });
  });
});
