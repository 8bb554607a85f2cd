import { describe, expect, it } from 'vitest';
import { codeChallenge, createCodeVerifier } from '../../../app/oauth/pkce.ts';

describe('PKCE', () => {
  it('makes the challenge of RFC 7636 appendix B [20]', () => {
    expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('draws verifiers of 43 to 128 allowed characters that never repeat [20]', () => {
    const verifiers = Array.from({ length: 500 }, createCodeVerifier);
    expect(new Set(verifiers).size).toBe(500);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
  });
});
