import { message } from '../../messages/text.ts';
import type { GrantView } from './grant-view.ts';
import { tokenStep, waitingStep } from './steps.ts';

export const deviceCodeView: GrantView = {
  name: message('connection.grant.deviceCode'),
  inLine: message('connection.grant.deviceCode.inLine'),
  sentence: message('connection.grant.deviceCode.sentence'),
  hint: message('connection.grant.deviceCode.hint'),
  steps: () => [
    {
      step: 'device_code_received',
      doing: message('connection.step.deviceCode'),
      done: message('connection.step.deviceCode.done'),
    },
    waitingStep,
    tokenStep,
  ],
  waiting: message('connection.progress.deviceCode'),
};
