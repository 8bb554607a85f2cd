import { describe, expect, it } from 'vitest';
import type { ReloadState } from '../../../../app/shared/contract/reload.ts';
import type { ErrorCode } from '../../../../app/shared/error-codes.ts';
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

const worked = { lastRun: { code: null } };
const failed = { lastRun: { code: 'http.offline' } };
const held = (status: ReloadState['status'], code: ErrorCode | null = null): ReloadState => ({
  id: 'sales',
  status,
  nextAt: null,
  delayedBy: null,
  code,
  allowance: null,
});
const stateOf = (...[view, connections, facts]: Parameters<typeof resourceState>) =>
  resourceState(view, connections, facts).state;

describe('how a resource stands', () => {
  it('is first what keeps its authorization from working, whatever the last run was', () => {
    google.status = { status: 'unauthorized' };
    expect(stateOf(usesGoogle, connectionOf, worked)).toBe('needs_login');
    google.status = { status: 'needs_login', error: { code: 'token.expired', message: verbatim('Ended.') } };
    expect(stateOf(usesGoogle, connectionOf, failed)).toBe('needs_login');
    google.status = { status: 'authorizing', step: null, window: 'none', waitsForPaste: false };
    expect(stateOf(usesGoogle, connectionOf, failed)).toBe('authorizing');
    google.status = { status: 'failing', error: { code: 'http.offline', message: verbatim('No network.') } };
    expect(stateOf(usesGoogle, connectionOf, { ...worked, held: held('paused') })).toBe('failing');
  });

  it('needs a login without a connection, or when its connection is gone', () => {
    const none = resourceView({ authorization: { type: 'oauth', connectionId: null } });
    const gone = resourceView({ authorization: { type: 'oauth', connectionId: 'gone' } });
    expect(stateOf(none, connectionOf)).toBe('needs_login');
    expect(stateOf(gone, connectionOf)).toBe('needs_login');
  });

  it('needs its secret for Basic and Bearer, and nothing for none', () => {
    const bearer = resourceView({ authorization: { type: 'bearer' } });
    expect(stateOf(bearer, connectionOf)).toBe('needs_login');
    expect(stateOf({ ...bearer, secrets: ['bearerToken'] }, connectionOf, worked)).toBe('works');
    expect(stateOf(resourceView({}), connectionOf, worked)).toBe('works');
  });

  it('is then the last run’s truth: not run, works, or fails with what', () => {
    google.status = authorized();
    expect(stateOf(usesGoogle, connectionOf)).toBe('not_run');
    expect(stateOf(usesGoogle, connectionOf, worked)).toBe('works');
    expect(resourceState(usesGoogle, connectionOf, failed)).toEqual({
      state: 'failing',
      word: 'failing: There is no network',
    });
    google.status = { status: 'renewing' };
    expect(stateOf(usesGoogle, connectionOf, worked)).toBe('works');
    expect(resourceState(resourceView({}), connectionOf, { lastRun: { code: 'of.a_later_version' } }).word).toBe(
      'failing',
    );
  });

  it('is stale while its reload is paused or stopped, unless it fails', () => {
    google.status = authorized();
    expect(stateOf(usesGoogle, connectionOf, { ...worked, held: held('paused') })).toBe('stale');
    expect(
      resourceState(usesGoogle, connectionOf, { ...worked, held: held('stopped', 'practice.stopped') }).word,
    ).toMatch(/^reload stopped: \S/);
    expect(stateOf(usesGoogle, connectionOf, { ...failed, held: held('stopped', 'http.offline') })).toBe('failing');
  });

  it('tells the end of the last GET before the app started, until one of this window ends', () => {
    const before = { ...resourceView({}), lastRun: { at: 0, code: 'http.offline' } };
    expect(stateOf(before, connectionOf)).toBe('failing');
    expect(stateOf(before, connectionOf, worked)).toBe('works');
    expect(stateOf({ ...before, lastRun: { at: 0, code: null } }, connectionOf)).toBe('works');
  });

  it.each(Object.entries({ en, de }))('has a word for every state, no two the same: %s', (_, texts) => {
    const words = Object.entries(texts).flatMap(([id, word]) =>
      id.startsWith('status.') && !id.endsWith('.cause') ? [word] : [],
    );
    expect(words).toHaveLength(9);
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
