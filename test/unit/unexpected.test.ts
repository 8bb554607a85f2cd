import { describe, expect, it } from 'vitest';
import { PlatformError } from '../../app/shared/errors.ts';
import { formatEnglish } from '../../app/shared/messages/format.ts';
import { message } from '../../app/shared/messages/message.ts';
import { textOf } from '../../app/shared/messages/text.ts';
import { tellUnexpected, whereItFailed, whyNotStarted } from '../../app/unexpected.ts';

const secret = 'canary-client-secret';

/** As a stack is written, whatever the message holds. */
function errorWith(message: string, ...frames: string[]): Error {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames].join('\n');
  return error;
}

describe('an error that nothing caught', () => {
  it.each([
    ['a function', '    at setTitle (/app/dist/app/main.js:582:12)', 'TypeError (main.js:582)'],
    ['a method of a class', '    at Guard.check (file:///app/dist/guard.js:3:1)', 'TypeError (guard.js:3)'],
    ['a frame without a name', '    at /app/chunk-AB12.js:10:2', 'TypeError (chunk-AB12.js:10)'],
    ['Windows', String.raw`    at run (C:\Program Files\Tokenboard\main.js:7:5)`, 'TypeError (main.js:7)'],
    ['Node itself', '    at Socket.emit (node:events:513:28)', 'TypeError (node:events:513)'],
    ['no place', '', 'TypeError'],
  ])('is named by its kind and place: %s', (_name, frame, expected) => {
    expect(whereItFailed(errorWith('Object has been destroyed', frame))).toBe(expected);
  });

  it('is never told with its message, also not where that looks like a stack [37]', () => {
    const told = whereItFailed(
      errorWith(`no\n    at ${secret} (/${secret}:1:1)`, '    at parse (/app/dist/app/main.js:5:1)'),
    );
    expect(told).toBe('TypeError (main.js:5)');
    expect(whereItFailed(new Error(secret))).not.toContain(secret);
    expect(whereItFailed(secret)).not.toContain(secret);
    expect(whereItFailed({ stack: secret, name: secret, message: secret })).not.toContain(secret);
    expect(whereItFailed(Object.assign(new Error('x'), { name: `${secret} x` }))).not.toContain(secret);
  });

  it('is told once for each place', () => {
    const notices: string[] = [];
    const failed = tellUnexpected(({ text }) => notices.push(formatEnglish(text)));
    const first = errorWith('first', '    at a (/app/main.js:1:1)');
    failed(first);
    failed(first);
    failed(errorWith('second', '    at b (/app/main.js:2:1)'));
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('TypeError (main.js:1)');
  });
});

describe('a start that failed', () => {
  it('says why, in a sentence', () => {
    const noBrowser = message('start.noBrowser');
    expect(whyNotStarted(new PlatformError('window.no_browser', noBrowser))).toEqual(noBrowser);
    const denied = Object.assign(new Error("EACCES: permission denied, mkdir '/data'"), {
      code: 'EACCES',
      path: '/data',
    });
    expect(textOf(whyNotStarted(denied))).toContain('/data cannot be used (EACCES)');
    expect(textOf(whyNotStarted(new TypeError(secret)))).not.toContain(secret);
  });
});
