import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { forgetKey, readServeKey } from '../../../app/serve/key-source.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokenboard-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});
const keyFile = (content: string, mode: number): string => {
  const path = join(folder, 'key');
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
};

describe('the key of a server', () => {
  it('is that of the environment, before any file', () => {
    const environment = { TOKENBOARD_KEY: 'typed', TOKENBOARD_KEY_FILE: join(folder, 'absent') };
    expect(readServeKey(environment)).toEqual({ passphrase: 'typed', source: 'TOKENBOARD_KEY' });
    expect(readServeKey({})).toBeUndefined();
  });

  it('is a file of the owner alone, without its last line break [39]', () => {
    const file = keyFile('a pass phrase \n', 0o600);
    expect(readServeKey({ TOKENBOARD_KEY_FILE: file })).toEqual({
      passphrase: 'a pass phrase ',
      source: 'TOKENBOARD_KEY_FILE',
    });
  });

  it.each([0o640, 0o604, 0o660, 0o644])(
    'is refused in a file with mode %o, with the command that corrects it',
    (mode) => {
      const file = keyFile('a pass phrase', mode);
      expect(() => readServeKey({ TOKENBOARD_KEY_FILE: file })).toThrow(`chmod 600 ${file}`);
    },
  );

  it('is refused if its file is missing, empty, or something else', () => {
    expect(() => readServeKey({ TOKENBOARD_KEY_FILE: join(folder, 'absent') })).toThrow('does not exist');
    expect(() => readServeKey({ TOKENBOARD_KEY_FILE: keyFile('\n', 0o600) })).toThrow('is empty');
    expect(() => readServeKey({ TOKENBOARD_KEY_FILE: keyFile('x'.repeat(70_000), 0o600) })).toThrow('longer');
    chmodSync(folder, 0o700);
    expect(() => readServeKey({ TOKENBOARD_KEY_FILE: folder })).toThrow('cannot be read');
  });

  it('is systemd’s credential, which systemd itself protects', () => {
    expect(readServeKey({ CREDENTIALS_DIRECTORY: folder })).toBeUndefined();
    writeFileSync(join(folder, 'tokenboard-key'), 'sealed\n', { mode: 0o640 });
    expect(readServeKey({ CREDENTIALS_DIRECTORY: folder })).toEqual({ passphrase: 'sealed', source: 'systemd' });
  });

  it('is not left for child processes to inherit [37]', () => {
    const environment: NodeJS.ProcessEnv = {
      TOKENBOARD_KEY: '1',
      TOKENBOARD_KEY_FILE: '2',
      CREDENTIALS_DIRECTORY: '3',
      TOKENBOARD_METRICS_KEY: '4',
      PATH: '/bin',
    };
    forgetKey(environment);
    expect(environment).toEqual({ PATH: '/bin' });
  });
});
