import type { Connection } from '../../app/shared/connection/connection.ts';
import type { ErrorReport } from '../../app/shared/errors.ts';
import type { Preset } from '../../app/shared/preset/preset.ts';
import { text, textOf } from '../messages/text.ts';
import { adviceFor } from './advice.ts';
import { noAttempt } from './attempts.ts';
import { clientRules } from './diagnosis-client.ts';
import { loginRules } from './diagnosis-login.ts';
import { loginPageRules } from './diagnosis-login-page.ts';
import { networkRules } from './diagnosis-network.ts';
import { oauth1Rules } from './diagnosis-oauth1.ts';
import { scopeRules } from './diagnosis-scopes.ts';
import type { ActionName, Attempt, Fix, Rule, SeenPage, Situation } from './rule.ts';

export interface Diagnosis {
  title: string;
  meaning: string;
  /** The one thing that most likely helps. */
  fix?: Fix | undefined;
  /** What else may help, most helpful first. */
  actions: ActionName[];
}

/** Known mistakes. The first rule that fits is taken. */
export const rules: readonly Rule[] = [
  ...loginPageRules,
  ...networkRules,
  ...oauth1Rules,
  ...loginRules,
  ...scopeRules,
  ...clientRules,
];

/** An error page says what the service would have said at the callback URL. */
const codesOf = ({ code }: ErrorReport): string[] => (code === 'window.error_page' ? [code, 'callback.error'] : [code]);

const fits = (rule: Rule, situation: Situation): boolean =>
  codesOf(situation.error).some((code) => rule.codes.test(code)) &&
  (rule.says === undefined || rule.says.test(situation.serviceMessage)) &&
  (rule.when === undefined || rule.when(situation));

/** What went wrong and what fixes it, in the current language; the advice of the code where no rule fits. */
export function diagnose(
  error: ErrorReport,
  connection?: Connection,
  preset?: Preset,
  seen: SeenPage | undefined = undefined,
  attempt: Attempt = noAttempt,
): Diagnosis {
  const serviceMessage = `${error.serviceMessage ?? ''} ${error.details?.error ?? ''}`;
  const situation: Situation = { error, connection, preset, seen, serviceMessage, attempt };
  const advice = adviceFor(error);
  const rule = rules.find((each) => fits(each, situation));
  if (rule === undefined) return advice;
  const fix = rule.fix?.(situation);
  return {
    title: text(`diagnosis.${rule.id}.title`),
    meaning: meaningOf(rule, situation),
    actions: rule.actions ?? advice.actions,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** If the error lacks a fact, its own sentence is better than a gap. */
function meaningOf({ id, values }: Rule, situation: Situation): string {
  const facts = values?.(situation);
  return values !== undefined && facts === undefined
    ? textOf(situation.error.message)
    : textOf({ id: `diagnosis.${id}.meaning`, values: facts });
}

/** Whether the fix is a change in the connection's fields. */
export const fixedInFields = ({ fix, actions }: Diagnosis): boolean =>
  fix === undefined ? actions[0] === 'edit_connection' : 'action' in fix && fix.action === 'edit_connection';
