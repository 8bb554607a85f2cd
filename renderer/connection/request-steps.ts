import type { Connection } from '../../app/shared/connection/connection.ts';
import { isWithoutLogin } from '../../app/shared/connection/grants/definitions.ts';
import type { RequestStep } from '../../app/shared/contract/connections.ts';

/** What the running list shows, for each grant in its order: what happens now, and what has happened. */
export interface StepWords {
  step: RequestStep;
  /** Before and while it happens. */
  doing: string;
  done: string;
}

export function stepsOf(connection: Pick<Connection, 'grant' | 'window' | 'tokenSource'>): StepWords[] {
  if (isWithoutLogin(connection)) return [{ step: 'token_received', doing: 'Saving the settings', done: 'Saved' }];
  const windowSteps: StepWords[] = [
    {
      step: 'window_opened',
      doing: connection.window === 'browser' ? 'Opening your browser' : 'Opening the login window',
      done: connection.window === 'browser' ? 'Browser opened' : 'Window opened',
    },
    { step: 'waiting_for_login', doing: 'Waiting for you to log in', done: 'You logged in' },
  ];
  switch (connection.grant) {
    case 'authorization_code':
      return [
        ...windowSteps,
        { step: 'code_received', doing: 'Reading the response', done: 'Code received' },
        { step: 'token_received', doing: 'Requesting the token', done: 'Token received' },
      ];
    case 'oauth1':
      return [
        {
          step: 'request_token_received',
          doing: 'Requesting a request token',
          done: 'Request token received',
        },
        ...windowSteps,
        { step: 'code_received', doing: 'Reading the response', done: 'Code received' },
        { step: 'token_received', doing: 'Requesting the token', done: 'Token received' },
      ];
    case 'device_code':
      return [
        { step: 'device_code_received', doing: 'Requesting a code', done: 'Code received' },
        { step: 'waiting_for_login', doing: 'Waiting for you to log in', done: 'You logged in' },
        { step: 'token_received', doing: 'Requesting the token', done: 'Token received' },
      ];
    case 'client_credentials':
    case 'password':
      return [{ step: 'token_received', doing: 'Requesting the token', done: 'Token received' }];
  }
}

export interface StepLine {
  step: RequestStep;
  state: 'done' | 'current' | 'failed' | 'pending';
  text: string;
}

/**
 * The list as it stands: `reached` is the last step that main told. "Waiting for you to log in" is told when the wait
 * begins, so it stays the current line until the code comes; every other step is told when it is done.
 */
export function stepLines(
  connection: Pick<Connection, 'grant' | 'window' | 'tokenSource'>,
  reached: RequestStep | null,
  failed: boolean,
): StepLine[] {
  const steps = stepsOf(connection);
  const at = reached === null ? -1 : steps.findIndex((each) => each.step === reached);
  const current = reached === 'waiting_for_login' ? at : at + 1;
  return steps.map(({ step, doing, done }, index) => {
    if (index < current) return { step, state: 'done', text: done };
    if (index === current) return { step, state: failed ? 'failed' : 'current', text: doing };
    return { step, state: 'pending', text: step === 'waiting_for_login' ? doing : done };
  });
}
