import { isWithoutLogin } from '../../../app/shared/connection/grants/definitions.ts';
import type { TokenSource } from '../../../app/shared/connection/token-sources.ts';
import { message } from '../../messages/text.ts';
import type { MoreSection } from '../more/more-sections.ts';
import { OwnTokenFields } from '../own-token-fields.tsx';
import type { GrantView } from './grant-view.ts';
import { callbackSteps } from './steps.ts';

/** Without a login the realm stands among the own fields, and without a token there is none to revoke. */
const hidden: Record<TokenSource, readonly MoreSection[]> = { login: [], own: ['client'], none: ['client', 'urls'] };

export const oauth1View: GrantView = {
  name: message('connection.grant.oauth1'),
  inLine: message('connection.grant.oauth1.inLine'),
  sentence: message('connection.grant.oauth1.sentence'),
  steps: (connection) =>
    isWithoutLogin(connection)
      ? [
          {
            step: 'token_received',
            doing: message('connection.step.settings'),
            done: message('connection.step.settings.done'),
          },
        ]
      : [
          {
            step: 'request_token_received',
            doing: message('connection.step.requestToken'),
            done: message('connection.step.requestToken.done'),
          },
          ...callbackSteps(connection),
        ],
  OwnFields: OwnTokenFields,
  hiddenSections: ({ tokenSource }) => hidden[tokenSource],
};
