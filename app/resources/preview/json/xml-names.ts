import { attributeMark, keyKind, textKey } from '../formats/xml/keys.ts';
import type { Children } from './children.ts';
import { readKey, valueOfKey } from './walk.ts';

/** Where the text starts of an element that has nothing else, so that the text is its value. -1: it has more. */
export function onlyText(bytes: Buffer, children: Children | undefined): number {
  if (children?.kind !== 'object' || children.offsets.length !== 1) return -1;
  const [key = -1] = children.offsets;
  return readKey(bytes, key) === textKey ? valueOfKey(bytes, key) : -1;
}

/** The names of an element's members without their marks, as in the table. One that another has too says what it is. */
export class MemberNames {
  private readonly keys: ReadonlySet<string>;

  constructor(bytes: Buffer, { offsets }: Children) {
    this.keys = new Set(Array.from(offsets, (at) => readKey(bytes, at)));
  }

  of(key: string): string {
    const kind = keyKind(key);
    if (kind === undefined) return key;
    const name = kind === 'text' ? 'text' : key.slice(attributeMark.length);
    const isTaken = this.keys.has(name) || (kind === 'text' && this.keys.has(attributeMark + name));
    return isTaken ? `${name} (${kind})` : name;
  }
}
