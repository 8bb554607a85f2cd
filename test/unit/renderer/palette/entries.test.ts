import { describe, expect, it } from 'vitest';
import { type PaletteEntry, search } from '../../../../renderer/palette/entries.ts';
import { commandOf } from '../../../../renderer/shell/key-commands.ts';

const entry = (label: string, hint = ''): PaletteEntry => ({
  id: label,
  group: 'Resources',
  label,
  hint,
  run: () => undefined,
});

describe('the palette', () => {
  it('shows names that begin with what was typed before names that hold it', () => {
    const found = search(
      [entry('Daily sales'), entry('Sales by day'), entry('Stock', 'https://sales.example')],
      'sales',
    );
    expect(found.map((each) => each.label)).toEqual(['Sales by day', 'Daily sales', 'Stock']);
  });

  it('stays short among ten thousand', () => {
    const entries = Array.from({ length: 10_000 }, (_none, index) => entry(`Report ${index}`));
    expect(search(entries, 'report').length).toBeLessThanOrEqual(40);
    expect(search(entries, 'report 9999').map((each) => each.label)).toEqual(['Report 9999']);
  });
});

describe('keys', () => {
  const key = (facts: Partial<Parameters<typeof commandOf>[0]> & { key: string }) => ({
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isTyping: false,
    inList: false,
    ...facts,
  });

  it('are those that the window promises', () => {
    for (const [pressed, command] of [
      [{ key: 'z', ctrlKey: true }, 'undo'],
      [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
      [{ key: 'y', ctrlKey: true }, 'redo'],
      [{ key: 'z', ctrlKey: true, isTyping: true }, null],
    ] as const)
      expect(commandOf(key(pressed))).toBe(command);
    expect(commandOf(key({ key: 'k', ctrlKey: true }))).toBe('palette');
    expect(commandOf(key({ key: 'k', metaKey: true }))).toBe('palette');
    expect(commandOf(key({ key: 'n', inList: true }))).toBe('new-resource');
    expect(commandOf(key({ key: 'n', ctrlKey: true }))).toBe('new-resource');
    expect(commandOf(key({ key: 'l', ctrlKey: true }))).toBe('focus-url');
    expect(commandOf(key({ key: ',', ctrlKey: true }))).toBe('settings');
    expect(commandOf(key({ key: 'F6' }))).toBe('next-pane');
    expect(commandOf(key({ key: 'F6', shiftKey: true }))).toBe('previous-pane');
  });

  it('leave typing alone: a letter is a command in a list only', () => {
    expect(commandOf(key({ key: 'n' }))).toBeNull();
    expect(commandOf(key({ key: 'n', isTyping: true }))).toBeNull();
    expect(commandOf(key({ key: 'n', altKey: true }))).toBeNull();
    expect(commandOf(key({ key: 'x', ctrlKey: true }))).toBeNull();
  });
});
