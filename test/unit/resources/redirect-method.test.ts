import { expect, it } from 'vitest';
import { methodAfterRedirect } from '../../../app/resources/redirect-method.ts';

it.each([
  ['POST', 301, 'GET'],
  ['POST', 302, 'GET'],
  ['POST', 303, 'GET'],
  ['POST', 307, 'POST'],
  ['POST', 308, 'POST'],
  ['GET', 307, 'GET'],
  ['GET', 302, 'GET'],
] as const)('follows a %s with status %d by a %s', (method, status, next) => {
  expect(methodAfterRedirect(method, status)).toBe(next);
});
