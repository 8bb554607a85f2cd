import type { doctor } from '../shared/messages/en/doctor.ts';
import { type Message, messageMaker } from '../shared/messages/message.ts';

/** A message of the doctor's, which its command loads. */
export const doctorMessage = messageMaker<typeof doctor>();

/** What is examined, in this order. */
export const areas = [
  'folder',
  'files',
  'owner',
  'secrets',
  'proxy',
  'certificates',
  'network',
  'clock',
  'windows',
  'feeds',
  'service',
] as const;
export type Area = (typeof areas)[number];

/** `warning`: works now, but may fail or is not as safe as it should be. `failure`: something does not work. */
export type FindingStatus = 'ok' | 'warning' | 'failure';

/** What a check found, in a sentence, and what to do about it. Without secrets. */
export interface Finding {
  area: Area;
  /** Stable, for programs: `folder.modes`. */
  id: string;
  status: FindingStatus;
  text: Message;
  /** `undefined`: there is nothing to do. */
  advice: Message | undefined;
}

/** Makes the findings of one area. `name`: the part of the ID after the area. */
export function findingsOf(area: Area) {
  const make =
    (status: FindingStatus) =>
    (name: string, text: Message, advice?: Message): Finding => ({ area, id: `${area}.${name}`, status, text, advice });
  return { ok: make('ok'), warning: make('warning'), failure: make('failure') };
}

export const worstOf = (findings: readonly Finding[]): FindingStatus =>
  findings.some(({ status }) => status === 'failure')
    ? 'failure'
    : findings.some(({ status }) => status === 'warning')
      ? 'warning'
      : 'ok';
