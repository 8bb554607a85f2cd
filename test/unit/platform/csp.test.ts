import { expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../../app/platform/csp.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values.join(' ')];
  }),
);

it('allows no inline script, no eval and no remote origin [10]', () => {
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('connect-src')).toBe("'self'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*|data:|blob:/);
});

it('allows no form, no frame and no other base [10]', () => {
  for (const name of ['form-action', 'frame-src', 'frame-ancestors', 'base-uri', 'object-src', 'worker-src'])
    expect(directives.get(name)).toBe("'none'");
  expect(securityHeaders).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
});
