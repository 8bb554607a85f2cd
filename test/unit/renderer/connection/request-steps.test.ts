import { describe, expect, it } from 'vitest';
import { newConnection } from '../../../../renderer/connection/draft.ts';
import { stepLines } from '../../../../renderer/connection/request-steps.ts';
import { textOf } from '../../../../renderer/messages/text.ts';

const popup = newConnection();
const states = (...parameters: Parameters<typeof stepLines>) => stepLines(...parameters).map((line) => line.state);

describe('the running list', () => {
  it('begins with its first line in progress', () => {
    expect(states(popup, null, false)).toEqual(['current', 'pending', 'pending', 'pending']);
  });

  it('waits for the login once the window is open', () => {
    const lines = stepLines(popup, 'window_opened', false);
    expect(lines.map((line) => line.state)).toEqual(['done', 'current', 'pending', 'pending']);
    expect(lines.map((line) => textOf(line.text))[1]).toBe('Waiting for you to log in');
    expect(stepLines(popup, 'waiting_for_login', false)).toEqual(lines);
  });

  it('asks for the token when the code is there', () => {
    expect(states(popup, 'code_received', false)).toEqual(['done', 'done', 'done', 'current']);
  });

  it('stops at the step that failed', () => {
    expect(states(popup, 'code_received', true)).toEqual(['done', 'done', 'done', 'failed']);
    expect(states(popup, 'waiting_for_login', true)).toEqual(['done', 'failed', 'pending', 'pending']);
  });

  it('has a request token first for OAuth1, and no window for a password', () => {
    expect(stepLines({ ...popup, grant: 'oauth1' }, null, false).map((line) => line.step)).toEqual([
      'request_token_received',
      'window_opened',
      'waiting_for_login',
      'code_received',
      'token_received',
    ]);
    expect(stepLines({ ...popup, grant: 'password' }, null, false).map((line) => line.step)).toEqual([
      'token_received',
    ]);
  });
});
