import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlOf } from '../../../app/console/curl.ts';

/** What a real shell makes of the command. */
const argumentsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

describe.skipIf(process.platform === 'win32')('a request as a cURL command', () => {
  it('is the same request after a POSIX shell has read it', () => {
    const command = curlOf({
      method: 'POST',
      url: "https://example.com/a b?x=1&y=$HOME&z=`id`#it's[1-3]",
      requestHeaders: [
        ['Authorization', 'Bearer ••••'],
        ['X-Note', `it's "quoted" \\ $(id) !`],
        ['X-Empty', ''],
        ['accept-encoding', 'gzip, br'],
        ['content-length', '7'],
        ['host', 'example.com'],
      ],
      requestBody: "a='1'&b=@file\nline two",
    });
    expect(argumentsOf(command)).toEqual([
      '--globoff',
      '--request',
      'POST',
      "https://example.com/a b?x=1&y=$HOME&z=`id`#it's[1-3]",
      '--compressed',
      '--header',
      'Authorization: Bearer ••••',
      '--header',
      `X-Note: it's "quoted" \\ $(id) !`,
      '--header',
      'X-Empty;',
      '--data-raw',
      "a='1'&b=@file\nline two",
    ]);
  });

  it('needs no method for a GET', () => {
    const command = curlOf({ method: 'GET', url: 'https://example.com/', requestHeaders: [] });
    expect(argumentsOf(command)).toEqual(['--globoff', 'https://example.com/']);
  });
});
