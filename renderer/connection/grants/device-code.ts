import type { GrantView } from './grant-view.ts';
import { tokenStep, waitingStep } from './steps.ts';

export const deviceCodeView: GrantView = {
  name: 'Device code',
  inLine: 'device code',
  sentence: 'You enter a short code at the service, in any browser, even on your phone.',
  hint: 'You enter a short code on your phone or in any browser.',
  steps: () => [
    { step: 'device_code_received', doing: 'Requesting a code', done: 'Code received' },
    waitingStep,
    tokenStep,
  ],
  waiting: 'Enter the code at the service. This dialog continues by itself.',
};
