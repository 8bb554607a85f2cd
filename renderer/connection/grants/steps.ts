import { message } from '../../messages/text.ts';
import type { RequestFacts, StepWords } from './grant-view.ts';

export const tokenStep: StepWords = {
  step: 'token_received',
  doing: message('connection.step.token'),
  done: message('connection.step.token.done'),
};

export const waitingStep: StepWords = {
  step: 'waiting_for_login',
  doing: message('connection.step.login'),
  done: message('connection.step.login.done'),
};

/** A login whose response comes to the callback URL. */
export const callbackSteps = ({ window }: RequestFacts): StepWords[] => [
  {
    step: 'window_opened',
    doing: message(`connection.step.${window}`),
    done: message(`connection.step.${window}.done`),
  },
  waitingStep,
  {
    step: 'code_received',
    doing: message('connection.step.code'),
    done: message('connection.step.code.done'),
  },
  tokenStep,
];
