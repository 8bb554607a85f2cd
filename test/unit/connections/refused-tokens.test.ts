import { expect, it } from 'vitest';
import { createRefusedTokens } from '../../../app/connections/refused-tokens.ts';

it('knows which token was refused and why, until one is accepted, and tells each change once', () => {
  const changes: string[] = [];
  const tokens = createRefusedTokens((id) => changes.push(id));
  tokens.accepted('a');
  tokens.note('a', 't1', 'token');
  tokens.note('a', 't1', 'token');
  expect(changes).toEqual(['a']);
  expect(tokens.of('a', 't1')).toMatchObject({ code: 'token.not_accepted' });
  expect(tokens.of('a', 't1')).not.toHaveProperty('details');
  expect([tokens.of('a', 't2'), tokens.of('b', 't1')]).toEqual([undefined, undefined]);
  tokens.note('a', 't1', 'data');
  expect(tokens.of('a', 't1')).toMatchObject({ code: 'token.not_accepted', details: { status: 403 } });
  tokens.note('a', 't2', 'data');
  expect(tokens.of('a', 't1')).toBeUndefined();
  tokens.accepted('a');
  expect(tokens.of('a', 't2')).toBeUndefined();
  expect(changes).toEqual(['a', 'a', 'a', 'a']);
});
