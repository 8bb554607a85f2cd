import { message } from '../../messages/text.ts';
import { PasswordFields } from '../password-fields.tsx';
import type { GrantView } from './grant-view.ts';
import { tokenStep } from './steps.ts';

export const passwordView: GrantView = {
  name: message('connection.grant.password'),
  inLine: message('connection.grant.password.inLine'),
  sentence: message('connection.grant.password.sentence'),
  isWarning: true,
  steps: () => [tokenStep],
  OwnFields: PasswordFields,
};
