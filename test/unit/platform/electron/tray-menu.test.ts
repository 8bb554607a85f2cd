import { afterEach, describe, expect, it } from 'vitest';
import { trayMenu, trayStatus } from '../../../../app/platform/electron/tray-menu.ts';
import { de } from '../../../../app/shared/messages/de/index.ts';
import { en } from '../../../../app/shared/messages/en/index.ts';
import { setTexts } from '../../../../app/shared/messages/format.ts';

afterEach(() => setTexts('en', en));

const running = { feeds: 'running', published: 2, origins: ['http://127.0.0.1:8098', 'http://[::1]:8098'] } as const;

function menuOf(state: Parameters<typeof trayMenu>[0]) {
  const done: string[] = [];
  const items = trayMenu(state, {
    open: () => done.push('open'),
    copy: (text) => done.push(`copy ${text}`),
    quit: () => done.push('quit'),
  });
  const press = (label: string) =>
    Reflect.apply(items.find((item) => item.label === label)?.click ?? (() => {}), {}, []);
  return { done, items, press, labels: items.map(({ label, type }) => label ?? type) };
}

describe('the menu of the icon in the tray', () => {
  it('opens the window, tells what is published and where, and quits', () => {
    const { labels, press, done, items } = menuOf(running);
    expect(labels).toEqual([
      'Open Tokenboard',
      'separator',
      '2 feeds published',
      'Copy http://127.0.0.1:8098',
      'Copy http://[::1]:8098',
      'separator',
      'Quit Tokenboard',
    ]);
    expect(items[2]?.enabled).toBe(false);
    press('Open Tokenboard');
    press('Copy http://127.0.0.1:8098');
    press('Quit Tokenboard');
    expect(done).toEqual(['open', 'copy http://127.0.0.1:8098', 'quit']);
  });

  it('names no address where no feed can be read', () => {
    expect(menuOf({ ...running, feeds: 'off' }).labels).toEqual([
      'Open Tokenboard',
      'separator',
      'Feeds are off',
      'separator',
      'Quit Tokenboard',
    ]);
    expect(menuOf({ ...running, feeds: 'failed' }).labels).toContain('Feeds failed to start');
  });

  it('stays short on a computer with many addresses', () => {
    const origins = Array.from({ length: 20 }, (_, index) => `http://10.0.0.${index}:8098`);
    expect(menuOf({ ...running, origins }).items.length).toBe(9);
  });

  it('counts in the language of the app', () => {
    expect(trayStatus({ ...running, published: 0 })).toBe('No feeds published');
    expect(trayStatus({ ...running, published: 1 })).toBe('1 feed published');
    setTexts('de', de);
    expect(menuOf({ ...running, published: 1, origins: [] }).labels).toEqual([
      'Tokenboard öffnen',
      'separator',
      '1 Feed veröffentlicht',
      'separator',
      'Tokenboard beenden',
    ]);
  });
});
