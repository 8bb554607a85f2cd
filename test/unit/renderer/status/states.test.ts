import { describe, expect, it } from 'vitest';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { inkOn, lettersOf } from '../../../../renderer/badge/tile.ts';
import { shell as de } from '../../../../renderer/messages/de/shell.ts';
import { shell as en } from '../../../../renderer/messages/en/shell.ts';
import { resourceState } from '../../../../renderer/status/states.ts';
import { authorized, connectionView, resourceView } from '../fake-state.ts';
import { presets } from '../presets.ts';

const google = connectionView(presets.get('google-sheets'), { id: 'google' });
const connectionOf = (id: string) => (id === 'google' ? google : undefined);
const usesGoogle = resourceView({ authorization: { type: 'oauth', connectionId: 'google' } });

describe('how a resource stands', () => {
  it('is how its connection stands', () => {
    expect(resourceState(usesGoogle, connectionOf)).toBe('needs_login');
    google.status = authorized();
    expect(resourceState(usesGoogle, connectionOf)).toBe('authorized');
    google.status = { status: 'renewing' };
    expect(resourceState(usesGoogle, connectionOf)).toBe('renewing');
  });

  it('needs a login without a connection, or when its connection is gone', () => {
    const none = resourceView({ authorization: { type: 'oauth', connectionId: null } });
    const gone = resourceView({ authorization: { type: 'oauth', connectionId: 'gone' } });
    expect(resourceState(none, connectionOf)).toBe('needs_login');
    expect(resourceState(gone, connectionOf)).toBe('needs_login');
  });

  it('needs its secret for Basic and Bearer, and nothing for none', () => {
    const bearer = resourceView({ authorization: { type: 'bearer' } });
    expect(resourceState(bearer, connectionOf)).toBe('needs_login');
    expect(resourceState({ ...bearer, secrets: ['bearerToken'] }, connectionOf)).toBe('authorized');
    expect(resourceState(resourceView({}), connectionOf)).toBe('no_authorization');
  });

  it('is failing where its last GET failed, and as its connection stands after the next that succeeds', () => {
    google.status = authorized();
    expect(resourceState(usesGoogle, connectionOf, 'failed')).toBe('failing');
    expect(resourceState(resourceView({}), connectionOf, 'failed')).toBe('failing');
    expect(resourceState(usesGoogle, connectionOf, 'succeeded')).toBe('authorized');
    google.status = { status: 'needs_login', error: { code: 'token.expired', message: verbatim('Ended.') } };
    expect(resourceState(usesGoogle, connectionOf, 'failed')).toBe('needs_login');
  });

  it('tells the end of the last GET before the app started, until one of this window ends', () => {
    const failed = { ...resourceView({}), lastRun: { at: 0, code: 'http.offline' } };
    expect(resourceState(failed, connectionOf)).toBe('failing');
    expect(resourceState(failed, connectionOf, 'succeeded')).toBe('no_authorization');
    expect(resourceState({ ...failed, lastRun: { at: 0, code: null } }, connectionOf)).toBe('no_authorization');
  });

  it.each(Object.entries({ en, de }))('has a word for every state, no two the same: %s', (_, texts) => {
    const words = Object.entries(texts).flatMap(([id, word]) => (id.startsWith('status.') ? [word] : []));
    expect(words).toHaveLength(6);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the tile of a service', () => {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
      const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it('is legible for every preset: a contrast of at least 4.5', () => {
    for (const { badge, name } of presets.all) {
      const [light = 0, dark = 0] = [luminance(badge.color), luminance(inkOn(badge.color))].sort((a, b) => b - a);
      expect((light + 0.05) / (dark + 0.05), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has the first letters of the name where there is no preset', () => {
    expect(lettersOf('Sales team')).toBe('ST');
    expect(lettersOf('übersicht')).toBe('ÜB');
    expect(lettersOf('…')).toBe('');
  });
});
