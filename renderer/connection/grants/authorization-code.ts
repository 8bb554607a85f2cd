import { message } from '../../messages/text.ts';
import type { GrantView } from './grant-view.ts';
import { callbackSteps } from './steps.ts';

export const authorizationCodeView: GrantView = {
  name: message('connection.grant.authorizationCode'),
  inLine: message('connection.grant.authorizationCode.inLine'),
  sentence: message('connection.grant.authorizationCode.sentence'),
  steps: callbackSteps,
};
