import { expect, it } from 'vitest';
import {
  commands,
  menuCommands,
  paletteCommands,
  type Shortcut,
  shortcutCommands,
  shortcutOf,
} from '../../../app/shared/commands.ts';

const written = ({ main = false, shift = false, key, only }: Shortcut): string => [main, shift, key, only].join(' ');

it('gives no key to two commands', () => {
  const keys = shortcutCommands.flatMap((name) => commands[name].shortcuts.map(written));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('can be reached: each command has a key or a place where it is chosen', () => {
  const reached = new Set<string>([...menuCommands, ...paletteCommands, ...shortcutCommands]);
  expect(Object.keys(commands).filter((name) => !reached.has(name))).toEqual([]);
});

it('shows the first of several keys', () => {
  expect(shortcutOf('new-resource')).toEqual({ main: true, key: 'N' });
  expect(shortcutOf('new-connection')).toBeUndefined();
});

// The browser and the system need these: a command on one of them would take copying or closing away.
it.each(['A', 'C', 'V', 'X', 'W', 'Q', 'R', 'T'])('leaves Ctrl %s alone', (key) => {
  const taken = shortcutCommands.filter((name) =>
    commands[name].shortcuts.some((shortcut: Shortcut) => shortcut.main === true && shortcut.key === key),
  );
  expect(taken).toEqual([]);
});
