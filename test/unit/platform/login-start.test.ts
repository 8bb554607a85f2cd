import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { xdgLoginStart } from '../../../app/platform/login-start.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tokenboard-login-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const command = ['/opt/Tokenboard/tokenboard'] as const;

describe('the start at login on Linux', () => {
  it('is a file in the autostart folder, and nothing else', () => {
    const start = xdgLoginStart({ environment: {}, home, command, isHidden: true });
    expect(start.isOn()).toBe(false);
    start.set(true);
    expect(start.isOn()).toBe(true);
    const folder = join(home, '.config/autostart');
    expect(readdirSync(folder)).toEqual(['tokenboard.desktop']);
    expect(readFileSync(join(folder, 'tokenboard.desktop'), 'utf8')).toContain(
      '\nExec=/opt/Tokenboard/tokenboard --hidden\n',
    );
    start.set(false);
    start.set(false);
    expect(start.isOn()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('follows XDG_CONFIG_HOME, unless it is relative', () => {
    xdgLoginStart({ environment: { XDG_CONFIG_HOME: join(home, 'own') }, home, command, isHidden: true }).set(true);
    expect(existsSync(join(home, 'own/autostart/tokenboard.desktop'))).toBe(true);
    xdgLoginStart({ environment: { XDG_CONFIG_HOME: 'own' }, home, command, isHidden: true }).set(true);
    expect(existsSync(join(home, '.config/autostart/tokenboard.desktop'))).toBe(true);
  });

  it('starts with the data folder that the app uses', () => {
    xdgLoginStart({ environment: { TOKENBOARD_DATA: '/mnt/my data' }, home, command, isHidden: true }).set(true);
    const entry = readFileSync(join(home, '.config/autostart/tokenboard.desktop'), 'utf8');
    expect(entry).toContain('\nExec=env "TOKENBOARD_DATA=/mnt/my data" /opt/Tokenboard/tokenboard --hidden\n');
    expect(entry).toContain('\nTryExec=/opt/Tokenboard/tokenboard\n');
  });

  it('shows the window where the app cannot start without it', () => {
    xdgLoginStart({ environment: {}, home, command: ['/usr/bin/node', '/a b/browser.js'], isHidden: false }).set(true);
    const entry = readFileSync(join(home, '.config/autostart/tokenboard.desktop'), 'utf8');
    expect(entry).toContain('\nExec=/usr/bin/node "/a b/browser.js"\n');
  });

  it('sees that the user switched it off in the desktop, and switches it on again', () => {
    const start = xdgLoginStart({ environment: {}, home, command, isHidden: true });
    start.set(true);
    const path = join(home, '.config/autostart/tokenboard.desktop');
    writeFileSync(path, `${readFileSync(path, 'utf8')}Hidden=true\n`);
    expect(start.isOn()).toBe(false);
    start.set(true);
    expect(start.isOn()).toBe(true);
  });

  it('says that it cannot be written', () => {
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config/autostart'), 'a file where the folder belongs');
    chmodSync(join(home, '.config/autostart'), 0o600);
    const start = xdgLoginStart({ environment: {}, home, command, isHidden: true });
    expect(() => start.set(true)).toThrow(expect.objectContaining({ code: 'settings.unwritable' }));
    expect(start.isOn()).toBe(false);
  });
});
