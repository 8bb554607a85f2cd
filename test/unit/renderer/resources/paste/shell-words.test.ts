import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWords } from '../../../../../renderer/resources/paste/shell-words.ts';
import { posixQuoted } from '../../../../servers/chromium-curl.ts';

/** What bash passes to a program for each command, in one process. */
function bashWords(commands: readonly string[]): string[][] {
  const script = [`p() { printf '%s\\0' "$@"; printf '\\1\\0'; }`, ...commands.map((each) => `p ${each}`)].join('\n');
  const { stdout } = spawnSync('bash', ['-c', script], { env: { LC_ALL: 'C.UTF-8' } });
  const words = stdout.toString('utf8').split('\0').slice(0, -1);
  const all: string[][] = [[]];
  for (const word of words) {
    if (word === '\u0001') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all.slice(0, -1);
}

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

describe('shellWords', () => {
  it.each([
    [
      `curl 'https://a.example/x?y=1&z=2' -H 'Accept: text/plain'`,
      ['curl', 'https://a.example/x?y=1&z=2', '-H', 'Accept: text/plain'],
    ],
    ['a \\\n  b', ['a', 'b']],
    ['a \\ \r\n  b', ['a', 'b']],
    [`$'it\\'s\\u0021\\n'`, ["it's!\n"]],
    ['"a \\"b\\" \\$c \\d"', ['a "b" $c \\d']],
    [`pre'mid'"post"`, ['premidpost']],
    ["''", ['']],
    ['a b | jq .', ['a', 'b']],
    ['a b; rm -rf /', ['a', 'b']],
    ['a b > file', ['a', 'b']],
    ['', []],
  ])('reads %j', (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });

  it.each([`'open`, '"open', `$'open`])('does not guess where %s ends', (text) => {
    expect(shellWords(text)).toBeUndefined();
  });

  it.skipIf(!hasBash)('reads what browsers write as bash does', () => {
    const word = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => !text.includes('\0') && text !== '\u0001');
    const samples = fc.sample(fc.array(word, { minLength: 1, maxLength: 6 }), { numRuns: 500, seed: 11 });
    const commands = samples.map((words) => words.map(posixQuoted).join(' '));
    expect(bashWords(commands)).toEqual(samples);
    expect(commands.map(shellWords)).toEqual(samples);
  });

  it.skipIf(!hasBash)('reads mixed quotations as bash does', () => {
    const part = fc.oneof(
      fc.stringMatching(/^[a-z0-9:=/.,-]{1,8}$/),
      fc.stringMatching(/^[ a-z"\\]{0,8}$/).map((text) => `'${text}'`),
      fc.stringMatching(/^[ a-z']{0,8}$/).map((text) => `"${text}\\"\\\\"`),
      fc.stringMatching(/^[ "'\\]$/).map((text) => `\\${text}`),
    );
    const command = fc.array(
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    const commands = fc.sample(command, { numRuns: 500, seed: 12 }).map((words) => words.join(' '));
    expect(commands.map(shellWords)).toEqual(bashWords(commands));
  });
});
