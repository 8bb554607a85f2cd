import { expect, it } from 'vitest';
import { loginRequired } from '../../../../app/connections/renewal/login-required-notification.ts';

it('names one connection, three, and the first three of many', () => {
  expect(loginRequired(['Sales'])).toEqual([
    'A connection needs a new login',
    '“Sales”. Its token cannot be renewed any more: open Tokenboard and request a new one.',
  ]);
  expect(loginRequired(['A', 'B', 'C'])).toEqual([
    '3 connections need a new login',
    '“A”, “B”, “C”. Their tokens cannot be renewed any more: open Tokenboard and request a new one.',
  ]);
  expect(loginRequired(['A', 'B', 'C', 'D', 'E'])[1]).toMatch(/^“A”, “B”, “C”, 2 more\. Their/);
});
