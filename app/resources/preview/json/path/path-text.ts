import { parsePointer } from '../../../../shared/json-pointer.ts';

/** RFC 9535 §2.5.1.1: letters, digits and `_`; other names stand in brackets. */
const shorthand = /^[A-Za-z_\u0080-\ud7ff\ue000-\uffff][\w\u0080-\ud7ff\ue000-\uffff]*$/;

/** A name as a segment of a JSONPath: `.lines`, `['unit price']`. */
export function nameSegment(name: string): string {
  if (shorthand.test(name)) return `.${name}`;
  const escaped = name.replace(/[\p{Cc}\\']/gu, (character) =>
    character === '\\' || character === "'"
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `['${escaped}']`;
}

/** A JSON Pointer as JSONPath. `isIndex`: whether the token at this place is an index of a list. */
export const pathOfPointer = (pointer: string, isIndex: (place: number) => boolean): string =>
  `$${(parsePointer(pointer) ?? []).map((token, place) => (isIndex(place) ? `[${token}]` : nameSegment(token))).join('')}`;
