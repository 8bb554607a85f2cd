import { describe, expect, it } from 'vitest';
import { commands, shortcutCommands } from '../../../../app/shared/commands.ts';
import { keyGroups } from '../../../../renderer/help/keys.ts';
import { text } from '../../../../renderer/messages/text.ts';

const lines = () => keyGroups().flatMap(({ name, rows }) => rows.map(({ id, keys }) => ({ name, id, keys })));

describe('the list of keys', () => {
  it('has every key of every command but redo, which does nothing', () => {
    const shown = new Set<unknown>(lines().flatMap(({ keys }) => keys));
    const missing = shortcutCommands.filter((name) => commands[name].shortcuts.some((each) => !shown.has(each)));
    expect(missing).toEqual(['redo']);
  });

  it('shows a key of lists with the sidebar, not with the keys that work everywhere', () => {
    const places = lines().filter(({ id }) => id === 'command.new-resource');
    expect(places.map(({ name, keys }) => [name, keys.map(({ key }) => key)])).toEqual([
      ['resources', ['N']],
      ['lists', ['N']],
    ]);
  });

  it('says each thing once in a group', () => {
    for (const { name, rows } of keyGroups()) {
      const texts = rows.map(({ id }) => text(id));
      expect({ name, texts: [...new Set(texts)] }).toEqual({ name, texts });
    }
  });
});
