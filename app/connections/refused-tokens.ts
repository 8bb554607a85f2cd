import type { ErrorReport } from '../shared/errors.ts';

/** Access tokens that an API refused when they were last used. In memory: the next start finds out anew. */
export interface RefusedTokens {
  /** A GET with this token was refused with this status, and no renewal helped. */
  note(id: string, accessToken: string, status: number): void;
  /** A GET with the connection's token succeeded. */
  accepted(id: string): void;
  /** Why this token cannot be called good; a renewed one starts anew. */
  of(id: string, accessToken: string): ErrorReport | undefined;
}

export function createRefusedTokens(onChange: (id: string) => void): RefusedTokens {
  const refused = new Map<string, { accessToken: string; report: ErrorReport }>();
  return {
    note: (id, accessToken, status) => {
      const report = status === 403 ? forbiddenReport : refusedReport;
      const known = refused.get(id);
      if (known?.accessToken === accessToken && known.report === report) return;
      refused.set(id, { accessToken, report });
      onChange(id);
    },
    accepted: (id) => {
      if (refused.delete(id)) onChange(id);
    },
    of: (id, accessToken) => {
      const known = refused.get(id);
      return known?.accessToken === accessToken ? known.report : undefined;
    },
  };
}

const refusedReport: ErrorReport = {
  code: 'token.not_accepted',
  message: 'The service refused the token at the last request. The access may have been revoked.',
};

/** A 403 may be about the data alone, but a token that is new and refused is none to rely on. */
const forbiddenReport: ErrorReport = {
  code: 'token.not_accepted',
  message:
    'The service refused a renewed token too. The access may have been revoked, or the account may not see the data.',
  details: { status: 403 },
};
