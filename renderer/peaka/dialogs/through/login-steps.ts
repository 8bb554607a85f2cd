import type { PeakaLogin } from '../../../../app/shared/peaka/link.ts';
import type { ListedStep } from '../../../connection/step-list.tsx';
import { message } from '../../../messages/text.ts';

type Step = PeakaLogin['step'];
type Shown = Exclude<Step, 'service_refused'>;

const steps = ['creating', 'window_opened', 'waiting_for_login', 'confirming'] as const satisfies Shown[];

const words = (window: PeakaLogin['window']) =>
  ({
    creating: [message('peaka.through.step.creating'), message('peaka.through.step.creating.done')],
    window_opened: [message(`connection.step.${window}`), message(`connection.step.${window}.done`)],
    waiting_for_login: [message('connection.step.login'), message('connection.step.login.done')],
    confirming: [message('peaka.through.step.confirming'), message('peaka.through.step.confirming.done')],
  }) as const;

/** The step that runs. Main reports an opened window when it is open: then the user's login is waited for. */
function currentOf(step: Step): Shown {
  if (step === 'window_opened' || step === 'service_refused') return 'waiting_for_login';
  return step;
}

/** The list of a login through Peaka, from the step that main reported last. Pure. */
export function loginLines(step: Step, window: PeakaLogin['window'], hasFailed: boolean): ListedStep[] {
  const at = steps.indexOf(currentOf(step));
  const stops = hasFailed || step === 'service_refused';
  return steps.map((each, index) => {
    const [doing, done] = words(window)[each];
    if (index < at) return { step: each, state: 'done', text: done };
    if (index === at) return { step: each, state: stops ? 'failed' : 'current', text: doing };
    return { step: each, state: 'pending', text: doing };
  });
}
