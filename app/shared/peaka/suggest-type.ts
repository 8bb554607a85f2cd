import type { PeakaType } from './connection-type.ts';

/** What is known of the service of a connection here. */
export interface ServiceNames {
  /** Of the preset, such as `google-sheets`. Empty for a service without a preset. */
  presetId: string;
  presetName: string;
  /** The user's name for the connection. */
  connectionName: string;
}

/** `googleSheets`, `google_sheets` and `Google Sheets` are the same words. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const isIn = (words: readonly string[], others: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => others.includes(word));

/** 3: the same name. 2: one name contains the other. 0: they differ. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (one.join('') === other.join('')) return 3;
  return isIn(one, other) || isIn(other, one) ? 2 : 0;
}

/**
 * The types at Peaka that fit the service of a connection, best first: by the preset, or for a service without a preset by the
 * connection's name. Of types that fit equally, one with a login comes first, because a connection here has tokens. Pure.
 */
export function suggestTypes(
  types: readonly PeakaType[],
  { presetId, presetName, connectionName }: ServiceNames,
): PeakaType[] {
  const names = (presetId === '' ? [connectionName] : [presetId, presetName]).map(wordsOf);
  const scoreOf = ({ type, label }: PeakaType): number =>
    Math.max(...[type, label].map(wordsOf).flatMap((own) => names.map((name) => likeness(own, name))));
  return types
    .map((type) => ({ type, score: scoreOf(type) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || Number(b.type.needsLogin) - Number(a.type.needsLogin))
    .map(({ type }) => type);
}
