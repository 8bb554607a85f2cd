/**
 * What services put before JSON so that a script tag of another site cannot run it: `)]}'` of Google and Angular, with or
 * without a line end, `for(;;);` and `while(1);` of others, older ones of Google (`throw 1; <dont be evil>`, `&&&START&&&`).
 */
const guard =
  /^\s*(?:\)\]\}'?,?[ \t]*(?:\r\n|\n|\r|$)|\)\]\}',?|throw 1;\s*<\s*don'?t be evil'?\s*>|&&&START&&&|(?:for\s*\(;;\)|while\s*\((?:1|true)\))\s*;?|\{\}\s*&&)/;
const longestGuard = 64;

/** Bytes of the guard, 0 where there is none. `start`: the first bytes of the body, after its mark. */
export function jsonGuardLength(start: Uint8Array): number {
  const text = Buffer.from(start.subarray(0, longestGuard)).toString('latin1');
  return guard.exec(text)?.[0].length ?? 0;
}
