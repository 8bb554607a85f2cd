import type { ErrorReport } from '../shared/errors.ts';
import { message } from '../shared/messages/message.ts';

/**
 * Access tokens that an API refused when they were last used. In memory: after a restart the next GET finds out again.
 */
export interface RefusedTokens {
  /**
   * A GET with this token was refused, and no renewal helped. `token`: the service refused the token itself. `data`: it
   * may have refused only this data.
   */
  note(id: string, accessToken: string, refused: 'token' | 'data'): void;
  /** A GET with the connection's token succeeded. */
  accepted(id: string): void;
  /** Why this token does not work. A renewed token has no refusal. */
  of(id: string, accessToken: string): ErrorReport | undefined;
}

export function createRefusedTokens(onChange: (id: string) => void): RefusedTokens {
  const refused = new Map<string, { accessToken: string; report: ErrorReport }>();
  return {
    note: (id, accessToken, what) => {
      const report = reports[what];
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

const reports: Record<'token' | 'data', ErrorReport> = {
  token: {
    code: 'token.not_accepted',
    message: message('connection.tokenRefused'),
  },
  // A new token that was refused is not reliable either.
  data: {
    code: 'token.not_accepted',
    message: message('connection.dataRefused'),
    details: { status: 403 },
  },
};
