import type { GrantView } from './grant-view.ts';
import { callbackSteps } from './steps.ts';

export const authorizationCodeView: GrantView = {
  name: 'Authorization code',
  inLine: 'authorization code',
  sentence:
    'You log in at the service in its own window. Tokenboard never sees your password. Works with nearly every service.',
  steps: callbackSteps,
};
