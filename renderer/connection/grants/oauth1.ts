import { isWithoutLogin } from '../../../app/shared/connection/grants/definitions.ts';
import type { TokenSource } from '../../../app/shared/connection/token-sources.ts';
import type { MoreSection } from '../more/more-sections.ts';
import { OwnTokenFields } from '../own-token-fields.tsx';
import type { GrantView } from './grant-view.ts';
import { callbackSteps } from './steps.ts';

/** Without a login the realm stands among the own fields, and without a token there is none to revoke. */
const hidden: Record<TokenSource, readonly MoreSection[]> = { login: [], own: ['client'], none: ['client', 'urls'] };

export const oauth1View: GrantView = {
  name: 'OAuth1',
  inLine: 'OAuth1',
  sentence: 'The older OAuth, which signs every request.',
  steps: (connection) =>
    isWithoutLogin(connection)
      ? [{ step: 'token_received', doing: 'Saving the settings', done: 'Saved' }]
      : [
          { step: 'request_token_received', doing: 'Requesting a request token', done: 'Request token received' },
          ...callbackSteps(connection),
        ],
  OwnFields: OwnTokenFields,
  hiddenSections: ({ tokenSource }) => hidden[tokenSource],
};
