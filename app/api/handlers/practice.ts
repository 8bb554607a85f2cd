import { type Practice, practiceReport } from '../../practice/practice.ts';
import { type SetUpDeps, setUpPractice } from '../../practice/setup.ts';
import type { AreaHandlers, Opened } from './handlers.ts';

export interface PracticeHandlersDeps extends SetUpDeps {
  practice: Pick<Practice, 'status' | 'start' | 'stop' | 'setTokenLifetime'>;
}

export const practiceHandlers = (opened: Opened<PracticeHandlersDeps>): AreaHandlers<'practice'> => ({
  'practice.status': async () => practiceReport((await opened()).practice.status()),
  'practice.start': async () => {
    const { practice } = await opened();
    await practice.start();
    return practiceReport(practice.status());
  },
  'practice.stop': async () => {
    const { practice } = await opened();
    await practice.stop();
    return practiceReport(practice.status());
  },
  'practice.setTokenLifetime': async ({ seconds }) => {
    const { practice } = await opened();
    practice.setTokenLifetime(seconds);
    return practiceReport(practice.status());
  },
  'practice.setUp': async ({ grants, onlyConnections = false }) =>
    setUpPractice(grants, { onlyConnections }, await opened()),
});
