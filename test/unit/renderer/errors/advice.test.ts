import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calls, events } from '../../../../app/shared/contract/contract.ts';
import { actionWords, adviceByCode, adviceFor } from '../../../../renderer/errors/advice.ts';

const channels = new Set([...Object.keys(calls), ...Object.keys(events)]);
/** Messages between main and the preview worker, and files: no errors. */
const noErrors = /^(preview\.(rows|table|text|tree|value)|\w+\.json|callback\.html)$/;

function sourcesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/**
 * Every code that main can answer with: those that an error is made with, and whatever else stands in quotes and begins
 * as one of them does (a code is often chosen first and thrown later).
 */
function codesOf(folder: string): string[] {
  const sources = sourcesOf(folder);
  const thrown = sources.flatMap((source) =>
    [...source.matchAll(/new \w*Error\(\s*'([a-z0-9_]+\.[a-z0-9_]+)'/g)].map(([, code = '']) => code),
  );
  const layers = [...new Set([...thrown.map((code) => code.split('.')[0]), 'app'])].join('|');
  const quoted = new RegExp(`'((?:${layers})\\.[a-z0-9_]+)'`, 'g');
  const found = sources.flatMap((source) => [...source.matchAll(quoted)].map(([, code = '']) => code));
  return [...new Set(found)].filter((code) => !channels.has(code) && !noErrors.test(code)).sort();
}

const codes = codesOf(join(import.meta.dirname, '../../../../app'));

describe('advice', () => {
  it('finds the codes of the app', () => {
    expect(codes.length).toBeGreaterThan(60);
  });

  it.each(codes)('knows what %s means and what to do', (code) => {
    expect(adviceByCode[code], `renderer/errors/ has no advice for ${code}`).toBeDefined();
  });

  it('has no advice for a code that the app does not have', () => {
    expect(Object.keys(adviceByCode).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('speaks plainly: whole sentences, no exclamation marks, no excuses', () => {
    for (const { title, meaning, actions } of Object.values(adviceByCode)) {
      expect(`${title} ${meaning}`).not.toMatch(/!|oops|sorry|something went wrong/i);
      expect(title).not.toMatch(/\.$/);
      expect(meaning).toMatch(/\.$/);
      for (const action of actions) expect(actionWords[action]).toMatch(/^[A-Z]/);
    }
  });

  it('fills facts of the error into its advice', () => {
    const report = { code: 'http.offline', message: 'No network.', details: { host: 'api.example.com' } };
    expect(adviceFor(report).meaning).toContain('api.example.com cannot be reached');
  });

  it('keeps the sentence of the error where a fact is missing, and for a code that nobody knows', () => {
    expect(adviceFor({ code: 'http.offline', message: 'No network.' }).meaning).toBe('No network.');
    expect(adviceFor({ code: 'new.code', message: 'A new thing.' }).meaning).toBe('A new thing.');
  });
});
