import {
  longestPushInterval,
  type PushField,
  type PushFieldId,
  type PushKind,
  pushFacts,
} from '../../../app/shared/push/push.ts';
import { text } from '../../messages/text.ts';

/** Label and sentence of a field. */
export function fieldWords(kind: PushKind, { name }: PushField): { label: string; description: string } {
  const id = `${kind}.${name}` as PushFieldId; // a field of this kind, as the record says
  return { label: text(`target.${id}`), description: text(`target.${id}.hint`) };
}

/** What the kind cannot do, a sentence each. */
export function limitWords(kind: PushKind): string[] {
  const { mostRows, mostBytes, leastSeconds } = pushFacts[kind];
  return [
    text(`target.${kind}.limits`),
    text('target.limit.rows', { count: mostRows }),
    ...(mostBytes === undefined ? [] : [text('target.limit.bytes', { count: mostBytes })]),
    text('target.limit.seconds', { count: leastSeconds }),
  ];
}

/** What the interval of the kind may be. */
export const intervalWords = (kind: PushKind): string =>
  text('target.seconds.hint', { least: pushFacts[kind].leastSeconds, most: longestPushInterval });
