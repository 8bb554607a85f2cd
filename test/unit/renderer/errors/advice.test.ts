import { describe, expect, it } from 'vitest';
import { verbatim } from '../../../../app/shared/messages/message.ts';
import { actionWords, adviceByCode, adviceFor } from '../../../../renderer/errors/advice.ts';

describe('advice', () => {
  it('speaks plainly: whole sentences, no exclamation marks, no excuses', () => {
    for (const { title, meaning, actions } of Object.values(adviceByCode)) {
      expect(`${title} ${meaning}`).not.toMatch(/!|oops|sorry|something went wrong/i);
      expect(title).not.toMatch(/\.$/);
      expect(meaning).toMatch(/\.$/);
      for (const action of actions) expect(actionWords[action]).toMatch(/^[A-Z]/);
    }
  });

  it('fills facts of the error into its advice', () => {
    const report = {
      code: 'http.offline',
      message: verbatim('No network.'),
      details: { host: 'api.example.com' },
    } as const;
    expect(adviceFor(report).meaning).toContain('api.example.com cannot be reached');
  });

  it('keeps the sentence of the error where a fact is missing', () => {
    expect(adviceFor({ code: 'http.offline', message: verbatim('No network.') }).meaning).toBe('No network.');
  });
});
