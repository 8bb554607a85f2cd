import { afterEach, describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../../app/platform/electron/menu-template.ts';
import { events } from '../../../../app/shared/contract/contract.ts';
import { de } from '../../../../app/shared/messages/de/index.ts';
import { menu } from '../../../../app/shared/messages/de/menu.ts';
import { en } from '../../../../app/shared/messages/en/index.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';

type Item = ReturnType<typeof menuTemplate>[number];

function flat(platform: NodeJS.Platform, onCommand: (command: string) => void = () => {}): Item[] {
  const below = (items: Item[]): Item[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? below(item.submenu) : [])]);
  return below(menuTemplate({ platform, packaged: true, onCommand }));
}

afterEach(() => setTexts('en', en));

describe('the menu', () => {
  it('shows the keys of the window', () => {
    const keys = Object.fromEntries(
      flat('linux').flatMap(({ label, accelerator }) => (accelerator ? [[label, accelerator]] : [])),
    );
    expect(keys).toEqual({
      'New Resource': 'CommandOrControl+N',
      'Settings…': 'CommandOrControl+,',
      Run: 'CommandOrControl+Enter',
      'Edit URL': 'CommandOrControl+L',
      'Search or Jump To…': 'CommandOrControl+K',
      'Next Pane': 'F6',
      'Show or Hide Console': 'CommandOrControl+J',
      'User Guide': 'F1',
    });
  });

  it('never takes a letter away from a text field', () => {
    expect(
      flat('linux').filter(({ accelerator, registerAccelerator }) => accelerator && registerAccelerator !== false),
    ).toEqual([]);
    for (const { accelerator } of flat('darwin'))
      expect(accelerator ?? 'CommandOrControl+').toMatch(/^CommandOrControl\+/);
  });

  it('sends every command of the contract', () => {
    const onCommand = vi.fn();
    for (const item of flat('win32', onCommand)) Reflect.apply(item.click ?? (() => {}), item, []);
    const sent = onCommand.mock.calls.map(([command]) => command);
    expect(sent.toSorted()).toEqual(events['menu.command'].shape.command.options.toSorted());
  });

  it.each(['darwin', 'win32', 'linux'] as const)('names every item in the language of the app: %s', (platform) => {
    setTexts('de', de);
    const texts = new Set(['Tokenboard', ...Object.values(menu)]);
    expect(flat(platform).filter(({ type, label }) => type !== 'separator' && !texts.has(label ?? ''))).toEqual([]);
  });

  it('keeps the Substitutions and Speech of macOS, and shows them nowhere else', () => {
    const roles = [
      'showSubstitutions',
      'toggleSmartQuotes',
      'toggleSmartDashes',
      'toggleTextReplacement',
      'startSpeaking',
      'stopSpeaking',
    ];
    const edit = menuTemplate({ platform: 'darwin', packaged: true, onCommand: () => {} }).find(
      ({ role }) => role === 'editMenu',
    );
    const groups = (Array.isArray(edit?.submenu) ? edit.submenu : []).filter(({ submenu }) => submenu !== undefined);
    expect(groups.map(({ label }) => label)).toEqual(['Substitutions', 'Speech']);
    const shown = groups.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(shown.flatMap(({ role }) => role ?? [])).toEqual(roles);
    for (const platform of ['win32', 'linux'] as const)
      expect(flat(platform).filter(({ role }) => role !== undefined && roles.includes(role))).toEqual([]);
  });

  it('has developer tools only where it is developed', () => {
    expect(flat('linux').some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });
});
