import { parseUrl } from '../../../app/shared/parse-url.ts';
import {
  longestPushInterval,
  missingPushFields,
  type Push,
  type PushField,
  type PushKind,
  pushFacts,
} from '../../../app/shared/push/push.ts';
import { text } from '../../messages/text.ts';

/** When a target is sent rows. */
export const pushTimes = ['change', 'interval', 'never'] as const;
export type PushTime = (typeof pushTimes)[number];

/** For a target that gets an interval: 15 minutes. */
const usualSeconds = 900;

export const timeOf = ({ isOn, seconds }: Push): PushTime =>
  !isOn ? 'never' : seconds === null ? 'change' : 'interval';

const isPossible = (seconds: number, kind: PushKind): boolean =>
  Number.isInteger(seconds) && seconds >= pushFacts[kind].leastSeconds && seconds <= longestPushInterval;

export function withTime(push: Push, time: PushTime): Push {
  const { kind, seconds } = push;
  const kept = seconds !== null && isPossible(seconds, kind) ? seconds : null;
  if (time === 'never') return { ...push, isOn: false, seconds: kept };
  const usual = Math.max(pushFacts[kind].leastSeconds, usualSeconds);
  return { ...push, isOn: true, seconds: time === 'change' ? null : (kept ?? usual) };
}

const isHttp = (address: string): boolean => {
  const url = parseUrl(address.trim());
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:');
};

/** What is wrong, by field; `name` and `seconds` are fields, too. `secretNames`: stored or typed. */
export function problemsOf(push: Push, secretNames: readonly string[]): Record<string, string> {
  const { fields, leastSeconds } = pushFacts[push.kind];
  const missing = missingPushFields(push, secretNames);
  const problemOf = ({ name, type }: PushField): string | undefined => {
    if (missing.includes(name)) return text('target.field.missing');
    return type === 'url' && !isHttp(push.values[name] ?? '') ? text('target.field.url.wrong') : undefined;
  };
  const { seconds, kind } = push;
  const isInRange = seconds === null || isPossible(seconds, kind);
  return Object.fromEntries([
    ...(push.name.trim() === '' ? [['name', text('target.name.missing')]] : []),
    ...fields.flatMap((field) => {
      const problem = problemOf(field);
      return problem === undefined ? [] : [[field.name, problem]];
    }),
    ...(isInRange
      ? []
      : [['seconds', text('target.seconds.hint', { least: leastSeconds, most: longestPushInterval })]]),
  ]);
}

/** As it is stored: without blanks that a paste brought. */
export const tidyPush = (push: Push): Push => ({
  ...push,
  name: push.name.trim(),
  values: Object.fromEntries(Object.entries(push.values).map(([name, value]) => [name, value.trim()])),
});
