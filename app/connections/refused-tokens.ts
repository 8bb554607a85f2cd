import type { ErrorReport } from '../shared/errors.ts';

/** Access tokens that an API refused when they were last used. In memory: the next start finds out anew. */
export interface RefusedTokens {
  /** A GET with this token was refused with 401, and no renewal helped. */
  note(id: string, accessToken: string): void;
  /** A GET with the connection's token succeeded. */
  accepted(id: string): void;
  /** Why this token cannot be called good; a renewed one starts anew. */
  of(id: string, accessToken: string): ErrorReport | undefined;
}

export function createRefusedTokens(onChange: (id: string) => void): RefusedTokens {
  const refused = new Map<string, string>();
  return {
    note: (id, accessToken) => {
      if (refused.get(id) === accessToken) return;
      refused.set(id, accessToken);
      onChange(id);
    },
    accepted: (id) => {
      if (refused.delete(id)) onChange(id);
    },
    of: (id, accessToken) => (refused.get(id) === accessToken ? refusedReport : undefined),
  };
}

const refusedReport: ErrorReport = {
  code: 'token.not_accepted',
  message: 'The service refused the token at the last request. The access may have been revoked.',
};
