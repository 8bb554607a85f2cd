import type { TokenMapping, TokenPlacement } from './token-mapping.ts';

/** RFC 6750 §2.1. */
export const bearerPlacement: TokenPlacement = { in: 'header', name: 'Authorization', prefix: 'Bearer ' };

/** RFC 6749 §5.1: every field has its standard name. */
export const standardTokenMapping: TokenMapping = {
  tokenPointer: '',
  accessToken: '',
  refreshToken: '',
  expiresIn: '',
  account: '',
};
