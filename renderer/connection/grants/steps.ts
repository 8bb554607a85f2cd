import type { RequestFacts, StepWords } from './grant-view.ts';

export const tokenStep: StepWords = {
  step: 'token_received',
  doing: 'Requesting the token',
  done: 'Token received',
};

export const waitingStep: StepWords = {
  step: 'waiting_for_login',
  doing: 'Waiting for you to log in',
  done: 'You logged in',
};

/** A login whose response comes to the callback URL. */
export const callbackSteps = ({ window }: RequestFacts): StepWords[] => [
  {
    step: 'window_opened',
    doing: window === 'browser' ? 'Opening your browser' : 'Opening the login window',
    done: window === 'browser' ? 'Browser opened' : 'Window opened',
  },
  waitingStep,
  { step: 'code_received', doing: 'Reading the response', done: 'Code received' },
  tokenStep,
];
