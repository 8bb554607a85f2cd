import { describe, expect, it } from 'vitest';
import { autostartEntry, execValue, isAutostarted } from '../../../app/platform/desktop-entry.ts';

/** Reads `Exec` as a desktop does: the escapes of the file, then the quotation marks, then the field codes. */
function readExec(value: string): string[] {
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const text = value.replaceAll(/\\(.)/g, (all, letter: string) => escapes[letter] ?? all);
  const parts = text.match(/"(?:[^"\\]|\\.)*"|[^ ]+/gs) ?? [];
  return parts.map((part) => {
    const isQuoted = part.startsWith('"');
    if (!isQuoted && /[\s"'\\><~|&;$*?#()`]/.test(part)) throw new Error(`reserved, and not quoted: ${part}`);
    const inner = isQuoted ? part.slice(1, -1).replaceAll(/\\(["`$\\])/g, '$1') : part;
    if (/(?<!%)(?:%%)*%(?!%)/.test(inner)) throw new Error(`a field code: ${part}`);
    return inner.replaceAll('%%', '%');
  });
}

describe('a desktop entry', () => {
  it.each([
    [['/opt/Tokenboard/tokenboard', '--hidden']],
    [['/home/ann/My Apps/Tokenboard 1.0.AppImage', '--hidden']],
    [['/a"b`c$d\\e', "it's", '100%', '%u', 'a;b&c|d<e>f*g?h#i(j)k~l']],
    [['env', 'TOKENBOARD_DATA=/mnt/Data (2)', '/usr/bin/node', '/a\tb/c\nd.js']],
    [['/opt/Größe/日本', '']],
  ] as const)('brings %j to the program as it is', (command) => {
    expect(readExec(execValue(command))).toEqual([...command]);
  });

  it('writes a backslash in quotation marks four times, as the specification says', () => {
    expect(execValue(['a\\b'])).toBe('"a\\\\\\\\b"');
    expect(execValue(['$x'])).toBe('"\\\\$x"');
  });

  it('is on as it is written, and off when a desktop has switched it off', () => {
    const entry = autostartEntry(['/opt/Tokenboard/tokenboard', '--hidden'], '/opt/Tokenboard/tokenboard');
    expect(isAutostarted(entry)).toBe(true);
    expect(entry.split('\n')).toContain('TryExec=/opt/Tokenboard/tokenboard');
    expect(isAutostarted(`${entry}Hidden=true\n`)).toBe(false);
    expect(isAutostarted(entry.replace('enabled=true', 'enabled=false'))).toBe(false);
    // Keys of another group say nothing of this one.
    expect(isAutostarted(`${entry}\n[Desktop Action quit]\nHidden=true\n`)).toBe(true);
    expect(isAutostarted('')).toBe(false);
    expect(isAutostarted('[Other]\nExec=x\n')).toBe(false);
  });
});
