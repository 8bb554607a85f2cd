import type { RequestStep } from '../../app/shared/contract/connections.ts';
import type { RequestFacts, StepWords } from './grants/grant-view.ts';
import { grantViews } from './grants/grant-views.ts';
import type { ListedStep } from './step-list.tsx';

/** The steps of the running list, in order. */
export const stepsOf = (connection: RequestFacts): StepWords[] => grantViews[connection.grant].steps(connection);

type StepLine = ListedStep & { step: RequestStep };

/**
 * The current list: `reached` is the last step that main reported. Main reports "Waiting for you to log in" when the wait
 * begins, so it stays the current line until the code arrives. Main reports every other step when it is done.
 */
export function stepLines(connection: RequestFacts, reached: RequestStep | null, failed: boolean): StepLine[] {
  const steps = stepsOf(connection);
  const at = reached === null ? -1 : steps.findIndex((each) => each.step === reached);
  const current = reached === 'waiting_for_login' ? at : at + 1;
  return steps.map(({ step, doing, done }, index) => {
    if (index < current) return { step, state: 'done', text: done };
    if (index === current) return { step, state: failed ? 'failed' : 'current', text: doing };
    return { step, state: 'pending', text: step === 'waiting_for_login' ? doing : done };
  });
}
