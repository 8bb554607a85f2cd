/**
 * Prefixes before JSON that keep another site's script tag from running it: `)]}'` of Google and Angular, with or
 * without a line end, `for(;;);` and `while(1);` of others, and older ones of Google (`throw 1; <dont be evil>`,
 * `&&&START&&&`).
 */
const guard =
  /^\s*(?:\)\]\}'?,?[ \t]*(?:\r\n|\n|\r|$)|\)\]\}',?|throw 1;\s*<\s*don'?t be evil'?\s*>|&&&START&&&|(?:for\s*\(;;\)|while\s*\((?:1|true)\))\s*;?|\{\}\s*&&)/;
const longestGuard = 64;

/** The length of the prefix in bytes, or 0. `start`: the first bytes of the body, after its byte order mark. */
export function jsonGuardLength(start: Uint8Array): number {
  const text = Buffer.from(start.subarray(0, longestGuard)).toString('latin1');
  return guard.exec(text)?.[0].length ?? 0;
}
