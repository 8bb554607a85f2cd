import { expect, it } from 'vitest';
import { loginRequired } from '../../../../app/connections/renewal/login-required-notification.ts';

it('names one connection, three, and the first three of many', () => {
  expect(loginRequired(['Sales'])).toEqual([
    'A connection needs a new login',
    '“Sales”. The token can no longer be renewed: open Tokenboard and request a new one.',
  ]);
  expect(loginRequired(['A', 'B', 'C'])).toEqual([
    '3 connections need a new login',
    '“A”, “B”, “C”. The tokens can no longer be renewed: open Tokenboard and request new ones.',
  ]);
  expect(loginRequired(['A', 'B', 'C', 'D', 'E'])[1]).toMatch(/^“A”, “B”, “C”, 2 more\. The tokens/);
});
