import { expect, it } from 'vitest';
import { startOf } from '../../../app/cli/packaged-args.ts';

it.each([
  [['list'], ['list']],
  [
    ['list', '--json'],
    ['list', '--json'],
  ],
  [
    ['--json', 'token', 'Sales service'],
    ['--json', 'token', 'Sales service'],
  ],
  [
    ['--data', 'folder', 'list'],
    ['--data', 'folder', 'list'],
  ],
  // An AppImage adds it where the system has no sandbox.
  [['--no-sandbox', 'list'], ['list']],
  [['--help'], ['--help']],
  [['-V'], ['-V']],
  // Misspelt: the command line says so.
  [['lst'], ['lst']],
] as const)('%j is a command', (args, command) => {
  expect(startOf(args)).toEqual({ command });
});

it.each([
  [[]],
  [['--hidden']],
  [['--no-sandbox', '--remote-debugging-port=0', '--hidden']],
  // A file that was dropped on the icon, and what older versions of macOS add.
  [['/home/ann/sales.csv']],
  [['-psn_0_12345']],
  [['--data', 'folder']],
])('%j opens the window', (args) => {
  expect(startOf(args)).toBeUndefined();
});

it('tells a process of its own from a command', () => {
  expect(
    startOf(['--no-sandbox', '--js-flags=--max-old-space-size=9', '--tokenboard-process', 'preview', '1-a']),
  ).toEqual({
    process: ['preview', '1-a'],
  });
});
