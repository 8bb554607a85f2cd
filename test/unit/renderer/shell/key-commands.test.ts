import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../renderer/shell/key-commands.ts';

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
    expect(commandOf(key({ key: 'b', ctrlKey: true }))).toBe('toggle-sidebar');
    expect(commandOf(key({ key: 'j', ctrlKey: true }))).toBe('toggle-console');
    expect(commandOf(key({ key: 'Enter', ctrlKey: true }))).toBe('run');
    expect(commandOf(key({ key: 'F6' }))).toBe('next-pane');
    expect(commandOf(key({ key: 'F6', shiftKey: true }))).toBe('previous-pane');
  });

  it('are signs with or without Shift, as keyboards need it: ? shows the keys, except in a text field', () => {
    expect(commandOf(key({ key: '?', shiftKey: true }))).toBe('help-keys');
    expect(commandOf(key({ key: '?' }))).toBe('help-keys');
    expect(commandOf(key({ key: '?', shiftKey: true, isTyping: true }))).toBeNull();
    expect(commandOf(key({ key: '?', ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(commandOf(key({ key: ',', ctrlKey: true, shiftKey: true }))).toBe('settings');
  });

  it('leave typing alone: a letter is a command in a list only', () => {
    expect(commandOf(key({ key: 'n' }))).toBeNull();
    expect(commandOf(key({ key: 'n', isTyping: true }))).toBeNull();
    expect(commandOf(key({ key: 'n', altKey: true }))).toBeNull();
    expect(commandOf(key({ key: 'x', ctrlKey: true }))).toBeNull();
  });

  it('are no others: with Shift or Alt a key may belong to the browser', () => {
    expect(commandOf(key({ key: 'K', ctrlKey: true, shiftKey: true }))).toBeNull();
    expect(commandOf(key({ key: 'k', ctrlKey: true, altKey: true }))).toBeNull();
    expect(commandOf(key({ key: 'N', shiftKey: true, inList: true }))).toBeNull();
    expect(commandOf(key({ key: 'F6', ctrlKey: true }))).toBeNull();
  });
});
