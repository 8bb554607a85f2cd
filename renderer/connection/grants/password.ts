import { PasswordFields } from '../password-fields.tsx';
import type { GrantView } from './grant-view.ts';
import { tokenStep } from './steps.ts';

export const passwordView: GrantView = {
  name: 'Password',
  inLine: 'password',
  sentence:
    'Tokenboard sends your user name and password to the service. Use it only if the service offers nothing else.',
  isWarning: true,
  steps: () => [tokenStep],
  OwnFields: PasswordFields,
};
