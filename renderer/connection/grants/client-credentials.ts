import { message } from '../../messages/text.ts';
import type { GrantView } from './grant-view.ts';
import { tokenStep } from './steps.ts';

export const clientCredentialsView: GrantView = {
  name: message('connection.grant.clientCredentials'),
  inLine: message('connection.grant.clientCredentials.inLine'),
  sentence: message('connection.grant.clientCredentials.sentence'),
  hint: message('connection.grant.clientCredentials.hint'),
  steps: () => [tokenStep],
};
